"""PNG (third edition): its chunks with their sums, and whether the pixels are all there."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from accounts.credentials.contents.broken import BrokenFileError

MAGIC: Final = b"\x89PNG\r\n\x1a\n"
KEPT: Final = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs")
)
SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # colour type: samples a pixel
DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
WHOLE: Final = ((0, 0, 1, 1),)
ADAM7: Final = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)
MOST_BYTES: Final = 256 * 1024 * 1024  # an A4 at 600 dpi in full colour takes 105 million
STEP: Final = 1024 * 1024

Chunk = tuple[bytes, bytes]


def bare(content: bytes) -> bytes:
    """The picture without remarks and without what hangs behind it. Raises BrokenFileError."""
    try:
        chunks = list(_chunks(content))
        _check(chunks)
    except (struct.error, zlib.error, KeyError, IndexError) as error:
        raise BrokenFileError from error
    return MAGIC + b"".join(_written(*chunk) for chunk in chunks if chunk[0] in KEPT)


def _chunks(content: bytes) -> Iterator[Chunk]:
    place = len(MAGIC)
    name = b""
    while name != b"IEND":
        size, name = struct.unpack_from(">I4s", content, place)
        body = content[place + 8 : place + 8 + size]
        total = struct.unpack_from(">I", content, place + 8 + size)[0]
        if zlib.crc32(name + body) != total:
            raise BrokenFileError
        yield name, body
        place += 12 + size


def _check(chunks: list[Chunk]) -> None:
    name, head = chunks[0]
    unknown = {name for name, _body in chunks if name not in KEPT and not name[0] & 32}
    if name != b"IHDR" or len(head) != 13 or unknown:
        raise BrokenFileError
    expected = _bytes_of(head)
    if not 0 < expected <= MOST_BYTES:
        raise BrokenFileError
    if _inflated(chunks, expected) != expected:
        raise BrokenFileError


def _bytes_of(head: bytes) -> int:
    """How many bytes the pixels of a picture with this head take, before they are packed."""
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", head)
    if packing or filtering or depth not in DEPTHS[colour]:
        raise BrokenFileError
    bits, total = depth * SAMPLES[colour], 0
    for left, top, right, down in (WHOLE, ADAM7)[interlace]:
        columns, rows = -(-(width - left) // right), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + -(-columns * bits // 8))
    return total


def _inflated(chunks: list[Chunk], expected: int) -> int:
    """How many bytes there are; never more than one step too many is made."""
    unpacked, total = zlib.decompressobj(), 0
    for name, body in chunks:
        waiting = body if name == b"IDAT" else b""
        while waiting and total <= expected:
            total += len(unpacked.decompress(waiting, STEP))
            waiting = unpacked.unconsumed_tail
    return total if unpacked.eof else total + len(unpacked.flush(STEP))


def _written(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
