"""When a grant can be asked, which step follows which, and when to remind. Pure.

The first and the last day count. A day of a month that is shorter is its last day: a window that
closes on 29 February closes on 28 February in an ordinary year.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol


class Scheme(Protocol):
    """What a grant says of its window (`vacancies.models.SubsidyScheme`)."""

    opens_month: int
    opens_day: int
    closes_month: int
    closes_day: int
    closes_next_year: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a grant can be asked."""

    opens_on: date
    closes_on: date

    def is_open(self, on: date) -> bool:
        return self.opens_on <= on <= self.closes_on

    def is_over(self, on: date) -> bool:
        return on > self.closes_on

    def days_left(self, on: date) -> int:
        """Days until the last one: 0 on that day itself, less than 0 after it."""
        return (self.closes_on - on).days


STEPS: Final[Mapping[str, tuple[str, ...]]] = {
    "to_request": ("requested", "not_asked"),
    "requested": ("granted", "refused"),
    "granted": ("accounted", "repaid"),
    "refused": ("requested",),
    "accounted": ("repaid",),
    "not_asked": ("to_request",),
    "repaid": (),
}


def window(scheme: Scheme, training_began_on: date) -> Window:
    """First and last day to ask for a training that began on this day.

    The last day is the closing day of the year in which it began, or of the year after. A grant
    that closes the year after is asked once the training has begun: from that day when a round is
    open then, else from the next opening. Another is asked in the round that ends on the last day.
    """
    opens = scheme.opens_month, scheme.opens_day
    last = _day(training_began_on.year + scheme.closes_next_year, *_closes(scheme))
    opening = _last_before(last, opens)
    if not scheme.closes_next_year:
        return Window(opening, last)
    return Window(_first_from(training_began_on, opens, _closes(scheme)), last)


def next_reminder(closes_on: date, on: date, days: Iterable[int]) -> int | None:
    """Of the countdown 60, 30, 7 the number that counts today: the smallest not yet passed.

    None too early, and after the last day. A day on which nothing ran is made up for.
    """
    left = (closes_on - on).days
    if left < 0:
        return None
    return min((number for number in days if left <= number), default=None)


def _closes(scheme: Scheme) -> tuple[int, int]:
    return scheme.closes_month, scheme.closes_day


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _last_before(day: date, opens: tuple[int, int]) -> date:
    """The last opening on or before this day."""
    own = _day(day.year, *opens)
    return own if own <= day else _day(day.year - 1, *opens)


def _first_from(began: date, opens: tuple[int, int], closes: tuple[int, int]) -> date:
    """The first day from the beginning on that lies in a round."""
    opening = _last_before(began, opens)
    closing = _day(opening.year + (closes < opens), *closes)
    if began <= closing:
        return began
    return _day(opening.year + 1, *opens)
