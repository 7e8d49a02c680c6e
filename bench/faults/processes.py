"""The processes of a run, found in /proc by a mark in their environment (Linux)."""

import os
import signal
import time
from pathlib import Path
from typing import Final

MARK: Final = "FAULTS_RUN"
WORDS: Final = {
    "web": {"gunicorn", "portal.wsgi"},
    "worker": {"celery", "worker"},
    "beat": {"celery", "beat"},
}
"""The words on the command line that tell which process it is; the broker is its program."""
BROKER: Final = "valkey-server"


def of_run(mark: str) -> list[int]:
    """Every process that carries the mark, and what those started; ourselves apart.

    Some write their title over their environment: their parents tell whose they are.
    """
    wanted = f"{MARK}={mark}\0".encode()
    parents = {pid: _parent(pid) for pid in _pids()}
    found = {pid for pid in parents if wanted in _read(pid, "environ")}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {os.getpid()})


def heads(mark: str, name: str) -> list[int]:
    """The processes of this name that have no parent of the same name: what is supervised."""
    named = {pid for pid in of_run(mark) if _is(pid, name)}
    return sorted(pid for pid in named if _parent(pid) not in named)


def children(mark: str, name: str) -> list[int]:
    """What those started: the pool of a worker, the workers of the web."""
    parents = set(heads(mark, name))
    return sorted(pid for pid in of_run(mark) if _parent(pid) in parents)


def age_s(pid: int) -> float:
    """How long a process lives; 0 when it is gone."""
    fields = _read(pid, "stat").rpartition(b")")[2].split()
    if not fields:
        return 0
    began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - began


def kill(pid: int) -> bool:
    """SIGKILL; whether there was anything to kill."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def words_of(pid: int) -> str:
    return _read(pid, "cmdline").replace(b"\0", b" ").decode("utf-8", "replace").strip()


def _is(pid: int, name: str) -> bool:
    """A shell that is about to become the process is not yet it."""
    words = words_of(pid).split()
    if name == "broker":
        return bool(words) and Path(words[0]).name == BROKER
    return set(words) >= WORDS[name] and not words[0].endswith("sh")


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _parent(pid: int) -> int:
    fields = _read(pid, "stat").rpartition(b")")[2].split()
    return int(fields[1]) if fields else 0


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
