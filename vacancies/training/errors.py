"""Why something about a trajectory is refused, in the reader's language."""

from django.utils.functional import Promise


class RefusedError(Exception):
    """This cannot be done; `field` is where it went wrong, empty when it is the whole."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.field = field


class StaleError(RefusedError):
    """Somebody changed the trajectory in the meantime; nothing was overwritten."""
