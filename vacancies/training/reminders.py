"""Which reminders are due on a day. Pure: the same day asked twice gives the same ones.

Of the steps before one day only the nearest that has come is due: who is told late is told once.
The first step tells the owner alone, the later ones also who waits. The day is part of the key,
so that after planning anew a new day is told anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from vacancies.lifecycles import Side
from vacancies.routes import calendar
from vacancies.routes.rulebook import RuleBook
from vacancies.training.milestones import Owner

BOTH: Final = (Side.PROFESSIONAL, Side.SCHOOL)


class What(StrEnum):
    """What has a last day."""

    MILESTONE = "milestone"
    TERM = "term"
    AGREEMENT = "agreement"


STEPS: Final = {
    What.MILESTONE: "reminder_deadline_weeks",
    What.TERM: "reminder_term_months",
    What.AGREEMENT: "reminder_term_months",
}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day that is still to be met. `code`: which milestone."""

    what: What
    due_on: date
    owner: Owner
    code: str = ""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One deadline at one step; `number`: so many weeks or months before."""

    deadline: Deadline
    number: int
    sides: tuple[Side, ...]

    @property
    def key(self) -> str:
        one = self.deadline
        return f"{one.code or one.what}:{one.due_on:%Y%m%d}:{self.number}"


def due(deadlines: Iterable[Deadline], today: date, book: RuleBook) -> Iterator[Reminder]:
    """What is to be told today, in the order of the days."""
    for deadline in sorted(deadlines, key=lambda one: (one.due_on, one.what, one.code)):
        if deadline.due_on < today:
            continue
        steps = steps_of(deadline.what, book, today)
        come = [step for step in steps if day_of_step(deadline, step) <= today]
        if come:
            nearest = min(come)
            is_first = nearest == max(steps)
            yield Reminder(deadline, nearest, _first_side(deadline) if is_first else BOTH)


def steps_of(what: What, book: RuleBook, on: date) -> tuple[int, ...]:
    """How long before, as the rule book has it: 6, 3 and 1."""
    return tuple(int(number) for number in book.word(STEPS[what], on).split("-"))


def day_of_step(deadline: Deadline, number: int) -> date:
    """So many months before the end of a term, or weeks before a milestone."""
    if deadline.what == What.MILESTONE:
        return deadline.due_on - timedelta(weeks=number)
    return calendar.plus_months(deadline.due_on, -number)


def _first_side(deadline: Deadline) -> tuple[Side, ...]:
    """A provider has no account here: the school records for it, and hears first."""
    return (Side.PROFESSIONAL if deadline.owner == Owner.PROFESSIONAL else Side.SCHOOL,)
