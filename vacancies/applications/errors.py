"""Why a step of an application is refused, in the reader's language."""

from portal.kit import refusals


class RefusedError(refusals.RefusedError):
    """The step cannot be done; the text says why, for the person who asked."""
