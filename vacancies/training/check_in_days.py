"""When the questions of the first weeks are asked, and until when they can be answered. Pure.

Three honest questions to each side: each answers without knowing what the other says, and both
read both answers once both are there, or once the days to answer first have passed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from vacancies.lifecycles import Side
from vacancies.routes import calendar
from vacancies.routes.rulebook import RuleBook
from vacancies.training.clocks import Span

WEEKS: Final = "check_in_weeks"
WAIT: Final = "check_in_wait_days"
OPEN: Final = "check_in_open_days"
SIDES: Final = (Side.PROFESSIONAL, Side.SCHOOL)


class State(StrEnum):
    """How a check-in of one side stands on a day."""

    COMING = "coming"
    OPEN = "open"
    LATE = "late"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of one week to one side, with what was answered."""

    week: int
    side: Side
    due_on: date
    answered_at: datetime | None = None
    feeling: int | None = None
    coached_hours: Decimal | None = None
    study_day_kept: bool | None = None

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None


def weeks_of(book: RuleBook, on: date) -> tuple[int, ...]:
    """The weeks of the training in which is asked, the first one first."""
    return tuple(sorted(int(week) for week in book.word(WEEKS, on).split("-")))


def due_days(begun_on: date, pauses: Iterable[Span], weeks: Iterable[int]) -> dict[int, date]:
    """The day of each week; days on which it stood still do not count."""
    gaps = calendar.spans(pauses)
    return {week: _moved(begun_on, begun_on + timedelta(weeks=week), gaps) for week in weeks}


def _moved(begun_on: date, day: date, gaps: Iterable[Span]) -> date:
    for first, last in gaps:
        start = max(first, begun_on)
        if start <= day and last >= start:
            day += timedelta(days=(last - start).days + 1)
    return day


def state_of(one: Asked, today: date, book: RuleBook) -> State:
    """Late is no refusal: it can be answered for some weeks more, and then no longer."""
    if one.is_answered:
        return State.ANSWERED
    if today < one.due_on:
        return State.COMING
    if today > last_day(one.due_on, book):
        return State.CLOSED
    return State.LATE if today > waited_until(one.due_on, book) else State.OPEN


def waited_until(due_on: date, book: RuleBook) -> date:
    """Until then nobody reads the answer of the other, unless both answered."""
    return due_on + timedelta(days=book.whole(WAIT, due_on))


def last_day(due_on: date, book: RuleBook) -> date:
    """The last day on which an answer still tells about that week."""
    return due_on + timedelta(days=book.whole(OPEN, due_on))


def is_shown(asked: Iterable[Asked], today: date, book: RuleBook) -> bool:
    """Whether both sides read the answers of one week beside each other."""
    both = list(asked)
    if not any(one.is_answered for one in both):
        return False
    everybody = len(both) == len(SIDES) and all(one.is_answered for one in both)
    return everybody or all(today > waited_until(one.due_on, book) for one in both)
