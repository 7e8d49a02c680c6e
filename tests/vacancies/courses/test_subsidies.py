"""The days of a grant: the last day is 15 October of the year after the start (domain: DUO)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.courses.subsidies import STEPS, Window, next_reminder, window
from vacancies.enums import SubsidyStatus


@dataclass(frozen=True)
class Rule:
    opens_month: int
    opens_day: int
    closes_month: int
    closes_day: int
    closes_next_year: bool


SWITCH = Rule(10, 16, 10, 15, closes_next_year=True)
SPRING = Rule(4, 1, 5, 31, closes_next_year=False)
SPRING_AFTER = Rule(4, 1, 5, 31, closes_next_year=True)
LEAP = Rule(2, 1, 2, 29, closes_next_year=True)
DAY = date.fromisoformat


@pytest.mark.parametrize(
    ("rule", "began", "first", "last"),
    [
        (SWITCH, "2026-09-01", "2026-09-01", "2027-10-15"),
        (SWITCH, "2026-10-15", "2026-10-15", "2027-10-15"),
        (SWITCH, "2026-10-16", "2026-10-16", "2027-10-15"),
        (SWITCH, "2026-12-31", "2026-12-31", "2027-10-15"),
        (SWITCH, "2027-01-01", "2027-01-01", "2028-10-15"),
        (SWITCH, "2028-02-29", "2028-02-29", "2029-10-15"),
        (SPRING, "2026-09-01", "2026-04-01", "2026-05-31"),
        (SPRING, "2027-02-01", "2027-04-01", "2027-05-31"),
        (SPRING, "2027-12-31", "2027-04-01", "2027-05-31"),
        (SPRING_AFTER, "2026-03-31", "2026-04-01", "2027-05-31"),
        (SPRING_AFTER, "2026-04-01", "2026-04-01", "2027-05-31"),
        (SPRING_AFTER, "2026-05-31", "2026-05-31", "2027-05-31"),
        (SPRING_AFTER, "2026-06-01", "2027-04-01", "2027-05-31"),
        (LEAP, "2026-02-28", "2026-02-28", "2027-02-28"),
        (LEAP, "2027-03-01", "2028-02-01", "2028-02-29"),
        (LEAP, "2028-02-29", "2028-02-29", "2029-02-28"),
    ],
)
def test_window_has_a_first_and_a_last_day(rule, began, first, last):
    assert window(rule, DAY(began)) == Window(DAY(first), DAY(last))


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_switch_grant_can_be_asked_from_the_start_for_months(began):
    found = window(SWITCH, began)

    assert found.opens_on == began
    assert (found.closes_on.year, found.closes_on.month, found.closes_on.day) == (
        began.year + 1,
        10,
        15,
    )
    assert found.days_left(began) >= 288


@given(
    st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    st.builds(Rule, *[st.integers(1, 12), st.integers(1, 31)] * 2, st.booleans()),
)
def test_any_window_begins_before_it_ends(began, rule):
    found = window(rule, began)

    assert found.opens_on <= found.closes_on


def test_both_days_of_a_window_count():
    spring = Window(date(2027, 4, 1), date(2027, 5, 31))

    assert [spring.is_open(DAY(day)) for day in ("2027-03-31", "2027-04-01", "2027-05-31")] == [
        False,
        True,
        True,
    ]
    assert not spring.is_open(date(2027, 6, 1))
    assert spring.is_over(date(2027, 6, 1))
    assert spring.days_left(date(2027, 5, 31)) == 0


@pytest.mark.parametrize(
    ("left", "counts"),
    [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-1, None)],
)
def test_reminders_count_down(left, counts):
    last = date(2027, 10, 15)

    assert next_reminder(last, last - timedelta(days=left), (60, 30, 7)) == counts


def test_every_state_of_a_grant_has_its_steps():
    states = set(SubsidyStatus.values)

    assert set(STEPS) == states
    assert {target for targets in STEPS.values() for target in targets} <= states
