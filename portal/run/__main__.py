"""Set up what is missing, then run web, worker, beat and broker until Ctrl-C."""

import errno
import fcntl
import os
import socket
import sys
import threading
import time
from pathlib import Path
from typing import IO, Final

from portal import env
from portal.run import broker
from portal.run.supervisor import Supervisor, run_once

BASE_DIR: Final = Path(__file__).resolve().parent.parent.parent
PATIENCE_S: Final = 60


def main() -> int:
    os.chdir(BASE_DIR)
    env.load_file(BASE_DIR / ".env")
    production = env.flag("PRODUCTION", default=False)
    if not env.text("DEMO"):
        os.environ["DEMO"] = "0" if production else "1"
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    os.environ.setdefault("PYTHONWARNINGS", "ignore:You're running the worker with superuser")
    state_dir = BASE_DIR / env.text("STATE_DIR", "var")
    state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    host, port = env.text("HOST", "127.0.0.1"), env.number("PORT", 8000)
    url = f"http://{host}:{port}/"
    lock = _only_one(state_dir, url)
    _check_port(host, port)
    code = run_once([sys.executable, "manage.py", "prepare"])
    if code == 0:
        in_json = env.text("LOG_FORMAT", "json" if production else "line") == "json"
        supervisor = Supervisor(commands(state_dir), in_json=in_json)
        where = (host, port, url, state_dir)
        if not in_json:
            threading.Thread(target=_announce, args=where, daemon=True).start()
        code = supervisor.run()
    lock.close()
    return code


def commands(state_dir: Path) -> dict[str, list[str]]:
    """What runs the site, by name; a broker of our own unless another one is named."""
    celery = [sys.executable, "-m", "celery", "--quiet", "--app"]
    found = {
        "web": [sys.executable, "-m", "gunicorn", "portal.wsgi"],
        "worker": [
            *(*celery, "portal", "worker", "--loglevel", "warning"),
            *("--concurrency", env.text("WORKER_CONCURRENCY", "1")),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        ],
        "beat": [
            *(*celery, "portal.beat", "beat", "--loglevel", "warning", "--pidfile", ""),
            *("--schedule", str(state_dir / "beat-schedule")),
        ],
    }
    if env.text("REDIS_URL"):
        return found
    os.environ["REDIS_URL"] = broker.url_of(state_dir)
    return {"broker": broker.command(state_dir), **found}


def _only_one(state_dir: Path, url: str) -> IO[str]:
    """A lock that lives as long as this process; says who has it when it is taken."""
    lock = (state_dir / "run.lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with lock:
            lock.seek(0)
            owner = lock.read().strip()
        raise SystemExit(f"Already running: {owner}. Stop it there with Ctrl-C.") from None
    lock.truncate(0)
    lock.write(f"{url} (process {os.getpid()})")
    lock.flush()
    return lock


def _check_port(host: str, port: int) -> None:
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise SystemExit(f"Cannot listen on {host}:{port}: {error.strerror}") from None
        raise SystemExit(
            f"Port {port} on {host} is taken by another program. "
            f"Choose another one: PORT={port + 1} make run"
        ) from None


def _announce(host: str, port: int, url: str, state_dir: Path) -> None:
    """Say where the site is as soon as it answers."""
    for _attempt in range(PATIENCE_S * 10):
        if not _answers(host, port):
            time.sleep(0.1)
            continue
        people = state_dir / "welcome.txt"
        welcome = people.read_text(encoding="utf-8") if people.exists() else ""
        sys.stdout.write(f"\n{welcome}\nThe site is ready: {url}   (Ctrl-C stops it)\n\n")
        sys.stdout.flush()
        return


def _answers(host: str, port: int) -> bool:
    """A bare request: an HTTP client would be the largest thing in this process."""
    try:
        with socket.create_connection((host, port), timeout=1) as line:
            line.sendall(b"GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return b" 200 " in line.recv(64)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
