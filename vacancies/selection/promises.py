"""The day before which a school promised an answer: when to remind it, when to own up. Pure."""

from datetime import date
from typing import Final

FIRST, LAST, LATE = "first", "last", "late"
BEFORE: Final = ((2, LAST), (7, FIRST))
FURTHEST: Final = 7


def stage_of(answer_by: date, today: date) -> str:
    """Which reminder is due: a run that was missed is caught up by the next, and none comes twice
    when each stage is told once. Empty while there is time."""
    left = (answer_by - today).days
    if left < 0:
        return LATE
    return next((stage for days, stage in BEFORE if left <= days), "")
