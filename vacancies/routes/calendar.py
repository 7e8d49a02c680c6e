"""Counting days as the law does: month ends clamp, a term ends the day before its anniversary."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from vacancies.routes.facts import Period

DAY: Final = timedelta(days=1)
DAYS_OF_YEAR: Final = 365  # where years are added up over a gap
MONTHS_OF_YEAR: Final = 12
SHORTEST_MONTH: Final = 28


def plus_months(day: date, months: int) -> date:
    """The same day of a later month, or its last: 31-8 + 6 months = 28-2."""
    month = day.month - 1 + months
    year, month = day.year + month // MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1
    if day.day <= SHORTEST_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def plus_years(day: date, years: int) -> date:
    return plus_months(day, years * MONTHS_OF_YEAR)


def last_day(first: date, years: int) -> date:
    """A term of n years from D ends the day before D + n years."""
    return plus_years(first, years) - DAY


def study_year_of(day: date, begins: tuple[int, int]) -> date:
    """First day of the study year that holds this day; it begins on 1 August (WEB 1.1.1)."""
    first = date(day.year, *begins)
    return first if first <= day else date(day.year - 1, *begins)


def spans(periods: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The same days, in order, with what touches or overlaps joined."""
    joined: list[tuple[date, date]] = []
    for first, last in sorted(periods):
        if joined and first <= joined[-1][1] + DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def days_in(periods: Iterable[tuple[date, date]]) -> int:
    return sum((last - first).days + 1 for first, last in periods)


def nth_day(periods: Iterable[tuple[date, date]], number: int) -> date | None:
    """The day that fills so many days, added up over periods as `spans` gives them."""
    for first, last in periods:
        days = (last - first).days + 1
        if number <= days:
            return first + timedelta(days=number - 1)
        number -= days
    return None


def joined_until(periods: Iterable[Period], day: date) -> date | None:
    """First day of the unbroken stretch of work that reaches up to this day, if any does."""
    for first, last in spans((one.from_on, one.until_on) for one in periods):
        if first <= day <= last + DAY:
            return first
    return None
