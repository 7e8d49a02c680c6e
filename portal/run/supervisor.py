"""Honcho, with three things of our own: what falls is started again, what keeps falling stops all,
and nothing outlives the supervisor."""

import json
import multiprocessing
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from honcho import manager, printer, process

from portal.run.leash import end_with_parent

SHORT_LIFE_S: Final = 5.0
FALLS_ALLOWED: Final = 3


class KeptProcess(process.Process):
    """Runs its command again when it ends by itself; gives up after three short lives in a row."""

    def __init__(self, cmd: str, *, stopping: Any, **options: Any) -> None:
        super().__init__(cmd, **options)
        self._stopping = stopping
        self._child_ctor = partial(process.Popen, preexec_fn=end_with_parent)

    def run(self, events: Any = None, ignore_signals: bool = False) -> None:
        end_with_parent(signal.SIGKILL)
        self._events = events
        falls = 0
        while True:
            started_at = time.monotonic()
            returncode = self._live(ignore_signals)
            falls = falls + 1 if time.monotonic() - started_at < SHORT_LIFE_S else 1
            if falls > FALLS_ALLOWED or self._stopping.wait(falls):
                break
            self._send_message(f"ended (code {returncode}); starting it again\n")
        self._send_message({"returncode": returncode}, type="stop")

    def _live(self, ignore_signals: bool) -> int:
        """One life of the command: pass on what it says, answer with its exit code."""
        self._child = self._child_ctor(self.cmd, env=self.env, cwd=self.cwd)
        self._send_message({"pid": self._child.pid}, type="start")
        if ignore_signals:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
        for line in iter(self._child.stdout.readline, b""):
            self._send_message(line)
        self._child.stdout.close()
        return int(self._child.wait())


class JsonPrinter(printer.Printer):
    """Passes on lines that are JSON, and makes JSON of the others: the broker's, and our own."""

    def write(self, message: Any) -> None:
        data = message.data
        text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
        for line in text.splitlines():
            self.output.write(line if line.startswith("{") else _as_json(message, line))
            self.output.write("\n")
        self.output.flush()


def _as_json(message: Any, line: str) -> str:
    moment = message.time.astimezone().isoformat(timespec="milliseconds")
    facts = {"at": moment, "level": "info", "logger": f"run.{message.name}", "message": line}
    return json.dumps(facts, ensure_ascii=False)


class Supervisor(manager.Manager):
    """Starts all commands, stops all of them together; `in_json` is how it tells of them."""

    def __init__(self, commands: Mapping[str, Sequence[str]], *, in_json: bool = False) -> None:
        multiprocessing.set_start_method("fork", force=True)
        super().__init__(JsonPrinter(sys.stdout) if in_json else None)
        self._stopping = multiprocessing.Event()
        self._process_ctor = partial(KeptProcess, stopping=self._stopping)
        for name, command in commands.items():
            self.add_process(name, f"exec {shlex.join(command)}")

    def run(self) -> int:
        """Returns 0 when asked to stop, else the exit code of what kept falling."""
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
        self.loop()
        asked = {known["rc"] for known in manager.SIGNALS.values()}
        return 0 if self.returncode in asked else int(self.returncode or 1)

    def terminate(self) -> None:
        """Honcho can stop nothing of which it does not know yet that it started."""
        self._stopping.set()
        if super()._all_started():
            super().terminate()

    def _all_started(self) -> bool:
        """Asked in each turn of the loop: stops now what could not be stopped when it was asked."""
        all_started = bool(super()._all_started())
        if all_started and self._stopping.is_set():
            super().terminate()
        return all_started


def run_once(command: Sequence[str]) -> int:
    """Run one command to its end, with this terminal."""
    return subprocess.run(command, check=False, preexec_fn=end_with_parent).returncode  # noqa: S603
