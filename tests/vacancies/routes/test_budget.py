"""The clock hours of lid 6 in a study year."""

from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.cases import answer, records, reference_book, replaced, verdict_of
from vacancies.codes import Decision, Need, Route
from vacancies.routes.facts import Board
from vacancies.routes.rulebook import Constant
from vacancies.routes.verdict import Limit, Remedy, Status
from vacancies.routes.verdict import Warning as Caution

SIX = Route.GUEST_TEACHER_SIX_HOURS
OPEN = (Status.OPEN, set())
CLOSED = (Status.CLOSED, {Need.AVG_HOURS})
ASKED = (Status.OPEN_IF, {Need.AVG_HOURS})


def asked(planned, booked=0, **told):
    decided = records(Decision.SPECIFIC_KNOWLEDGE_JUDGED, on=date(2020, 1, 1))
    board = Board(records=decided, booked_hours=booked)
    return verdict_of(SIX, board=board, named_teacher=True, clock_hours_year=planned, **told)


@pytest.mark.parametrize(
    ("planned", "booked", "weeks", "expected"),
    [
        (240, 0, None, OPEN),
        (241, 0, None, CLOSED),
        (Decimal("240.25"), 0, None, CLOSED),
        (40, 200, None, OPEN),
        (40, 201, None, CLOSED),
        (0, 240, None, OPEN),
        (216, 0, 36, OPEN),
        (217, 0, 36, CLOSED),
        (252, 0, 42, OPEN),
        (1, 0, 0, CLOSED),
        (None, 0, None, ASKED),
        (None, 240, None, ASKED),
        (None, 241, None, CLOSED),
        (None, 217, 36, CLOSED),
    ],
)
def test_the_budget_is_six_hours_a_week_on_average(planned, booked, weeks, expected):
    assert answer(asked(planned, booked, teaching_weeks=weeks)) == expected


def test_the_limit_tells_what_is_used_with_this_plan():
    assert asked(60, booked=30).limit == Limit(Decimal(240), Decimal(90), Decimal(150))


def test_without_a_plan_no_limit_is_told():
    assert asked(None).limit is None


def test_the_school_has_to_do_with_hours():
    assert asked(None).missing_school == (Need.AVG_HOURS,)
    assert asked(300).missing_school == (Need.AVG_HOURS,)


def test_other_routes_have_no_budget():
    assert verdict_of(Route.QUALIFIED_TEACHER, clock_hours_year=300).limit is None


@pytest.mark.parametrize(
    ("start_on", "budget"),
    [
        (date(2020, 12, 31), 160),
        (date(2021, 1, 1), 160),  # the study year began under the old number
        (date(2021, 7, 31), 160),
        (date(2021, 8, 1), 240),
    ],
)
def test_the_budget_is_that_of_the_first_day_of_the_study_year(start_on, budget):
    assert asked(1, on=date(2021, 3, 1), start_on=start_on).limit.budget == budget


def test_a_number_that_begins_within_the_study_year_waits_for_the_next():
    book = replaced("guest_avg_clock_hours_week", "5", date(2026, 8, 2))

    assert asked(240, book=book).status == Status.OPEN
    assert asked(240, book=book, start_on=date(2027, 8, 1)).status == Status.CLOSED


def test_the_weeks_are_those_of_the_study_year_too():
    book = replaced("guest_teaching_weeks", "38", date(2026, 8, 1))

    assert asked(1, book=book).limit.budget == 228
    assert asked(1, book=book, start_on=date(2026, 7, 31)).limit.budget == 240


def test_when_a_study_year_begins_is_read_on_the_day_of_the_verdict():
    rows = [
        Constant("study_year_start", "09-01", date(2027, 1, 1)),
        Constant("guest_avg_clock_hours_week", "5", date(2026, 8, 15)),
    ]

    assert asked(240, book=reference_book(*rows)).limit.budget == 240


def test_without_a_first_day_the_day_of_the_verdict_counts():
    book = replaced("guest_avg_clock_hours_week", "5", date(2026, 8, 1))

    assert asked(1, book=book, start_on=None).limit.budget == 200
    assert asked(1, book=book, start_on=None, on=date(2026, 7, 31)).limit.budget == 240


@pytest.mark.parametrize(
    ("peak", "warnings"),
    [
        (6, ()),
        (Decimal("6.5"), (Caution.WEEK_OVER_AVERAGE,)),
        (7, (Caution.WEEK_OVER_AVERAGE,)),
        (None, ()),
    ],
)
def test_a_busy_week_only_warns(peak, warnings):
    verdict = asked(200, peak_week_hours=peak)

    assert (verdict.status, verdict.warnings) == (Status.OPEN, warnings)


def test_a_busy_week_is_one_above_the_number_of_the_study_year():
    book = replaced("guest_avg_clock_hours_week", "8", date(2026, 8, 2))

    assert asked(200, peak_week_hours=8, book=book).warnings == (Caution.WEEK_OVER_AVERAGE,)


@pytest.mark.parametrize(
    ("planned", "peak", "booked", "expected"),
    [
        (280, 7, 0, [("6.0", None, None), (None, 34, 238)]),
        (280, 7, 100, [("3.5", None, None), (None, 20, 140)]),
        (300, Decimal("7.5"), 0, [("6.0", None, None), (None, 32, 240)]),
        (290, 7, 0, [("5.7", None, None), (None, 34, 238)]),
        (280, 7, 235, [("0.1", None, None)]),
        (280, 7, 239, []),
        (280, 7, 240, []),
        (280, 7, 300, []),
        (280, None, 0, []),
        (280, 0, 0, []),
        (0, 7, 241, []),
        (240, 7, 0, []),
        (200, 7, 0, []),
        (Decimal("240.5"), 6, 0, [("5.9", None, None), (None, 40, 240)]),
        (280, 7, Decimal("240.5"), []),
        (8, 8, 236, [("4.0", None, None)]),
        (8, 1, 239, [("0.1", None, None), (None, 1, 1)]),
    ],
)
def test_what_would_fit(planned, peak, booked, expected):
    verdict = asked(planned, booked, peak_week_hours=peak)

    assert verdict.remedies == tuple(
        Remedy(
            week_hours=None if hours is None else Decimal(hours),
            weeks=weeks,
            hours_year=None if year is None else Decimal(year),
        )
        for hours, weeks, year in expected
    )
