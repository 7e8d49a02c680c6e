"""What slips on the way, as a person would notice it. A reason to help, never a score. Pure.

Each signal has a name that stays the same while it is about the same thing, so that it makes one
friendly task; a milestone that gets a new day and slips again is a new one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from vacancies.lifecycles import Side
from vacancies.routes.rulebook import RuleBook
from vacancies.training.check_in_days import Asked, State, state_of, waited_until
from vacancies.training.milestones import RULE_OF, Code, Track


class Kind(StrEnum):
    """What can slip."""

    MILESTONE_LATE = "late"
    NO_ANSWER = "silent"
    LITTLE_COACHING = "coaching"
    STUDY_DAY_LOST = "study"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing: a milestone with its day, a week, or a side of a week."""

    kind: Kind
    code: str = ""
    day: date | None = None
    week: int = 0
    side: str = ""
    mask: int = 0

    def __str__(self) -> str:
        """As a task keeps it."""
        day = self.day.strftime("%Y%m%d") if self.day else ""
        parts = (self.kind, self.code, day, self.week, self.side, self.mask)
        return "-".join(str(part) for part in parts if part)

    @classmethod
    def parse(cls, text: str) -> "Signal":
        """Raises ValueError for what is no signal."""
        kind, *rest = text.split("-")
        match Kind(kind), rest:
            case Kind.MILESTONE_LATE, [code, day]:
                return cls(Kind.MILESTONE_LATE, code=Code(code), day=date.fromisoformat(day))
            case Kind.NO_ANSWER, [week, side]:
                return cls(Kind.NO_ANSWER, week=int(week), side=Side(side))
            case (Kind.LITTLE_COACHING | Kind.STUDY_DAY_LOST) as about, [week]:
                return cls(about, week=int(week))
            case Kind.CLASH, [mask]:
                return cls(Kind.CLASH, mask=int(mask))
        raise ValueError(text)


@dataclass(frozen=True, slots=True)
class Open:
    """A milestone that is not done yet."""

    code: Code
    due_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """What is looked at. `planned_mask`: the day-parts of lessons that this school planned."""

    milestones: tuple[Open, ...] = ()
    asked: tuple[Asked, ...] = ()
    agreed_hours: Decimal = Decimal(0)
    study_mask: int = 0
    planned_mask: int = 0


def signals_of(standing: Standing, today: date, book: RuleBook) -> tuple[Signal, ...]:
    """Everything that slips now. Of who is paused or done nobody asks."""
    return (
        *_late(standing.milestones, today),
        *_silent(standing.asked, today, book),
        *_not_kept(standing),
        *_clash(standing),
    )


def _late(milestones: Iterable[Open], today: date) -> Iterator[Signal]:
    """An extension that nobody needs is never late."""
    for one in milestones:
        if one.due_on < today and RULE_OF[one.code].track != Track.IF_NEEDED:
            yield Signal(Kind.MILESTONE_LATE, code=one.code, day=one.due_on)


def _silent(asked: Iterable[Asked], today: date, book: RuleBook) -> Iterator[Signal]:
    for one in asked:
        is_late = state_of(one, today, book) in (State.LATE, State.CLOSED)
        if is_late and today > waited_until(one.due_on, book):
            yield Signal(Kind.NO_ANSWER, week=one.week, side=one.side)


def _not_kept(standing: Standing) -> Iterator[Signal]:
    """What either side says counts: one honest answer is enough to talk about it."""
    answered = [one for one in standing.asked if one.is_answered]
    for week in sorted({one.week for one in answered}):
        of_week = [one for one in answered if one.week == week]
        hours = [one.coached_hours for one in of_week if one.coached_hours is not None]
        if hours and min(hours) < standing.agreed_hours:
            yield Signal(Kind.LITTLE_COACHING, week=week)
        if standing.study_mask and any(one.study_day_kept is False for one in of_week):
            yield Signal(Kind.STUDY_DAY_LOST, week=week)


def _clash(standing: Standing) -> Iterator[Signal]:
    both = standing.study_mask & standing.planned_mask
    if both:
        yield Signal(Kind.CLASH, mask=both)
