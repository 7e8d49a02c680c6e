"""When a day-part is on the clock, and which day-parts of the coming weeks can be suggested. Pure.

The cao and the law name no times of day-parts. These are the usual hours of lessons in the mbo;
whoever proposes a meeting can name the exact time within its day-part.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from portal.kit import dayparts
from portal.kit.school_days import is_holiday

ZONE: Final = ZoneInfo("Europe/Amsterdam")
HOURS: Final = (
    (time(8, 30), time(12, 30)),
    (time(13), time(17)),
    (time(18, 30), time(21, 30)),
)
"""Begin and end of morning, afternoon and evening, in the order of `dayparts.PARTS`."""

NOTICE: Final = timedelta(days=2)
WEEKS: Final = 12
SUNDAY: Final = 6

Span = tuple[datetime, datetime]


@dataclass(frozen=True, order=True)
class Slot:
    """One concrete day-part: a day, morning (0), afternoon (1) or evening (2)."""

    on: date
    part: int

    @property
    def bit(self) -> int:
        """Its number in the week grid. Sunday is not in it."""
        return dayparts.bit(self.on.weekday(), self.part)

    @property
    def code(self) -> str:
        """As a form sends it: 2027-01-12.1."""
        return f"{self.on.isoformat()}.{self.part}"

    def span(self, exact: tuple[time, time] | None = None) -> Span:
        """When it begins and ends, on the clock of the Netherlands."""
        begins, ends = exact or HOURS[self.part]
        return at(self.on, begins), at(self.on, ends)


def at(on: date, clock: time) -> datetime:
    return datetime.combine(on, clock, ZONE)


def slot_of(code: str) -> Slot:
    """The slot with this code. Raises ValueError for anything else."""
    on, _dot, part = code.partition(".")
    slot = Slot(date.fromisoformat(on), int(part))
    if not 0 <= slot.part < len(dayparts.PARTS) or slot.on.weekday() == SUNDAY:
        raise ValueError(code)
    return slot


def holds(slot: Slot, exact: tuple[time, time]) -> bool:
    """Whether an exact time lies within the day-part."""
    begins, ends = HOURS[slot.part]
    return begins <= exact[0] < exact[1] <= ends


def is_workday(on: date, region: str) -> bool:
    """A day of the week grid outside the holidays of the region; on Saturday some schools teach."""
    return on.weekday() != SUNDAY and not is_holiday(on, region)


def overlaps(one: Span, others: Iterable[Span]) -> bool:
    return any(one[0] < ends and starts < one[1] for starts, ends in others)


def suggestions(
    *, free: int, asked: int, today: date, region: str, taken: Iterable[Span] = (), most: int = 8
) -> list[Slot]:
    """The first day-parts, from two days ahead, that are free and asked; where nothing is both,
    those that are free; where nothing is known to be free, those that are asked."""
    mask, busy = free & asked or free or asked, list(taken)
    found = (
        slot
        for slot in _coming(today + NOTICE)
        if mask >> slot.bit & 1 and is_workday(slot.on, region) and not overlaps(slot.span(), busy)
    )
    return [slot for slot, _number in zip(found, range(most), strict=False)]


def _coming(first: date) -> Iterator[Slot]:
    """Every day-part of the coming weeks but Sunday's, in order."""
    for number in range(WEEKS * 7):
        on = first + timedelta(days=number)
        if on.weekday() != SUNDAY:
            yield from (Slot(on, part) for part in range(len(dayparts.PARTS)))
