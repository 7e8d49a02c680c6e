"""Why something in the list is refused, in the reader's language."""

from portal.kit import refusals


class RefusedError(refusals.RefusedError):
    """It cannot be done; the text says why, for the person who asked."""
