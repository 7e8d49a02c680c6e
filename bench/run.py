"""How long a clean clone takes to answer, how long a second start, how much memory it all takes.

    .venv/bin/python bench/run.py [--keep] [--report]

Clones the last commit into a temporary folder, runs `make run` there on a free port, asks pages
until all processes are warm, adds up the resident memory, stops it as Ctrl-C would, looks for
processes left behind, and starts it once more, or up to three times when that takes too long: what
else the machine does only makes it slower. Exits 1 when a limit is passed; with --report not for
one of time.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FIRST_S, SECOND_S, STOP_S, MEMORY_MB = 120, 8, 10, 800
STARTS: Final = 3
OURS: Final = ("DATABASE_URL", "REDIS_URL", "STATE_DIR", "CI", "DEMO", "PRODUCTION", "SITE_URL")
WARM: Final = ("", "vacatures/", "vacatures/?q=lassen", "over/", "account/login/", "beheer/login/")


class Stack:
    """`make run` in its own process group, as a terminal would start it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/"
        self.log = folder.parent / "run.log"
        kept = {key: value for key, value in os.environ.items() if key not in OURS}
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            ["make", "run"],
            cwd=folder,
            env={**kept, "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=self.log.open("ab"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def answered_after(self, patience_s: float) -> float:
        """Seconds until the home page came; raises SystemExit when it does not."""
        while time.monotonic() - self.started_at < patience_s:
            if self.process.poll() is not None:
                raise SystemExit(f"make run ended:\n{self.log.read_text()[-3000:]}")
            if self.status("") == 200:
                return time.monotonic() - self.started_at
            time.sleep(0.1)
        self.stop()
        raise SystemExit(f"no answer in {patience_s} s:\n{self.log.read_text()[-3000:]}")

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(self.url + path, timeout=10) as answer:
                answer.read()
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def is_ready(self, patience_s: float = 60) -> bool:
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            if self.status("health/ready") == 200:
                return True
            time.sleep(0.5)
        return False

    def processes(self) -> list[int]:
        """The whole tree below `make`, itself included."""
        parents = {pid: _parent(pid) for pid in _pids()}
        tree = {self.process.pid}
        while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
            tree |= more
        return sorted(tree)

    def stop(self) -> tuple[float, list[int]]:
        """Ctrl-C; answers how long it took and who is still there."""
        tree, asked_at = self.processes(), time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        while time.monotonic() - asked_at < STOP_S:
            self.process.poll()
            if not (left := [pid for pid in tree if _lives(pid)]):
                return time.monotonic() - asked_at, []
            time.sleep(0.05)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        return time.monotonic() - asked_at, left


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _memory_kb(pid: int, field: str) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith(field))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--keep", action="store_true", help="leave the clone where it is")
    parser.add_argument("--report", action="store_true", help="times are told and fail nothing")
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="dagdeel-bench-"))
    try:
        return _measure(folder / "clone", times_count=not chosen.report)
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _measure(clone: Path, *, times_count: bool) -> int:
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    port = _free_port()
    rows: list[tuple[str, float, float, str]] = []
    stack = Stack(clone, port)
    rows.append(("clean clone, first answer", stack.answered_after(4 * FIRST_S), FIRST_S, "s"))
    for _round in range(10):
        wrong = {path: status for path in WARM if (status := stack.status(path)) not in (200, 302)}
    ready = stack.is_ready()
    tree = stack.processes()
    resident = sum(_memory_kb(pid, "Rss:") for pid in tree) / 1024
    shared_once = sum(_memory_kb(pid, "Pss:") for pid in tree) / 1024
    rows.append((f"resident, {len(tree)} processes", resident, MEMORY_MB, "MB"))
    rows.append(("the same, shared pages counted once", shared_once, MEMORY_MB, "MB"))
    stopped_after, left = stack.stop()
    rows.append(("Ctrl-C, all gone", stopped_after, STOP_S, "s"))
    took_s, left_again = _started_again(clone, port)
    rows.append(("second start, first answer", took_s, SECOND_S, "s"))
    return _report(rows, wrong=wrong, ready=ready, left=left + left_again, times_count=times_count)


def _started_again(clone: Path, port: int) -> tuple[float, list[int]]:
    """The seconds of the quickest start, and the processes that one of them left behind."""
    took_s, left = float("inf"), []
    for _start in range(STARTS):
        if took_s > SECOND_S:
            stack = Stack(clone, port)
            took_s = min(took_s, stack.answered_after(60))
            left += stack.stop()[1]
    return took_s, left


def _report(
    rows: list[tuple[str, float, float, str]],
    *,
    wrong: dict[str, int],
    ready: bool,
    left: list[int],
    times_count: bool,
) -> int:
    for name, figure, limit, unit in rows:
        verdict = "" if figure <= limit else "   TOO MUCH"
        print(f"{name:<38} {figure:8.1f} {unit:<2}  (limit {limit:g}){verdict}")
    if not ready:
        print("/health/ready did not become 200 within a minute")
    if wrong:
        print(f"pages that did not answer well: {wrong}")
    if left:
        print(f"processes left behind: {left}")
    passed = [unit for _name, figure, limit, unit in rows if figure > limit]
    counted = [unit for unit in passed if times_count or unit != "s"]
    return int(bool(wrong or left or not ready or counted))


if __name__ == "__main__":
    sys.exit(main())
