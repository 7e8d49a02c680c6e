"""JPEG (ITU T.81): the segments that draw the picture, and which side is up (Exif 2.3)."""

import re
import struct
from typing import Final

from accounts.credentials.contents.broken import BrokenFileError

START, END, SCAN = 0xD8, 0xD9, 0xDA
FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
REMARKS: Final = frozenset(range(0xE0, 0xF0)) | {0xFE}
KEPT_REMARKS: Final = ((0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
EXIF: Final = (0xE1, b"Exif\0\0")
ORIENTATION: Final = 0x0112
AFTER_SCAN: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def bare(content: bytes) -> bytes:
    """The picture without remarks and without what hangs behind it. Raises BrokenFileError."""
    try:
        return _rewritten(content)
    except (IndexError, struct.error) as error:
        raise BrokenFileError from error


def _rewritten(content: bytes) -> bytes:
    parts: list[bytes] = []
    place, side_up, has_frame, has_scan = 2, 1, False, False
    while (marker := _marker_at(content, place)) != END:
        size = struct.unpack_from(">H", content, place + 2)[0]
        body = content[place + 4 : place + 2 + size]
        if size < 2 or len(body) != size - 2:
            raise BrokenFileError
        end = place + 2 + size
        if marker == SCAN:
            has_scan, end = True, _end_of_scan(content, end)
        has_frame |= marker in FRAMES and _has_a_size(body)
        if (marker, body[:6]) == EXIF:
            side_up = _orientation(body[6:])
        if _is_kept(marker, body):
            parts.append(content[place:end])
        place = end
        while content[place : place + 2] == b"\xff\xff":  # fill bytes before a marker
            place += 1
    if not (has_frame and has_scan):
        raise BrokenFileError
    return b"".join([b"\xff\xd8", _exif(side_up), *parts, b"\xff\xd9"])


def _marker_at(content: bytes, place: int) -> int:
    if content[place] != 0xFF:
        raise BrokenFileError
    return content[place + 1]


def _end_of_scan(content: bytes, place: int) -> int:
    found = AFTER_SCAN.search(content, place)
    if found is None or found.start() == place:
        raise BrokenFileError
    return found.end() - 2


def _has_a_size(frame: bytes) -> bool:
    height, width = struct.unpack_from(">HH", frame, 1)
    return bool(height and width)


def _is_kept(marker: int, body: bytes) -> bool:
    kept = any(marker == one and body.startswith(name) for one, name in KEPT_REMARKS)
    return kept or marker not in REMARKS


def _orientation(tiff: bytes) -> int:
    """Which side is up, 1 to 8; 1, as it lies, when it is not told or not readable."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2], "")
    try:
        first = struct.unpack_from(f"{order}I", tiff, 4)[0] if order else len(tiff)
        count = struct.unpack_from(f"{order}H", tiff, first)[0]
        for number in range(count):
            entry = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if entry[0] == ORIENTATION and 1 <= entry[3] <= 8:
                return int(entry[3])
    except struct.error:
        return 1
    return 1


def _exif(side_up: int) -> bytes:
    """A segment that says only which side is up; nothing for a picture that lies right."""
    if side_up == 1:
        return b""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, side_up, 0, 0)
    body = EXIF[1] + tiff
    return struct.pack(">BBH", 0xFF, EXIF[0], len(body) + 2) + body
