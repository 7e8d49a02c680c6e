"""Why something about a paper is refused, in the reader's language."""

from django.utils.functional import Promise

from portal.kit import refusals


class RefusedError(refusals.RefusedError):
    """This cannot be kept."""


class RefusedFileError(RefusedError):
    """This file is not kept."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message, "file")
