"""PDF (ISO 32000): the table at its end leads to objects that are there. It is not changed."""

import re
from typing import Final

from accounts.credentials.contents.broken import BrokenFileError

SPACE: Final = b"\0\t\n\f\r "
HEAD: Final = re.compile(rb"%PDF-[12]\.\d")
FOOT: Final = re.compile(rb"startxref\s+(\d{1,9})\s+%%EOF\Z")
TABLE: Final = re.compile(rb"\s*xref\s+\d+\s+\d+")
STREAM: Final = re.compile(rb"\s*\d{1,9}\s+\d{1,5}\s+obj\s*<<")
ROOT: Final = re.compile(rb"/Root\s+(\d{1,9})\s+(\d{1,5})\s+R")
NEAR: Final = 4096


def whole(content: bytes) -> bytes:
    """The same file, begun and ended as a PDF. Raises BrokenFileError."""
    told = content.rstrip(SPACE)
    foot = FOOT.search(told, max(len(told) - 64, 0))
    if not HEAD.match(content) or foot is None:
        raise BrokenFileError
    start = int(foot[1])
    if TABLE.match(content, start):
        _follow_table(content, start)
    elif STREAM.match(content, start):
        _follow_stream(content, start)
    else:
        raise BrokenFileError
    return content


def _follow_table(content: bytes, start: int) -> None:
    """A classic table: behind its trailer stands the number of an object that is there."""
    trailer = content.find(b"trailer", start)
    root = ROOT.search(content, trailer, trailer + NEAR) if trailer > 0 else None
    if root is None:
        raise BrokenFileError
    wanted = re.compile(rb"(?<!\d)%s\s+%s\s+obj\b" % (root[1], root[2]))
    packed = content.find(b"/XRefStm", trailer, trailer + NEAR) > 0
    if not packed and not wanted.search(content):
        raise BrokenFileError


def _follow_stream(content: bytes, start: int) -> None:
    """A table packed as a stream (since PDF 1.5): its own head says what it is."""
    end = content.find(b"stream", start, start + NEAR)
    head = content[start : max(end, start)]
    if not re.search(rb"/Type\s*/XRef\b", head) or not ROOT.search(head):
        raise BrokenFileError
