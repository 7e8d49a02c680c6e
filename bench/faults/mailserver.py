"""The mail server of a run: its process, its mood, its ledger."""

import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.faults import ledger
from bench.faults.ledger import Taken


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class MailServer:
    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.port = free_port()
        self.ledger = folder / "ledger.tsv"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.faults.sink", str(self.port), str(self.ledger)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            start_new_session=True,
        )
        self._hear("ready")

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}/"

    def be(self, mood: str) -> None:
        """In this mood from the moment this returns; "heal" ends every refusal of an address."""
        assert self.process.stdin
        self.process.stdin.write(f"{mood}\n")
        self.process.stdin.flush()
        self._hear("ok")

    def taken(self) -> list[Taken]:
        return ledger.read(self.ledger)

    def stop(self) -> None:
        with self.process:
            self.process.terminate()

    def _hear(self, wanted: str) -> None:
        assert self.process.stdout
        if self.process.stdout.readline().strip() != wanted:
            raise SystemExit("the mail server of the run ended")
