"""What a file really is, judged by its content. Pure: bytes in, bytes out.

A picture is written anew with the picture only: where it was made, remarks, and whatever was
hung behind it stay out. A PDF is kept as it is, or refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from accounts.credentials.contents import jpeg, pdf, png
from accounts.credentials.contents.broken import BrokenFileError

__all__ = ["BrokenFileError", "Judged", "UnknownTypeError", "judged"]


class UnknownTypeError(Exception):
    """The content is no PDF, JPEG or PNG."""


@dataclass(frozen=True)
class Judged:
    """The content to keep, its media type and the ending of its name."""

    content: bytes
    media_type: str
    ending: str


READERS: Final[tuple[tuple[bytes, str, str, Callable[[bytes], bytes]], ...]] = (
    (b"%PDF-", "application/pdf", "pdf", pdf.whole),
    (b"\xff\xd8\xff", "image/jpeg", "jpg", jpeg.bare),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png", png.bare),
)


def judged(content: bytes) -> Judged:
    """The file as it may be kept. Raises UnknownTypeError, BrokenFileError."""
    for magic, media_type, ending, reader in READERS:
        if content.startswith(magic):
            return Judged(reader(content), media_type, ending)
    raise UnknownTypeError
