"""The databases side by side, the faults of each one after the other, each in a process of its own."""

import json
import subprocess
import sys
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from bench.faults.mailserver import free_port
from bench.faults.plan import POSTGRES, SQLITE, Outcome
from bench.faults.postgres import Postgres
from bench.faults.running import ROOT, environment
from portal.run.leash import end_with_parent

LONG, SHORT = 10_000, 300
IN_SHORT: Final = {
    **dict.fromkeys(("kills", "poison", "missed"), SQLITE),
    **dict.fromkeys(("broker", "database", "smtp", "twice"), POSTGRES),
}
"""Which database has which fault in the short form: both lanes take about as long."""
LINE: Final = "{:<9} {:<9} {:>8} {:>10} {:>11} {:>6} {:>8}  {}"
HEAD: Final = ("fault", "database", "notices", "delivered", "duplicates", "kills", "seconds", "")


class Lanes:
    def __init__(self, options: Namespace, folder: Path) -> None:
        self.options, self.folder = options, folder
        self.templates = folder / "templates"
        self.running: set[subprocess.Popen[bytes]] = set()
        self.is_stopped = False

    def run(self) -> bool:
        """Whether everything held; whatever stops us stops what we started."""
        print(LINE.format(*HEAD).rstrip(), flush=True)
        with ThreadPoolExecutor(len(self.options.database)) as pool:
            lanes = [pool.submit(self._lane, database) for database in self.options.database]
            try:
                held = [lane.result() for lane in lanes]
                return all(held)
            finally:
                self.is_stopped = True
                for process in list(self.running):
                    process.terminate()

    def _lane(self, database: str) -> bool:
        faults, held = self._faults_of(database), True
        if faults:
            prepare(database, self.templates)
        for fault in faults:
            if not self.is_stopped:
                outcome = self._outcome(fault, database)
                held = held and not outcome.problems
                if not self.is_stopped:
                    _print(outcome)
        return held

    def _faults_of(self, database: str) -> list[str]:
        """What this database is put through: in the short form each fault meets one of them."""
        wanted = self.options.only
        faults = [fault for fault in wanted if fault != "database" or database == POSTGRES]
        if self.options.short and len(self.options.database) > 1:
            faults = [fault for fault in faults if IN_SHORT[fault] == database]
        return faults

    def _outcome(self, fault: str, database: str) -> Outcome:
        place = self.folder / f"{fault}-{database}"
        notices = self.options.notices or (SHORT if self.options.short else LONG)
        words = (place, self.templates, notices, self.options.seed, int(self.options.short))
        with subprocess.Popen(
            [sys.executable, "-m", "bench.faults.one", fault, database, *map(str, words)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            preexec_fn=end_with_parent,  # noqa: PLW1509  # it makes one call of the kernel
        ) as process:
            self.running.add(process)
            said, _nothing = process.communicate()
            self.running.discard(process)
        lines = said.decode().splitlines()
        if not lines:
            return Outcome(fault, database, problems=[f"ended with {process.returncode}"])
        outcome = Outcome(**json.loads(lines[-1]))
        if outcome.problems:
            print(f"-- {fault} on {database}:\n{_end_of(place / 'site.log')}", flush=True)
        return outcome


def prepare(database: str, folder: Path) -> None:
    """An empty, migrated database; every fault copies it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)  # PostgreSQL runs as somebody else
    file = folder / "template.sqlite3"
    if database == SQLITE and not file.exists():
        _migrate(folder, f"sqlite:///{file}")
    if database == POSTGRES and not (folder / "pg").exists():
        server = Postgres(folder / "pg", free_port())
        try:
            server.create()
            _migrate(folder, server.url)
        finally:
            server.stop()


def _migrate(folder: Path, url: str) -> None:
    command = [sys.executable, "manage.py", "migrate", "-v0", "--skip-checks"]
    subprocess.run(command, cwd=ROOT, env=environment(folder, url), check=True)


def _print(one: Outcome) -> None:
    figures = (one.notices, one.delivered, one.duplicates, one.kills, f"{one.seconds:.0f}")
    verdict = "FAILED" if one.problems else "ok"
    print(LINE.format(one.fault, one.database, *figures, f"{verdict}  {one.remark}".rstrip()))
    for problem in one.problems:
        print(f"          {problem}")
    sys.stdout.flush()


def _end_of(log: Path) -> str:
    """Its last lines, without those of tracebacks."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return "\n".join([line[:160] for line in lines if " |   " not in line][-25:])
