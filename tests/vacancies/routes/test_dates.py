"""On which day which number of the law counts, and the order of verdicts."""

from datetime import date

import pytest

from tests.vacancies.routes.cases import (
    BOOK,
    block,
    case_of,
    hours,
    person,
    reference_book,
    verdict_of,
    years_ago,
)
from vacancies.codes import Route
from vacancies.routes.catalogue import ROUTES, TEXT_OF_2026
from vacancies.routes.engine import best, evaluate
from vacancies.routes.facts import Function, Paper
from vacancies.routes.rulebook import COUNTED, Constant
from vacancies.routes.verdict import RULE_VERSION, Status
from vacancies.routes.verdict import Warning as Caution

OTHER_VALUE = {
    "study_year_count": "anniversary",
    "study_year_start": "09-01",
    "instructor_transition_date": "2030-01-01",
}


@pytest.mark.parametrize(("on", "warned"), [(date(2025, 12, 31), True), (TEXT_OF_2026, False)])
@pytest.mark.parametrize("rule", ROUTES, ids=lambda rule: rule.code)
def test_before_the_text_in_force_a_warning_says_so(rule, on, warned):
    verdict = verdict_of(rule.code, on=on)

    assert (Caution.TEXT_NOT_CHECKED_FOR_DATE in verdict.warnings) == warned
    assert verdict.in_force_from == rule.in_force_from


def test_before_any_row_the_earliest_counts():
    verdict = verdict_of(Route.TEMPORARY_EXEMPTION_TEACHER, on=date(2009, 3, 1), start_on=None)

    assert verdict.ends_on == date(2011, 2, 28)


def test_the_warning_of_the_date_comes_last():
    verdict = verdict_of(
        Route.GUEST_TEACHER_SIX_HOURS,
        on=date(2025, 1, 1),
        start_on=None,
        clock_hours_year=200,
        peak_week_hours=9,
    )

    assert verdict.warnings == (Caution.WEEK_OVER_AVERAGE, Caution.TEXT_NOT_CHECKED_FOR_DATE)


@pytest.mark.parametrize("function", Function)
@pytest.mark.parametrize("name", COUNTED)
def test_a_row_that_begins_after_both_days_changes_nothing(function, name):
    later = Constant(name, OTHER_VALUE.get(name, "1"), date(2026, 11, 11))
    who = person(
        practice=years_ago(3),
        instructor_since=date(2019, 1, 1),
        papers=[Paper("pdg")],
    )
    case = case_of(who, block(function, fte=1, lesson_hours_week=8, **hours(6, 40)))

    assert evaluate(case, reference_book(later)) == evaluate(case, BOOK)


@pytest.mark.parametrize("name", COUNTED)
def test_each_number_counts_for_some_verdict(name):
    now = reference_book(Constant(name, OTHER_VALUE.get(name, "1"), date(2026, 8, 1)))
    who = person(
        practice=years_ago(2),
        instructor_since=date(2019, 1, 1),
        vog=Paper("vog", issued_on=date(2026, 9, 1), shown_on=date(2026, 11, 2)),
    )
    told = {"fte": 0, "lesson_hours_week": 7, "teaching_weeks": None} | hours(6, 40)
    blocks = [block(function, **told) for function in Function]
    cases = [
        case_of(one, what) for what in blocks for one in (who, person(level=6, vog=None), person())
    ]
    if name == "pdg_min_fte":
        cases = [case_of(person(level=6), block(Function.TEACHER, fte=0.7))]

    assert any(evaluate(case, now) != evaluate(case, BOOK) for case in cases)


def test_open_comes_first_then_the_fewest_codes_then_the_table():
    who = person(papers=[Paper("foreign_diploma", "teaching", "eea")], level=4)
    found = evaluate(case_of(who, block(Function.CONTRACT_TRAINER, contract_only=True)), BOOK)

    assert [(one.route, one.status, len(one.codes)) for one in found] == [
        (Route.CONTRACT_ACTIVITY, Status.OPEN, 0),
        (Route.RECOGNISED_FOREIGN_TEACHER, Status.OPEN_IF, 1),
        (Route.TEMPORARY_EXEMPTION_TEACHER, Status.OPEN_IF, 1),
        (Route.SUITABILITY_IN_TRAINING, Status.OPEN_IF, 8),
        (Route.QUALIFIED_TEACHER, Status.CLOSED, 1),
        (Route.SUITABILITY_WITH_PDG, Status.CLOSED, 1),
    ]


def test_the_best_is_found_in_any_order():
    found = evaluate(case_of(person(level=6), block(Function.TEACHER)), BOOK)

    assert best(found) == found[0]
    assert best(found[::-1]) == found[0]


@pytest.mark.parametrize("rule", ROUTES, ids=lambda rule: rule.code)
def test_a_verdict_cites_its_article(rule):
    verdict = verdict_of(rule.code)

    assert (verdict.route, verdict.article, verdict.rule_version) == (
        rule.code,
        rule.article,
        RULE_VERSION,
    )
