"""Why something is not recorded, in the reader's language."""

from portal.kit import refusals


class RefusedError(refusals.RefusedError):
    """This cannot be kept."""


class StaleError(RefusedError):
    """A colleague changed it in the meantime."""


class DraftError(Exception):
    """A draft could not be set."""
