"""Why an appointment is not made or changed, in the reader's language."""

from django.utils.functional import Promise


class RefusedError(Exception):
    """This cannot be done now; `field` is where it went wrong, empty when it is the whole."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.field = field


class StaleError(RefusedError):
    """The other side, or a colleague, changed it in the meantime."""
