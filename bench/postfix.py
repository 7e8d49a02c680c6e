"""A mail server in C that takes everything: `smtp-sink`, unpacked from Debian's package."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class NoSinkError(Exception):
    """This machine cannot get or run smtp-sink; the text says why."""


@contextmanager
def smtp_sink() -> Iterator[int]:
    """The port at which it listens; nothing is installed, all of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="dagdeel-postfix-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        port = _free_port()
        command = [str(_unpacked(folder)), f"127.0.0.1:{port}", "256"]
        if os.geteuid() == 0:  # it refuses to run as root
            command[1:1] = ["-u", "nobody"]
        libraries = {"LD_LIBRARY_PATH": str(folder / "usr/lib/postfix")}
        process = subprocess.Popen(command, env=os.environ | libraries)
        try:
            _wait_for(port, process)
            yield port
        finally:
            process.kill()
            process.wait()


def _unpacked(folder: Path) -> Path:
    _run(["apt-get", "download", "postfix"], folder)
    (package,) = folder.glob("postfix_*.deb")
    _run(["dpkg", "-x", package.name, "."], folder)
    return folder / "usr/sbin/smtp-sink"


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=120, check=False
        )
    except (FileNotFoundError, subprocess.TimeoutExpired) as error:
        raise NoSinkError(f"{command[0]}: {error}") from error
    if done.returncode:
        raise NoSinkError(f"{' '.join(command)}: {done.stderr.strip()}")


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(100):
        if process.poll() is not None:
            raise NoSinkError(f"smtp-sink ended with {process.returncode}")
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise NoSinkError("smtp-sink does not listen")
