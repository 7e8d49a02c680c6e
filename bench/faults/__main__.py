"""Break a running site in every way we know, and count what arrives.

    .venv/bin/python -m bench.faults
    .venv/bin/python -m bench.faults --database sqlite postgres --notices 10000 --only kills broker
    .venv/bin/python -m bench.faults --short

Prints a row for each fault and database; exits 1 when one fails. `bench/README.md` explains.
"""

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from bench.faults.mailserver import free_port
from bench.faults.one import WHERE
from bench.faults.plan import POSTGRES, SQLITE, Outcome
from bench.faults.postgres import Postgres
from bench.faults.running import ROOT, environment
from portal.run.leash import end_with_parent

LONG, SHORT = 10_000, 300
IN_SHORT: Final = {
    **dict.fromkeys(("kills", "smtp", "missed"), (SQLITE,)),
    **dict.fromkeys(("broker", "database", "twice", "poison"), (POSTGRES,)),
}
"""Which database has which fault in the short form, so that both are done at the same time."""
LINE: Final = "{:<9} {:<9} {:>8} {:>10} {:>11} {:>6} {:>8}  {}"
HEAD: Final = ("fault", "database", "notices", "delivered", "duplicates", "kills", "seconds", "")


def main() -> int:
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = options.folder or Path(tempfile.mkdtemp(prefix="dagdeel-faults-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)  # PostgreSQL runs as somebody else
    try:
        return _report(_outcomes(options, folder))
    finally:
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    databases = [SQLITE, POSTGRES]
    options.add_argument("--database", nargs="+", choices=databases, default=databases)
    options.add_argument("--only", nargs="+", choices=list(WHERE), default=list(WHERE))
    options.add_argument("--notices", type=int, default=0, help="10,000, or 300 when short")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--short", action="store_true", help="as in CI: a minute or two")
    options.add_argument("--folder", type=Path, help="work here and leave everything behind")
    return options.parse_args()


def _faults_of(database: str, options: argparse.Namespace) -> list[str]:
    """What this database is put through: in the short form each fault meets one of them."""
    faults = [fault for fault in options.only if fault != "database" or database == POSTGRES]
    if options.short and len(options.database) > 1:
        faults = [fault for fault in faults if database in IN_SHORT[fault]]
    return faults


def _outcomes(options: argparse.Namespace, folder: Path) -> Iterator[Outcome]:
    """The databases at the same time, the faults of one after the other; told as they end."""
    with ThreadPoolExecutor(len(options.database)) as pool:
        lanes = [pool.submit(_lane, database, options, folder) for database in options.database]
        for lane in lanes:
            yield from lane.result()


def _lane(database: str, options: argparse.Namespace, folder: Path) -> list[Outcome]:
    if faults := _faults_of(database, options):
        _template(database, folder / "templates")
    return [_outcome(fault, database, options, folder) for fault in faults]


def _outcome(fault: str, database: str, options: argparse.Namespace, folder: Path) -> Outcome:
    notices = options.notices or (SHORT if options.short else LONG)
    place = folder / f"{fault}-{database}"
    words = (str(place), str(folder / "templates"), str(notices), str(options.seed))
    command = [sys.executable, "-m", "bench.faults.one", fault, database, *words]
    done = subprocess.run(
        [*command, str(int(options.short))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
        preexec_fn=end_with_parent,
    )
    lines = done.stdout.decode().splitlines()
    if not lines:
        return Outcome(fault, database, problems=[f"ended with {done.returncode}"])
    outcome = Outcome(**json.loads(lines[-1]))
    if outcome.problems:
        print(
            f"-- the log of {fault} on {database} ends:\n{_end_of(place / 'site.log')}", flush=True
        )
    return outcome


def _end_of(log: Path) -> str:
    """Its last lines, without those of tracebacks."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return "\n".join([line[:160] for line in lines if " |   " not in line][-25:])


def _template(database: str, folder: Path) -> None:
    """An empty, migrated database; every run copies it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    if database == SQLITE:
        if not (folder / "template.sqlite3").exists():
            _migrate(folder, f"sqlite:///{folder / 'template.sqlite3'}")
    elif not (folder / "pg").exists():
        server = Postgres(folder / "pg", free_port())
        try:
            server.create()
            _migrate(folder, server.url)
        finally:
            server.stop()


def _migrate(folder: Path, url: str) -> None:
    command = [sys.executable, "manage.py", "migrate", "-v0", "--skip-checks"]
    subprocess.run(command, cwd=ROOT, env=environment(folder, url), check=True)


def _report(outcomes: Iterator[Outcome]) -> int:
    failed = 0
    print(LINE.format(*HEAD).rstrip(), flush=True)
    for one in outcomes:
        figures = (one.notices, one.delivered, one.duplicates, one.kills, f"{one.seconds:.0f}")
        verdict = "FAILED" if one.problems else "ok"
        print(LINE.format(one.fault, one.database, *figures, f"{verdict}  {one.remark}".rstrip()))
        for problem in one.problems:
            print(f"          {problem}")
        sys.stdout.flush()
        failed += bool(one.problems)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
