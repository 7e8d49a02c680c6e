"""The door for files: what comes in is judged by its content, named anew and scanned."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.credentials import numbers, scanning
from accounts.credentials.contents import BrokenFileError, Judged, UnknownTypeError, judged
from accounts.credentials.errors import RefusedFileError
from accounts.models.credential import file_address, private_files

MOST_BYTES: Final = 10 * 1024 * 1024
LONGEST_STEM: Final = 80
UNWANTED: Final = re.compile(r"[^\w() -]+")
ACCEPTED: Final = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"


@dataclass(frozen=True)
class AcceptedFile:
    """A file that may be kept. `had_number`: its name held what may be a BSN, and does no more."""

    content: bytes
    media_type: str
    name: str
    had_number: bool = False


def accepted(upload: File) -> AcceptedFile:  # type: ignore[type-arg]
    """The file as it may be kept. Raises RefusedFileError, which says why not."""
    if upload.size > MOST_BYTES:
        raise RefusedFileError(_("This file is larger than 10 MB. Make it smaller and try again."))
    paper = _judged(upload.read())
    _scan(paper.content)
    name = (upload.name or "").replace("\\", "/").rpartition("/")[2]
    return AcceptedFile(
        paper.content,
        paper.media_type,
        f"{clean_stem(name)}.{paper.ending}",
        numbers.holds_bsn(name),
    )


def clean_stem(name: str) -> str:
    """The name without its ending, of letters, digits and spaces; no number that may be a BSN."""
    stem = name.rpartition(".")[0] or name
    plain = unicodedata.normalize("NFC", numbers.without_bsn(stem))
    return " ".join(UNWANTED.sub(" ", plain).split())[:LONGEST_STEM].strip(" -_") or _("paper")


@contextmanager
def stored(file: AcceptedFile | None, address: str = "") -> Iterator[dict[str, str]]:
    """Store a file for as long as the change inside succeeds; gives the columns of its row.
    Without an address it gets one among the papers."""
    if file is None:
        yield {}
        return
    storage = private_files()
    kept_at = storage.save(address or file_address(None, ""), ContentFile(file.content))
    try:
        yield {"file": kept_at, "file_name": file.name, "file_type": file.media_type}
    except BaseException:
        storage.delete(kept_at)
        raise


def forget(address: str) -> None:
    """Delete a stored file once this transaction has committed."""
    if address:
        transaction.on_commit(partial(private_files().delete, address), robust=True)


def _judged(content: bytes) -> Judged:
    if not content:
        raise RefusedFileError(_("This file is empty. Choose another one."))
    try:
        return judged(content)
    except UnknownTypeError:
        raise RefusedFileError(
            _("This is not a PDF, JPEG or PNG. Make a photo of the paper, or save it as PDF.")
        ) from None
    except BrokenFileError:
        raise RefusedFileError(
            _("This file is damaged or not whole. Save it again as PDF, or make a new photo.")
        ) from None


def _scan(content: bytes) -> None:
    try:
        scanning.scan(content)
    except scanning.InfectedError:
        raise RefusedFileError(
            _("The virus scanner found something in this file, so we do not keep it.")
        ) from None
    except scanning.ScannerAwayError:
        raise RefusedFileError(
            _("We cannot check files for viruses right now. Try again later.")
        ) from None
