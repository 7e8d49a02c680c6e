"""A whole site to break: database, processes, mail server, and what is asked of them."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from bench.faults import processes
from bench.faults.mailserver import MailServer, free_port
from bench.faults.plan import POSTGRES, Plan
from bench.faults.postgres import Postgres

ROOT: Final = Path(__file__).resolve().parent.parent.parent
FOREIGN: Final = ("REDIS_URL", "DATABASE_URL", "SITE_URL", "EMAIL_URL", "PYTEST_ADDOPTS")
ALL: Final = ("broker", "web", "worker", "beat")
STOP_S: Final = 15


def environment(folder: Path, database_url: str, **more: str) -> dict[str, str]:
    """What every process of a site is told, whatever this machine's own settings say."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    fixed = {
        "DJANGO_SETTINGS_MODULE": "bench.faults.settings",
        "DATABASE_URL": database_url,
        "STATE_DIR": str(folder / "var"),
        "FAULTS_CLOCK": str(folder / "clock"),
        "FAULTS_HEALED": str(folder / "healed"),
        "LOG_LEVEL": "WARNING",
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",
        "REDIS_URL": "",
        "SECRET_KEY": "",
        "WEB_CONCURRENCY": "2",
    }
    no = dict.fromkeys(("DEMO", "DEBUG", "PRODUCTION", "STAFF_SECOND_FACTOR"), "0")
    return {**kept, **fixed, **no, **more}


class Site:
    """One site on one database in one folder; use it in a `with`."""

    def __init__(self, folder: Path, database: str, plan: Plan) -> None:
        self.folder, self.database, self.plan = folder, database, plan
        self.mark = f"{folder.name}-{os.getpid()}"
        self.log = folder / "site.log"
        self.postgres: Postgres | None = None
        self.supervisor: subprocess.Popen[bytes] | None = None
        self.extras: list[subprocess.Popen[bytes]] = []

    def open(self, templates: Path, **more: str) -> None:
        """Database and mail server run; this process speaks Django with the site's settings."""
        (self.folder / "var").mkdir(parents=True)
        url = self._database(templates)
        port = str(free_port())
        marked = {processes.MARK: self.mark, "PORT": port, "HOST": "127.0.0.1"}
        base = environment(self.folder, url, **marked, **more)
        self.mail = MailServer(self.folder, base)
        self.address = f"http://127.0.0.1:{port}"
        self.environment = {**base, "EMAIL_URL": self.mail.url, "SITE_URL": self.address}
        os.environ.update(self.environment)
        os.environ.pop(processes.MARK)
        import django

        django.setup()

    def close(self) -> list[str]:
        """Everything ends; answers what had to be killed."""
        left = self.stop()
        if self.postgres:
            self.postgres.stop("immediate")
        if hasattr(self, "mail"):
            self.mail.stop()
        return left

    def start(self, *names: str) -> None:
        """Start these processes, all of `make run` by default, and wait for the web."""
        self.supervisor = self._begin("bench.faults.stack", *(names or ALL))
        self.until(self.answers, "the web answers")

    def extra(self, module: str) -> None:
        """One more process beside the supervised ones."""
        self.extras.append(self._begin(module))

    def _begin(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *words],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self) -> list[str]:
        """Ctrl-C for the supervisor; answers what outlived it and had to be killed."""
        for extra in self.extras:
            extra.terminate()
            extra.wait(STOP_S)
        self.extras.clear()
        if self.supervisor is None:
            return []
        if self.supervisor.poll() is None:
            os.kill(self.supervisor.pid, signal.SIGINT)
        until = time.monotonic() + STOP_S
        while (left := self._left()) and time.monotonic() < until:
            self.supervisor.poll()
            time.sleep(0.1)
        names = [processes.words_of(pid)[:120] for pid in left]
        for pid in left:
            processes.kill(pid)
        self.supervisor.wait(STOP_S)
        self.supervisor = None
        return names

    def _left(self) -> list[int]:
        """What still runs of the site itself."""
        return [pid for pid in processes.of_run(self.mark) if pid != self.mail.process.pid]

    # Asking

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health/live", timeout=5):
                return True
        except OSError:
            return False

    def tell(self, kind: str, start: int, count: int, **more: Any) -> None:
        """Have the web tell people; asked again until it says yes, as a person would."""
        form = {"kind": kind, "start": start, "count": count, **more}
        body = urllib.parse.urlencode(form).encode()
        self.until(lambda: self._told(body), "the web tells", self.plan.patience_s)

    def _told(self, body: bytes) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/faults/tell/", body, timeout=30):
                return True
        except urllib.error.HTTPError as error:
            return error.code == 200
        except OSError:
            return False

    def until(self, holds: Callable[[], bool], what: str, patience_s: float = 60) -> None:
        """Wait for something. Raises TimeoutError, with what was waited for."""
        until = time.monotonic() + patience_s
        while not holds():
            if self.supervisor and self.supervisor.poll() is not None:
                raise TimeoutError(f"the supervisor gave up before {what}")
            if time.monotonic() > until:
                raise TimeoutError(f"not in {patience_s:.0f} s: {what}")
            time.sleep(0.2)

    def _database(self, templates: Path) -> str:
        if self.database == POSTGRES:
            self.postgres = Postgres(self.folder / "pg", free_port())
            self.postgres.copy_of(templates / "pg")
            return self.postgres.url
        copy = shutil.copy(templates / "template.sqlite3", self.folder / "site.sqlite3")
        return f"sqlite:///{copy}"
