"""Why an answer by a link is not kept."""

from enum import StrEnum


class Closed(StrEnum):
    """Why a link opens nothing to answer."""

    EXPIRED = "expired"
    OFF = "off"
    CHANGED = "changed"
    STALE = "stale"
    DONE = "done"


class ClosedError(Exception):
    """This cannot be answered now; `why` chooses the words."""

    def __init__(self, why: Closed) -> None:
        super().__init__(str(why))
        self.why = why
