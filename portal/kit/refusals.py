"""Why something cannot be done, in the words of the person who asked. Each feature has its own kind."""

from django.utils.functional import Promise


class RefusedError(Exception):
    """This cannot be done; `field` is where it went wrong, empty when it is the whole."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.field = field
