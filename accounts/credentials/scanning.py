"""Ask a virus scanner: clamd, by INSTREAM over a unix or tcp socket. `CLAMD_URL` says where.

Nothing is asked while that is empty; a scanner that does not answer is never taken for a yes.
"""

import logging
import socket
import struct
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

logger = logging.getLogger(__name__)
PORT: Final = 3310
PATIENCE_S: Final = 15
CHUNK: Final = 64 * 1024
LONGEST_ANSWER: Final = 4096


class InfectedError(Exception):
    """The scanner found something."""


class ScannerAwayError(Exception):
    """The scanner gave no clear answer."""


def scan(content: bytes) -> None:
    """Return when the scanner finds nothing. Raises InfectedError, ScannerAwayError."""
    if not settings.CLAMD_URL:
        return
    try:
        answer = _ask(content)
    except OSError as error:
        logger.warning("the virus scanner is away: %s", type(error).__name__)
        raise ScannerAwayError from error
    if answer.endswith("FOUND"):
        raise InfectedError
    if answer != "stream: OK":
        logger.warning("the virus scanner gave no clear answer")
        raise ScannerAwayError


def _ask(content: bytes) -> str:
    with _connected() as line:
        line.sendall(b"zINSTREAM\0")
        for piece in _pieces(content):
            line.sendall(struct.pack(">I", len(piece)) + piece)
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            received = line.recv(LONGEST_ANSWER)
            if not received:
                break
            answer += received
    return answer.rstrip(b"\0\n").decode(errors="replace")


def _pieces(content: bytes) -> Iterator[bytes]:
    """The content in pieces, and the empty one that ends it."""
    for start in range(0, len(content), CHUNK):
        yield content[start : start + CHUNK]
    yield b""


def _connected() -> socket.socket:
    address = urlsplit(settings.CLAMD_URL)
    if address.scheme == "unix":
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(PATIENCE_S)
        try:
            line.connect(address.path)
        except OSError:
            line.close()
            raise
        return line
    return socket.create_connection(
        (address.hostname or "", address.port or PORT), timeout=PATIENCE_S
    )
