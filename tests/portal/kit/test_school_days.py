"""The days on which nothing is asked of a school."""

from datetime import date

import pytest

from accounts.enums import HolidayRegion
from portal.kit.school_days import is_school_day, school_day_until

SUMMERS = {
    ("north", 2027): (date(2027, 7, 10), date(2027, 8, 22)),
    ("central", 2027): (date(2027, 7, 17), date(2027, 8, 29)),
    ("south", 2027): (date(2027, 7, 24), date(2027, 9, 5)),
    ("north", 2028): (date(2028, 7, 15), date(2028, 8, 27)),
    ("central", 2028): (date(2028, 7, 8), date(2028, 8, 20)),
    ("south", 2028): (date(2028, 7, 22), date(2028, 9, 3)),
}


@pytest.mark.parametrize(("region", "year"), SUMMERS)
def test_a_region_has_its_own_summer(region, year):
    first, last = SUMMERS[region, year]

    assert not is_school_day(first, region)
    assert not is_school_day(last, region)
    assert is_school_day(date.fromordinal(last.toordinal() + 1), region)
    assert school_day_until(last, region) == date.fromordinal(first.toordinal() - 1)


@pytest.mark.parametrize(
    "day",
    [
        *(date(2027, 3, 26), date(2027, 3, 29), date(2027, 4, 27), date(2027, 5, 5)),
        *(date(2027, 5, 6), date(2027, 5, 17), date(2027, 12, 26), date(2028, 6, 5)),
    ],
)
@pytest.mark.parametrize("region", HolidayRegion.values)
def test_holidays_of_the_cao_are_no_school_days(day, region):
    assert not is_school_day(day, region)


@pytest.mark.parametrize("region", HolidayRegion.values)
def test_a_weekend_moves_to_the_friday(region):
    assert school_day_until(date(2027, 6, 6), region) == date(2027, 6, 4)
    assert school_day_until(date(2027, 6, 4), region) == date(2027, 6, 4)


@pytest.mark.parametrize("region", HolidayRegion.values)
def test_a_year_without_known_school_holidays_has_weekends_and_public_holidays(region):
    assert not is_school_day(date(2045, 12, 25), region)
    assert is_school_day(date(2045, 7, 19), region)
