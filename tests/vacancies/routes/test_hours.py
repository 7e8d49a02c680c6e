"""The hours guard: the year at one school closes, all else is a word."""

from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.cases import BOOK
from vacancies.codes import Route
from vacancies.routes import hours
from vacancies.routes.hours import Booking, Fault, Finding
from vacancies.routes.rulebook import Constant, RuleBook

AUTUMN = date(2026, 9, 7)
LID_6 = Route.GUEST_TEACHER_SIX_HOURS


def booking(week="5", weeks=20, starts_on=AUTUMN, school=1, route=LID_6, ends_on=None) -> Booking:
    return Booking(school, route, starts_on, Decimal(week), weeks, ends_on)


def test_within_the_budget_nothing_is_found():
    found = hours.guard(booking("6", 40), [], BOOK)

    assert (found.limit.budget, found.limit.used, found.limit.left) == (240, 240, 0)
    assert found.findings == frozenset()
    assert not found.refuses


@pytest.mark.parametrize(("week", "used"), [("5", 240), ("5.1", 241)])
def test_the_first_hour_over_the_year_is_refused(week, used):
    found = hours.guard(booking(week, 10), [booking("5", 38)], BOOK)

    assert found.limit.used == used
    assert found.refuses is (used > 240)


def test_one_hour_over_tells_what_fits():
    found = hours.guard(booking("1", 1), [booking("6", 40)], BOOK)
    over = hours.guard(booking("7", 40), [], BOOK)

    assert found.refuses
    assert found.limit.left == -1
    assert found.remedies == ()
    assert [(one.week_hours, one.weeks, one.hours_year) for one in over.remedies] == [
        (Decimal("6.0"), None, None),
        (None, 34, 238),
    ]


def test_a_busy_week_is_only_a_word():
    found = hours.guard(booking("8", 20), [], BOOK)

    assert found.findings == {Finding.WEEK_OVER_AVERAGE}
    assert not found.refuses


def test_weeks_that_overlap_add_up():
    first = booking("4", 10, ends_on=date(2026, 12, 18))
    later = booking("4", 10, starts_on=date(2027, 1, 4))
    beside = booking("4", 10, starts_on=date(2026, 12, 18))

    assert hours.guard(later, [first], BOOK).findings == frozenset()
    assert hours.guard(beside, [first], BOOK).findings == {Finding.WEEK_OVER_AVERAGE}


def test_every_study_year_has_its_own_budget():
    last_day, first_day = date(2027, 7, 31), date(2027, 8, 1)
    full = booking("6", 40)

    assert hours.guard(booking("6", 1, last_day), [full], BOOK).refuses
    assert not hours.guard(booking("6", 1, first_day), [full], BOOK).refuses


def test_other_routes_have_no_budget_and_take_none():
    training = booking("16", 40, route=Route.SUITABILITY_IN_TRAINING)

    assert hours.guard(training, [booking("6", 40)], BOOK) == hours.Guard(None, (), frozenset())
    assert hours.guard(booking("6", 40), [training], BOOK).limit.used == 240


def test_hours_elsewhere_never_count_here():
    elsewhere = booking("6", 30, school=2)
    found = hours.guard(booking("6", 40), [elsewhere], BOOK)

    assert found.limit.used == 240
    assert found.findings == {Finding.HOURS_ELSEWHERE, Finding.OVER_TOGETHER}
    assert not found.refuses


def test_hours_elsewhere_within_the_budget_together():
    found = hours.guard(booking("2", 20), [booking("5", 40, school=2)], BOOK)

    assert found.findings == {Finding.HOURS_ELSEWHERE}


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (booking(starts_on=date(2027, 6, 1), ends_on=date(2027, 7, 31), weeks=9), None),
        (
            booking(starts_on=date(2027, 6, 1), ends_on=date(2027, 8, 1), weeks=9),
            Fault.CROSSES_STUDY_YEAR,
        ),
        (booking(starts_on=date(2027, 8, 1), ends_on=date(2028, 7, 31), weeks=52), None),
        (booking(ends_on=date(2026, 9, 6)), Fault.ENDS_BEFORE_START),
        (booking(starts_on=date(2027, 7, 19), weeks=2), None),
        (booking(starts_on=date(2027, 7, 19), weeks=3), Fault.WEEKS_DO_NOT_FIT),
    ],
)
def test_a_plan_stays_within_its_study_year(asked, fault):
    assert hours.fault_of(asked, BOOK) is fault


def test_a_sheet_for_each_year_and_each_school():
    rows = [
        booking("6", 30),
        booking("6", 20, school=2),
        booking("2", 10, starts_on=date(2027, 9, 1)),
        booking("16", 40, route=Route.QUALIFIED_TEACHER),
    ]
    first, second = hours.sheets(rows, BOOK)

    assert first.begins_on == date(2026, 8, 1)
    assert [(school, limit.used) for school, limit in first.at] == [(1, 180), (2, 120)]
    assert (first.together.used, first.is_over_together) == (300, True)
    assert (second.together.used, second.is_over_together) == (20, False)


def test_one_school_over_its_budget_is_no_matter_of_several():
    (only,) = hours.sheets([booking("7", 40)], BOOK)

    assert only.together.left < 0
    assert not only.is_over_together


def test_a_later_number_changes_no_earlier_year():
    fewer = Constant("guest_teaching_weeks", "30", date(2027, 8, 1))
    book = RuleBook([*(row for name in BOOK.names for row in BOOK.rows(name)), fewer])

    assert hours.guard(booking("6", 40), [], book).limit.budget == 240
    assert hours.guard(booking("6", 40, date(2027, 8, 1)), [], book).limit.budget == 180
