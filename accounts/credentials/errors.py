"""Why something about a paper is refused, in the reader's language."""

from django.utils.functional import Promise


class RefusedError(Exception):
    """This cannot be kept; `field` is where it went wrong, empty when it is the whole."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.field = field


class RefusedFileError(RefusedError):
    """This file is not kept."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message, "file")
