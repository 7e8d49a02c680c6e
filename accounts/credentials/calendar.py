"""Days of papers: how long one can still be used, and when its owner is told. Pure."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

MONTHS_OF_YEAR = 12


class Term(StrEnum):
    """How long before the last day somebody is told: the nearest that has begun counts."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


def plus_months(day: date, months: int) -> date:
    """The same day of another month, or its last: 31-5 minus 3 months = 28-2."""
    month = day.month - 1 + months
    year, month = day.year + month // MONTHS_OF_YEAR, month % MONTHS_OF_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def begins_on(term: Term, last_day: date) -> date:
    """From this day on somebody is told that a paper runs out on `last_day`."""
    match term:
        case Term.WEEK:
            return last_day - timedelta(weeks=1)
        case Term.MONTH:
            return plus_months(last_day, -1)
        case Term.QUARTER:
            return plus_months(last_day, -3)


def term_due(last_day: date, today: date) -> Term | None:
    """What is to be told now; None: too early, or run out. A missed day changes nothing."""
    if today > last_day:
        return None
    return next((term for term in Term if begins_on(term, last_day) <= today), None)
