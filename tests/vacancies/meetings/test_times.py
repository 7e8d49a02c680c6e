"""When day-parts are, and which are suggested. Pure: fixed dates, whatever today is."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit import dayparts
from portal.kit.school_days import is_holiday
from vacancies.meetings import times
from vacancies.meetings.times import Slot, suggestions

MONDAY = date(2027, 1, 11)
TUESDAY_AFTERNOON = dayparts.parse("tuesday_afternoon")


def of(free, asked, today=MONDAY, **options):
    found = suggestions(
        free=dayparts.parse(free),
        asked=dayparts.parse(asked),
        today=today,
        region=options.pop("region", "north"),
        **options,
    )
    return [slot.code for slot in found]


def test_what_is_free_and_asked_is_suggested_week_after_week():
    found = of("tuesday_afternoon monday_morning", "tuesday_afternoon friday_evening", most=3)

    assert found == ["2027-01-19.1", "2027-01-26.1", "2027-02-02.1"]


def test_tomorrow_is_too_soon():
    assert of("tuesday_morning", "tuesday_morning", most=1) == ["2027-01-19.0"]
    assert of("wednesday_morning", "wednesday_morning", most=1) == ["2027-01-13.0"]


@pytest.mark.parametrize(
    ("region", "first"),
    [("north", "2027-03-02.1"), ("south", "2027-02-23.1")],
)
def test_no_day_of_a_school_holiday_is_suggested(region, first):
    """Spring 2027: the south is free from 13 to 21 February, the north from 20 to 28."""
    found = of("tuesday_afternoon", "tuesday_afternoon", today=date(2027, 2, 15), region=region)

    assert found[0] == first


@pytest.mark.parametrize(
    "day", ["2027-03-26", "2027-03-29", "2027-04-27", "2027-05-05", "2027-05-06", "2027-12-25"]
)
def test_no_public_holiday_is_suggested(day):
    on = date.fromisoformat(day)
    mask = 0b111 << on.weekday() * 3

    found = suggestions(free=mask, asked=mask, today=on - timedelta(days=4), region="north")

    assert found
    assert on not in {slot.on for slot in found}


def test_a_saturday_is_suggested_where_it_is_asked():
    assert of("saturday_morning", "saturday_morning", most=1) == ["2027-01-16.0"]


def test_nothing_both_free_and_asked_gives_what_is_free():
    assert of("friday_evening", "monday_morning", most=1) == ["2027-01-15.2"]


def test_nothing_known_to_be_free_gives_what_is_asked():
    assert of("", "monday_morning", most=1) == ["2027-01-18.0"]


def test_what_is_taken_is_left_out():
    taken = [Slot(date(2027, 1, 19), 1).span()]

    assert of("tuesday_afternoon", "tuesday_afternoon", taken=taken, most=1) == ["2027-01-26.1"]


@given(
    mask=st.integers(1, dayparts.FULL_WEEK),
    today=st.dates(date(2026, 8, 1), date(2029, 7, 1)),
    region=st.sampled_from(["north", "central", "south"]),
)
def test_suggestions_are_always_school_time_to_come(mask, today, region):
    found = suggestions(free=mask, asked=mask, today=today, region=region)

    assert found == sorted(set(found))
    for slot in found:
        assert slot.on >= today + times.NOTICE
        assert mask >> slot.bit & 1
        assert not is_holiday(slot.on, region)
        assert slot.on.weekday() != times.SUNDAY


def test_day_parts_follow_each_other_without_overlap():
    ends = [clock for part in times.HOURS for clock in part]

    assert ends == sorted(set(ends))


def test_an_exact_time_lies_in_its_day_part():
    morning = Slot(MONDAY, 0)

    assert times.holds(morning, (time(9), time(10)))
    assert times.holds(morning, times.HOURS[0])
    assert not times.holds(morning, (time(12), time(13)))
    assert not times.holds(morning, (time(10), time(10)))


def test_a_code_leads_back_to_its_slot():
    slot = Slot(MONDAY, 2)

    assert times.slot_of(slot.code) == slot


@pytest.mark.parametrize(
    "code",
    ["", "2027-01-11", "2027-01-11.3", "2027-01-11.-1", "2027-01-17.0", "x.1", "2027-02-30.1"],
)
def test_another_code_is_refused(code):
    with pytest.raises(ValueError):  # noqa: PT011 - several, from the standard library too
        times.slot_of(code)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [("2027-03-28", 1, 2), ("2027-10-31", 2, 1)],
)
def test_the_clock_time_stays_when_the_clock_changes(day, before, after):
    """The weekend in which the clock changes: 8:30 is 8:30 on both sides of it."""
    sunday = date.fromisoformat(day)
    for on, offset in [(sunday - timedelta(days=1), before), (sunday + timedelta(days=1), after)]:
        starts_at, ends_at = Slot(on, 0).span()
        assert (starts_at.hour, starts_at.minute) == (8, 30)
        assert starts_at.utcoffset() == timedelta(hours=offset)
        assert ends_at - starts_at == timedelta(hours=4)
