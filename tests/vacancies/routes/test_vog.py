"""The VOG: shown to this school in time, and good until the work there is interrupted."""

from dataclasses import replace
from datetime import date

import pytest

from tests.vacancies.routes.cases import (
    ON,
    START,
    VOG,
    answer,
    person,
    replaced,
    verdict_of,
    worked,
)
from vacancies.codes import Need, Route
from vacancies.routes.facts import Function, Paper
from vacancies.routes.verdict import Status
from vacancies.routes.verdict import Warning as Caution

QUALIFIED = Route.QUALIFIED_TEACHER
OPEN = (Status.OPEN, set())
ASKED = (Status.OPEN_IF, {Need.VOG_OK})


def shown(issued_on, shown_on, board=None, **told):
    vog = Paper("vog", issued_on=issued_on, shown_on=shown_on)
    who = person(vog=vog, papers=[Paper("teacher_diploma")])
    return verdict_of(QUALIFIED, who, board=board, **told)


@pytest.mark.parametrize(
    ("issued_on", "shown_on", "expected"),
    [
        (date(2026, 5, 2), date(2026, 11, 2), OPEN),
        (date(2026, 5, 1), date(2026, 11, 2), ASKED),
        (date(2026, 5, 10), ON, OPEN),
        (date(2026, 5, 9), ON, ASKED),
        (ON, ON, OPEN),
        (date(2025, 8, 31), date(2026, 2, 28), OPEN),
        (date(2025, 8, 31), date(2026, 3, 1), ASKED),
        (date(2025, 8, 29), date(2026, 2, 28), OPEN),
        (date(2026, 9, 1), date(2026, 11, 11), ASKED),
        (date(2026, 9, 1), date(2026, 8, 31), ASKED),
        (date(2026, 9, 1), None, ASKED),
        (None, ON, ASKED),
    ],
    ids=str,
)
def test_a_vog_is_shown_within_six_months(issued_on, shown_on, expected):
    assert answer(shown(issued_on, shown_on)) == expected


def test_one_good_vog_among_others_is_enough():
    late = Paper("vog", issued_on=date(2020, 1, 1), shown_on=ON)
    who = person(papers=[Paper("teacher_diploma"), late])

    assert answer(verdict_of(QUALIFIED, who)) == OPEN


def test_no_vog_at_all_is_asked_of_the_person():
    verdict = verdict_of(QUALIFIED, person(vog=None, papers=[Paper("teacher_diploma")]))

    assert (verdict.status, verdict.missing_person) == (Status.OPEN_IF, (Need.VOG_OK,))


def test_the_age_counts_that_is_the_law_on_the_day():
    book = replaced("vog_max_age_at_showing", "3", ON)
    day_before = date(2026, 11, 9)

    assert answer(shown(date(2026, 8, 9), ON, book=book)) == ASKED
    assert answer(shown(date(2026, 8, 10), ON, book=book)) == OPEN
    assert answer(shown(date(2026, 8, 8), day_before, book=book, on=day_before)) == OPEN


SHOWN = date(2024, 6, 1)
ISSUED = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], OPEN),
        ([(date(2024, 8, 1), date(2027, 1, 3))], OPEN),
        ([(date(2024, 8, 1), date(2027, 1, 2))], ASKED),
        ([(date(2024, 8, 1), date(2027, 7, 31))], OPEN),
        ([(date(2024, 8, 1), date(2025, 7, 31)), (date(2025, 8, 1), date(2027, 1, 3))], OPEN),
        ([(date(2024, 8, 1), date(2025, 7, 31)), (date(2025, 8, 2), date(2027, 1, 3))], ASKED),
        ([(date(2022, 8, 1), date(2024, 5, 31))], OPEN),
        ([(date(2022, 8, 1), SHOWN)], ASKED),
        ([(date(2022, 8, 1), date(2024, 5, 30)), (SHOWN, date(2027, 1, 3))], OPEN),
        ([(START, date(2027, 7, 31))], OPEN),
        ([(date(2026, 11, 11), date(2026, 11, 30))], OPEN),
        ([(ON, date(2026, 11, 30))], ASKED),
    ],
    ids=[
        "never worked here",
        "works until the day before",
        "one day too short",
        "works beyond the start",
        "two periods that touch",
        "two periods a day apart",
        "worked only before it was shown",
        "stopped on the day it was shown",
        "began on the day it was shown",
        "this very block",
        "work that begins after the day",
        "work that begins on the day",
    ],
)
def test_a_vog_counts_until_the_work_is_interrupted(spans, expected):
    board = worked(Route.INSTRUCTOR_QUALIFIED, *spans)

    assert answer(shown(ISSUED, SHOWN, board)) == expected


@pytest.mark.parametrize(
    ("start_on", "warned"),
    [(date(2026, 11, 9), True), (ON, False), (date(2026, 11, 11), False)],
)
def test_a_vog_shown_after_the_first_day_only_warns(start_on, warned):
    verdict = shown(date(2026, 9, 1), ON, start_on=start_on)

    assert verdict.status == Status.OPEN
    assert (Caution.VOG_SHOWN_AFTER_START in verdict.warnings) == warned


def test_a_vog_shown_in_time_takes_the_warning_away():
    early = replace(VOG, shown_on=date(2026, 11, 1))
    who = person(papers=[Paper("teacher_diploma"), early])
    verdict = verdict_of(QUALIFIED, who, start_on=date(2026, 11, 5))

    assert verdict.warnings == ()


def test_a_late_vog_that_does_not_count_is_no_warning():
    verdict = shown(date(2020, 9, 1), ON, start_on=date(2026, 11, 1))

    assert verdict.warnings == ()


STAFF = Route.OTHER_STAFF


@pytest.mark.parametrize(
    ("lent", "vog", "expected", "warnings"),
    [
        (None, None, ASKED, ()),
        (False, None, ASKED, ()),
        (True, None, OPEN, (Caution.VOG_BY_PRACTICE,)),
        (None, VOG, OPEN, ()),
        (False, VOG, OPEN, ()),
        (True, VOG, OPEN, ()),
    ],
)
def test_other_staff_that_is_lent_needs_a_vog_by_practice(lent, vog, expected, warnings):
    verdict = verdict_of(STAFF, person(vog=vog), lent=lent, no_teaching_work=True)

    assert (answer(verdict), verdict.warnings) == (expected, warnings)


def test_other_staff_is_warned_of_a_late_vog_too():
    verdict = verdict_of(STAFF, start_on=date(2026, 11, 1), no_teaching_work=True)

    assert (verdict.status, verdict.warnings) == (Status.OPEN, (Caution.VOG_SHOWN_AFTER_START,))


def test_contract_work_and_the_workplace_ask_no_vog():
    contract = verdict_of(
        Route.CONTRACT_ACTIVITY,
        person(vog=None),
        function=Function.CONTRACT_TRAINER,
        contract_only=True,
    )
    workplace = verdict_of(Route.WORKPLACE_TRAINER, person(vog=None))

    assert answer(contract) == OPEN
    assert Need.VOG_OK not in workplace.codes
