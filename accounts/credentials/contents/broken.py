"""Why a file of a type that we know is refused all the same."""


class BrokenFileError(Exception):
    """The file begins as its type asks, and does not go on like that."""
