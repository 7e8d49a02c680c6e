"""Why something in the list is refused, in the reader's language."""


class RefusedError(Exception):
    """It cannot be done; the text says why, for the person who asked."""
