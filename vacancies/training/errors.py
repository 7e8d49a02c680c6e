"""Why something about a trajectory is refused, in the reader's language."""

from portal.kit import refusals


class RefusedError(refusals.RefusedError):
    """This cannot be done."""


class StaleError(RefusedError):
    """Somebody changed the trajectory in the meantime; nothing was overwritten."""
