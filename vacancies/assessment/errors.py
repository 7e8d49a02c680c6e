"""Why something is not recorded, in the reader's language."""

from django.utils.functional import Promise


class RefusedError(Exception):
    """This cannot be kept; `field` is where it went wrong, empty when it is the whole."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.field = field


class StaleError(RefusedError):
    """A colleague changed it in the meantime."""


class DraftError(Exception):
    """A draft could not be set."""
