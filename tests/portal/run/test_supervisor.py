"""The supervisor with real processes of its own."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SLEEPER = "import pathlib, os, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(60)"


@pytest.fixture
def supervise(tmp_path):
    """Start a supervisor over these commands; what is left is ended after the test."""
    started = []

    def start(commands, then=""):
        code = textwrap.dedent(
            f"""
            import signal, sys
            from portal.run.supervisor import Supervisor

            class Watched(Supervisor):
                def _start(self):
                    super()._start()
                    {then}

            sys.exit(Watched({commands!r}).run())
            """
        )
        with (tmp_path / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-c", code],
                cwd=ROOT,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def sleeper(tmp_path):
    note = tmp_path / "pid"
    return [sys.executable, "-c", SLEEPER, str(note)], note


def _pid_in(note, other_than=None):
    for _attempt in range(500):
        if note.exists() and note.read_text() and int(note.read_text()) != other_than:
            return int(note.read_text())
        time.sleep(0.02)
    raise AssertionError("the process did not start")


def _is_gone(pid):
    for _attempt in range(500):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stops_all_when_asked(supervise, sleeper, asked):
    command, note = sleeper
    process = supervise({"one": command})
    pid = _pid_in(note)

    process.send_signal(asked)

    assert process.wait(15) == 0
    assert _is_gone(pid)


def test_stops_what_has_only_just_begun(supervise, sleeper):
    command, note = sleeper
    process = supervise({"one": command}, then="signal.raise_signal(signal.SIGINT)")

    assert process.wait(15) == 0
    assert not note.exists() or _is_gone(_pid_in(note))


def test_leaves_nothing_behind_when_killed(supervise, sleeper):
    command, note = sleeper
    process = supervise({"one": command})
    pid = _pid_in(note)

    process.kill()

    assert _is_gone(pid)


def test_starts_again_what_falls(supervise, sleeper):
    command, note = sleeper
    supervise({"one": command})
    pid = _pid_in(note)

    os.kill(pid, signal.SIGKILL)

    assert _pid_in(note, other_than=pid)


def test_gives_up_on_what_keeps_falling(supervise, sleeper, tmp_path):
    command, note = sleeper
    process = supervise({"one": command, "bad": [sys.executable, "-c", "raise SystemExit(3)"]})
    pid = _pid_in(note)

    assert process.wait(30) == 3
    assert _is_gone(pid)
    assert "ended (code 3); starting it again" in (tmp_path / "log").read_text()
