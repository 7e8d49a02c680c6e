"""A PostgreSQL of our own, whose postmaster can be ended and started again in mid-run."""

import os
import pwd
import shutil
import subprocess
import time
from functools import partial
from pathlib import Path
from signal import SIGQUIT
from typing import Any, Final

from portal.run.leash import end_with_parent

# Ends of processes are survived, ends of the machine are not asked for: fsync may be off.
OPTIONS: Final = ("listen_addresses=127.0.0.1", "fsync=off", "max_connections=60")
PATIENCE_S: Final = 60


def binaries() -> Path | None:
    """The newest PostgreSQL of this machine, found as `.ci/postgres.sh` finds it."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4])
    )
    where = shutil.which("initdb")
    return found[-1].parent if found else Path(where).parent if where else None


def _as_owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if not os.getuid() else {}


class Postgres:
    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.data = folder / "pgdata"
        self.server: subprocess.Popen[bytes] | None = None
        found = binaries()
        if found is None:
            raise SystemExit("PostgreSQL is not on this machine (apt install postgresql)")
        self.binaries = found

    @property
    def url(self) -> str:
        return f"postgres://dagdeel@127.0.0.1:{self.port}/dagdeel"

    def create(self) -> None:
        """A new cluster with one empty database, running."""
        self._own(self.folder)
        words = ("-U", "dagdeel", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
        self._run("initdb", "-D", str(self.data), *words)
        self.start()
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "dagdeel", "dagdeel")

    def copy_of(self, template: Path) -> None:
        """The cluster of a stopped template, running here."""
        self._own(self.folder)
        subprocess.run(["cp", "-a", str(template / "pgdata"), str(self.data)], check=True)
        self.start()

    def start(self) -> None:
        settings = [word for option in OPTIONS for word in ("-c", option)]
        place = ["-D", str(self.data), "-p", str(self.port), "-k", str(self.folder)]
        with (self.folder / "postgres.log").open("ab") as log:
            self.server = subprocess.Popen(
                [str(self.binaries / "postgres"), *place, *settings],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=partial(end_with_parent, SIGQUIT),  # noqa: PLW1509  # no threads begun yet
                **_as_owner(),
            )
        self._wait()

    def stop(self, mode: str = "fast") -> None:
        """As `pg_ctl stop -m fast`, or `-m immediate`: connections are cut off."""
        if self.server and self.server.poll() is None:
            self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")
            self.server.wait(PATIENCE_S)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE_S
        ready = [str(self.binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        while subprocess.run(ready, check=False).returncode:
            if time.monotonic() > until or (self.server and self.server.poll() is not None):
                log = (self.folder / "postgres.log").read_text(encoding="utf-8", errors="replace")
                raise SystemExit(f"PostgreSQL does not start:\n{log[-3000:]}")
            time.sleep(0.1)

    def _run(self, name: str, *words: str) -> None:
        command = [str(self.binaries / name), *words]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, check=False, **_as_owner()
        )
        if done.returncode:
            raise SystemExit(f"{name}: {done.stderr.decode(errors='replace')}")

    def _own(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if not os.getuid():
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
