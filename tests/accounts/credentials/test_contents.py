"""What a file really is: whole ones pass, everything that only looks like one does not."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.credentials.contents import BrokenFileError, UnknownTypeError, judged
from tests.papers import JPEG, PDF, PNG, chunk, pdf, png

SCRIPT = b"<script>alert(1)</script>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(side_up: int, order: str = ">") -> bytes:
    """A remark of a camera: which side is up, and where the photo was made."""
    name = b"MM\0*" if order == ">" else b"II*\0"
    tags = struct.pack(f"{order}IHHHIHHHHII", 8, 2, 0x0112, 3, 1, side_up, 0, 0x8825, 4, 1, 26)
    return segment(0xE1, b"Exif\0\0" + name + tags + b"52.5126N 6.0936E")


@pytest.mark.parametrize(
    ("content", "media_type", "ending"),
    [
        (PDF, "application/pdf", "pdf"),
        (JPEG, "image/jpeg", "jpg"),
        (PNG, "image/png", "png"),
        (png(40, 9), "image/png", "png"),
        (PDF + b"\r\n\0\0", "application/pdf", "pdf"),
    ],
)
def test_whole_files_are_known(content, media_type, ending):
    found = judged(content)

    assert (found.media_type, found.ending) == (media_type, ending)


@pytest.mark.parametrize(
    "content",
    [b"", SVG, b"<!doctype html>" + SCRIPT, b"GIF89a", b"PK\x03\x04", b" " + PDF, SCRIPT + PDF,
     b"MZ" + PNG, b"RIFF0000WEBP", b"\x00\x00\x00\x18ftypheic", b"%!PS-Adobe", JPEG[1:]],
)  # fmt: skip
def test_other_types_are_unknown(content):
    with pytest.raises(UnknownTypeError):
        judged(content)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4",
        b"%PDF-1.4\n<html>" + SCRIPT + b"</html>",
        b"%PDF-1.4\n" + SCRIPT + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\nxref\n0 1\ntrailer<<>>\nstartxref\n9\n%%EOF",
        PDF[:-20],
        PDF + b"PK\x03\x04 a second file",
        PDF.replace(b"startxref\n", b"startxref\n9"),
        pdf(root=b"7 0 R"),
        b"%PDF-x" + PDF[6:],
    ],
)
def test_what_only_begins_as_a_pdf_is_refused(content):
    with pytest.raises(BrokenFileError):
        judged(content)


def test_a_pdf_with_a_packed_table_is_known():
    body = b"%PDF-1.5\n"
    table = b"7 0 obj\n<< /Type /XRef /Root 1 0 R /Length 3 >>\nstream\nabc\nendstream\nendobj\n"
    foot = b"startxref\n%d\n%%%%EOF" % len(body)

    assert judged(body + table + foot).media_type == "application/pdf"
    with pytest.raises(BrokenFileError):
        judged(body + table.replace(b"/XRef", b"/Page") + foot)


@pytest.mark.parametrize(
    "content",
    [
        JPEG[:3],
        JPEG[:-2],
        JPEG[:200],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0" + SCRIPT,
        b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"\xff\xd9",
        JPEG.replace(b"\xff\xc0", b"\xff\xc4"),
        b"\xff\xd8\xff\xe0\x00\x00" + JPEG[4:],
    ],
)
def test_what_only_begins_as_a_jpeg_is_refused(content):
    with pytest.raises(BrokenFileError):
        judged(content)


def test_a_photo_loses_its_place_and_its_tail():
    photo = JPEG[:2] + exif(1) + segment(0xFE, SCRIPT) + JPEG[2:] + b"PK\x03\x04" + SCRIPT

    assert judged(photo).content == JPEG


@pytest.mark.parametrize("order", [">", "<"])
def test_a_photo_keeps_which_side_is_up(order):
    kept = judged(JPEG[:2] + exif(6, order) + JPEG[2:]).content

    assert b"52.5126N" not in kept
    assert struct.unpack(">H", kept[30:32])[0] == 6
    assert judged(kept).content == kept


@pytest.mark.parametrize("tiff", [b"", b"XX", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\x09\0"])
def test_an_unreadable_remark_is_left_out(tiff):
    assert judged(JPEG[:2] + segment(0xE1, b"Exif\0\0" + tiff) + JPEG[2:]).content == JPEG


@pytest.mark.parametrize(
    "content",
    [
        PNG[:8],
        PNG[:-1],
        PNG[:-12],
        PNG[:8] + SCRIPT,
        PNG.replace(b"IDAT", b"IDOT"),
        PNG[:40] + b"\0" + PNG[41:],
        png(rows=1),
        png(rows=3),
        png(0, 2),
        png(60_000, 60_000, rows=1),
        png(3, 2, chunk(b"ABCD", b"must be understood")),
        PNG[:8] + chunk(b"IEND", b""),
        PNG[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 5, 0, 0, 0)) + PNG[33:],
        PNG[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 9)) + PNG[33:],
    ],
)
def test_what_only_begins_as_a_png_is_refused(content):
    with pytest.raises(BrokenFileError):
        judged(content)


def test_a_picture_loses_its_remarks_and_its_tail():
    remarks = png(3, 2, chunk(b"tEXt", b"Comment\0" + SCRIPT), chunk(b"eXIf", b"52.5126N"))

    assert judged(remarks + b"PK\x03\x04" + SCRIPT).content == PNG


def test_an_interlaced_picture_is_counted_by_its_passes():
    head = struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 1)
    passes = bytes((1 + 1) + (1 + 1) + (1 + 1) + (1 + 3))
    content = (
        PNG[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(passes)) + chunk(b"IEND", b"")
    )

    assert judged(content).content == content


def test_a_bomb_is_not_blown_up():
    pixels = zlib.compress(bytes(50_000_000), 9)
    head = struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)
    with pytest.raises(BrokenFileError):
        judged(PNG[:8] + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


@pytest.mark.parametrize("whole", [JPEG, PNG, PDF])
@given(data=st.data())
def test_spoiled_files_are_refused_or_whole_but_never_crash(whole, data):
    place = data.draw(st.integers(0, len(whole)))
    spoiled = (
        whole[:place]
        + data.draw(st.binary(max_size=8))
        + whole[data.draw(st.integers(0, len(whole))) :]
    )
    try:
        kept = judged(spoiled).content
    except (BrokenFileError, UnknownTypeError):
        return
    assert judged(kept).content == kept
