"""Why a step of an application is refused, in the reader's language."""


class RefusedError(Exception):
    """The step cannot be done; the text says why, for the person who asked."""
