"""Days as the law counts them."""

from datetime import date

import pytest

from vacancies.codes import Route
from vacancies.routes.calendar import (
    days_in,
    joined_until,
    last_day,
    nth_day,
    plus_months,
    plus_years,
    spans,
    study_year_of,
)
from vacancies.routes.facts import Period

AUGUST = (8, 1)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 8, 29), 6, date(2028, 2, 29)),
        (date(2026, 8, 29), 6, date(2027, 2, 28)),
        (date(2026, 8, 28), 6, date(2027, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 1, 31), 11, date(2026, 12, 31)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 1, 1), 0, date(2026, 1, 1)),
        (date(2026, 6, 30), 25, date(2028, 7, 30)),
    ],
)
def test_plus_months_clamps_to_the_last_day(day, months, expected):
    assert plus_months(day, months) == expected


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2028, 2, 29), 2, date(2030, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2027, 1, 4), 2, date(2029, 1, 4)),
    ],
)
def test_plus_years_clamps_a_leap_day(day, years, expected):
    assert plus_years(day, years) == expected


@pytest.mark.parametrize(
    ("first", "years", "expected"),
    [
        (date(2028, 2, 29), 2, date(2030, 2, 27)),
        (date(2027, 1, 4), 2, date(2029, 1, 3)),
        (date(2027, 1, 1), 1, date(2027, 12, 31)),
        (date(2028, 3, 1), 1, date(2029, 2, 28)),
    ],
)
def test_a_term_ends_the_day_before(first, years, expected):
    assert last_day(first, years) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 7, 31), date(2026, 8, 1)),
        (date(2027, 8, 1), date(2027, 8, 1)),
        (date(2027, 1, 1), date(2026, 8, 1)),
        (date(2027, 12, 31), date(2027, 8, 1)),
    ],
)
def test_a_study_year_begins_in_august(day, expected):
    assert study_year_of(day, AUGUST) == expected


MARCH = [(date(2026, 3, 1), date(2026, 3, 31))]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ((date(2026, 4, 1), date(2026, 4, 2)), [(date(2026, 3, 1), date(2026, 4, 2))]),
        ((date(2026, 4, 2), date(2026, 4, 3)), [*MARCH, (date(2026, 4, 2), date(2026, 4, 3))]),
        ((date(2026, 3, 5), date(2026, 3, 9)), MARCH),
        ((date(2026, 2, 1), date(2026, 3, 5)), [(date(2026, 2, 1), date(2026, 3, 31))]),
        ((date(2026, 2, 1), date(2026, 2, 27)), [(date(2026, 2, 1), date(2026, 2, 27)), *MARCH]),
        ((date(2026, 2, 1), date(2026, 2, 28)), [(date(2026, 2, 1), date(2026, 3, 31))]),
    ],
)
def test_spans_join_what_touches(more, expected):
    assert spans([*MARCH, more]) == expected


def test_only_the_last_of_several_spans_grows():
    january, february = (
        (date(2026, 1, 1), date(2026, 1, 5)),
        (date(2026, 2, 1), date(2026, 2, 20)),
    )
    more = [(date(2026, 2, 10), date(2026, 2, 15)), (date(2026, 2, 19), date(2026, 2, 25))]

    assert spans([january, february, *more]) == [january, (date(2026, 2, 1), date(2026, 2, 25))]


def test_no_spans_in_nothing():
    assert spans([]) == []


def test_both_ends_are_days_in_a_period():
    assert days_in([*MARCH, (date(2026, 5, 1), date(2026, 5, 1))]) == 32


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, date(2026, 3, 1)),
        (31, date(2026, 3, 31)),
        (32, date(2026, 5, 1)),
        (33, date(2026, 5, 2)),
        (34, None),
    ],
)
def test_nth_day_adds_up_over_a_gap(number, expected):
    assert nth_day([*MARCH, (date(2026, 5, 1), date(2026, 5, 2))], number) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 28), None),
        (date(2026, 3, 1), date(2026, 3, 1)),
        (date(2026, 4, 1), date(2026, 3, 1)),
        (date(2026, 4, 2), None),
    ],
)
def test_work_joins_until_the_day_after_it(day, expected):
    period = Period(Route.SUITABILITY_IN_TRAINING, *MARCH[0])

    assert joined_until([period], day) == expected
