"""Days on which a school in the Netherlands works: no weekend, no holiday of its region.

Schools for mbo set their own holidays; these are the ministry's dates, as a default. School
holidays are known some years ahead; farther on only weekends and public holidays count.
"""

from datetime import date, timedelta
from functools import cache
from typing import Final

DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
REGIONS: Final = {"north": "Noord", "central": "Midden", "south": "Zuid"}


def is_school_day(day: date, region: str) -> bool:
    """Whether schools of this holiday region work on this day."""
    return day.weekday() < SATURDAY and day not in _days_off(day.year, region)


def is_holiday(day: date, region: str) -> bool:
    """Whether this is a public holiday, or a day in a school holiday of this region."""
    return day in _days_off(day.year, region)


def school_day_until(day: date, region: str) -> date:
    """This day, or the last one before it on which schools of this region work."""
    while not is_school_day(day, region):
        day -= DAY
    return day


@cache
def _days_off(year: int, region: str) -> frozenset[date]:
    """Public holidays of the cao (5 May in every year) and school holidays of one year."""
    from holidays import country_holidays  # noqa: PLC0415 - 11 MB a process

    categories = ("public", "optional", "school")
    found = country_holidays("NL", subdiv=REGIONS[region], years=year, categories=categories)
    return frozenset(found)
