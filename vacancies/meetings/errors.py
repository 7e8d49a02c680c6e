"""Why an appointment is not made or changed, in the reader's language."""

from portal.kit import refusals


class RefusedError(refusals.RefusedError):
    """This cannot be done now."""


class StaleError(RefusedError):
    """The other side, or a colleague, changed it in the meantime."""
