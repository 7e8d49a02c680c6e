"""Hours over more than one study year, as blocks that each stay within one. Pure.

The budget of a year counts per study year, so a block never crosses 1 August.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from vacancies.routes import hours
from vacancies.routes.calendar import DAY
from vacancies.routes.rulebook import RuleBook


class Stretch(NamedTuple):
    """Days and weeks of work within one study year."""

    first: date
    last: date | None
    weeks: int


def stretches(first: date, last: date | None, weeks: int, book: RuleBook) -> tuple[Stretch, ...]:
    """The weeks spread over the study years in proportion to the days that each has.

    Together always as many weeks as asked; a year that gets none is left out. Without a last day
    the weeks are those of the first study year.
    """
    if last is None:
        return (Stretch(first, None, weeks),)
    years = list(_years(first, last, book))
    room = [hours.weeks_in(*year) for year in years]
    given = _spread(weeks, room)
    found = zip(years, given, strict=True)
    return tuple(Stretch(begins, ends, count) for (begins, ends), count in found if count)


def room(first: date, last: date | None, book: RuleBook) -> int:
    """How many weeks fit: without a last day until the study year ends."""
    return hours.weeks_in(first, last or hours.study_year(first, book)[1])


def year_to_plan(starts: Iterable[date], today: date, book: RuleBook) -> tuple[date, date] | None:
    """First and last day of the study year after the last one with hours: it can be planned from
    the year before it on. Hours that begin on these days are planned already."""
    last = max(starts, default=None)
    if last is None:
        return None
    first = hours.study_year(last, book)[1] + DAY
    if first > hours.study_year(today, book)[1] + DAY:
        return None
    return first, hours.study_year(first, book)[1]


def _years(first: date, last: date, book: RuleBook) -> Iterator[tuple[date, date]]:
    while first <= last:
        turn = hours.study_year(first, book)[1]
        yield first, min(last, turn)
        first = turn + DAY


def _spread(weeks: int, room: list[int]) -> list[int]:
    """Whole weeks in proportion to the room; what is left goes where most is cut off."""
    total = sum(room)
    given = [weeks * one // total for one in room]
    by_rest = sorted(range(len(room)), key=lambda one: (-(weeks * room[one] % total), one))
    for number in by_rest[: weeks - sum(given)]:
        given[number] += 1
    return given
