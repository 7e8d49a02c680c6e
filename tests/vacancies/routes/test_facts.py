"""What is told, not told, or known not to be so: each fact on the routes that ask it."""

from datetime import date

import pytest

from tests.vacancies.routes.cases import (
    ON,
    S7,
    VOG,
    answer,
    block,
    case_of,
    person,
    records,
    verdict_of,
    verdicts_of,
)
from vacancies.codes import Decision, Need, Route
from vacancies.routes.catalogue import ROUTES
from vacancies.routes.facts import Board, Function, Paper
from vacancies.routes.verdict import Status
from vacancies.routes.verdict import Warning as Caution

OPEN = (Status.OPEN, set())
TOMORROW = date(2026, 11, 11)
LAW_IS_SILENT = {Route.CONTRACT_ACTIVITY, Route.OTHER_STAFF, Route.WORKPLACE_TRAINER}
WORKPLACE = Route.WORKPLACE_TRAINER
SBB = Board(records=records(Decision.SBB_RECOGNITION))


@pytest.mark.parametrize("rule", ROUTES, ids=lambda rule: rule.code)
def test_a_court_ban_closes_or_warns(rule):
    verdict = verdict_of(rule.code, person(declares_no_ban=False))

    assert (Need.NOT_EXCLUDED in verdict.missing_person) == (rule.code not in LAW_IS_SILENT)
    assert (Caution.COURT_BAN in verdict.warnings) == (rule.code in LAW_IS_SILENT)


@pytest.mark.parametrize("declares", [True, None])
@pytest.mark.parametrize("rule", ROUTES, ids=lambda rule: rule.code)
def test_a_ban_not_declared_is_no_ban(rule, declares):
    verdict = verdict_of(rule.code, person(declares_no_ban=declares))

    assert Caution.COURT_BAN not in verdict.warnings
    if verdict.status != Status.CLOSED and rule.code not in LAW_IS_SILENT:
        assert (Need.NOT_EXCLUDED in verdict.missing_person) == (declares is None)


@pytest.mark.parametrize(
    ("kind", "warned"),
    [
        ("roc", False),
        ("vocational_college", False),
        ("private_recognised", True),
        ("company_trade_school", True),
        ("tech_centre", True),
        ("", True),
    ],
)
@pytest.mark.parametrize("rule", ROUTES, ids=lambda rule: rule.code)
def test_schools_that_the_law_does_not_address(rule, kind, warned):
    board = Board(kind=kind)
    verdict = verdict_of(rule.code, board=board)
    same = verdict_of(rule.code)

    expected = warned and rule.code is not WORKPLACE
    assert (Caution.NOT_DIRECTLY_BOUND in verdict.warnings) == expected
    assert answer(verdict) == answer(same)


@pytest.mark.parametrize(
    ("route", "fact", "need"),
    [
        (Route.GUEST_TEACHER_SIX_HOURS, "only_specific_parts", Need.ONLY_SPECIFIC_PARTS),
        (Route.CONTRACT_ACTIVITY, "contract_only", Need.CONTRACT_ONLY),
        (Route.OTHER_STAFF, "no_teaching_work", Need.NO_TEACHING_WORK),
    ],
)
def test_what_kind_of_work_the_block_holds(route, fact, need):
    yes, unknown, no = (verdict_of(route, **{fact: told}) for told in (True, None, False))

    assert need not in yes.codes
    assert (unknown.status, need in unknown.missing_school) == (Status.OPEN_IF, True)
    assert (answer(no), no.missing_school, no.opens_on) == ((Status.CLOSED, {need}), (need,), None)


@pytest.mark.parametrize(
    ("route", "need", "kind"),
    [
        (Route.QUALIFIED_TEACHER, Need.TEACHER_DIPLOMA, "teacher_diploma"),
        (Route.RECOGNISED_FOREIGN_TEACHER, Need.EU_RECOGNITION, None),
        (Route.INSTRUCTOR_QUALIFIED, Need.INSTR_CERTIFICATE, "pdg"),
        (Route.INSTRUCTOR_IN_TRAINING, Need.COURSE_STUDENT, None),
        (Route.SUITABILITY_WITH_PDG, Need.PDG, "pdg"),
    ],
)
def test_papers_not_told_are_missing_and_not_held_close(route, need, kind):
    told = verdict_of(route, person(level=6))
    unknown = verdict_of(route, person(level=6, papers_told=False))

    assert (answer(told), told.missing_person) == ((Status.CLOSED, {need}), (need,))
    assert unknown.status == Status.OPEN_IF
    assert need in unknown.missing_person
    if kind:
        held = person(level=6, papers=[Paper(kind)], papers_told=False)
        assert need not in verdict_of(route, held).codes


@pytest.mark.parametrize("issued_on", [None, ON])
def test_a_paper_held_counts_from_its_day(issued_on):
    who = person(papers=[Paper("teacher_diploma", issued_on=issued_on)])

    assert answer(verdict_of(Route.QUALIFIED_TEACHER, who)) == OPEN


def test_of_two_papers_the_first_counts():
    papers = [
        Paper("teacher_diploma", issued_on=date(2027, 7, 1)),
        Paper("teacher_diploma", issued_on=TOMORROW),
    ]

    assert verdict_of(Route.QUALIFIED_TEACHER, person(papers=papers)).opens_on == TOMORROW


def test_a_paper_of_tomorrow_says_nothing_of_the_others():
    papers = [Paper("teacher_diploma", issued_on=TOMORROW)]
    verdict = verdict_of(Route.QUALIFIED_TEACHER, person(papers=papers, papers_told=False))

    assert (answer(verdict), verdict.opens_on) == ((Status.OPEN_IF, {Need.TEACHER_DIPLOMA}), None)


def test_two_closers_that_time_opens_give_the_later_day():
    papers = [
        Paper("pdg", issued_on=date(2027, 1, 1)),
        Paper("higher_diploma", issued_on=date(2027, 3, 1)),
    ]
    verdict = verdict_of(Route.SUITABILITY_WITH_PDG, person(papers=papers, practice_years=0))

    assert (answer(verdict), verdict.opens_on) == (
        (Status.CLOSED, {Need.PRACTICE_YEARS, Need.PDG}),
        date(2027, 3, 1),
    )


@pytest.mark.parametrize("kind", ["bbl", "dual"])
def test_a_student_works_inside_the_course(kind):
    verdict = verdict_of(Route.INSTRUCTOR_IN_TRAINING, person(course_kind=kind))

    assert answer(verdict) == OPEN


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, {Need.TRAINER_LEVEL, Need.TRAINER_COURSE}),
        ({"level": 3}, {Need.TRAINER_LEVEL, Need.TRAINER_COURSE}),
        ({"level": 4}, {Need.TRAINER_COURSE}),
        ({"level": 6}, {Need.TRAINER_COURSE}),
        ({"level": 4, "papers": [Paper("trainer_course")]}, set()),
        ({"level": 4, "papers": [Paper("trainer_course", issued_on=ON)]}, set()),
        ({"level": 4, "papers": [Paper("trainer_course", issued_on=TOMORROW)]}, {Need.TRAINER_COURSE}),
    ],
)  # fmt: skip
def test_a_workplace_trainer(told, expected):
    verdict = verdict_of(WORKPLACE, person(vog=None, **told), board=SBB)

    assert verdict.status == (Status.OPEN_IF if expected else Status.OPEN)
    assert set(verdict.missing_person) == expected


def test_the_recognition_of_a_company_is_for_the_school_to_record():
    assert verdict_of(WORKPLACE).missing_school == (Need.SBB_RECOGNITION,)


def test_a_block_without_a_first_day_begins_on_the_day():
    who = person(course_kind="bbl", course_until=ON)

    assert verdict_of(Route.INSTRUCTOR_IN_TRAINING, who, start_on=None).status == Status.OPEN


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        ([], {Need.PDG, Need.PRACTICE_YEARS}),
        ([Paper("pdg")], {Need.PRACTICE_YEARS}),
        ([Paper("higher_diploma")], {Need.PDG}),
    ],
)
def test_each_closer_is_listed(papers, expected):
    verdict = verdict_of(Route.SUITABILITY_WITH_PDG, person(papers=papers, practice_years=0))

    assert answer(verdict) == (Status.CLOSED, expected)


def test_nothing_told_at_all_lists_everything():
    who = person(vog=None, papers_told=False, declares_no_ban=None)
    found = verdicts_of(case_of(who, block(Function.GUEST_TEACHER, only_specific_parts=None)))
    conduct = {Need.VOG_OK, Need.NOT_EXCLUDED}

    assert {route: set(verdict.codes) - conduct for route, verdict in found.items()} == {
        Route.QUALIFIED_TEACHER: {Need.TEACHER_DIPLOMA},
        Route.RECOGNISED_FOREIGN_TEACHER: {Need.EU_RECOGNITION},
        Route.SUITABILITY_WITH_PDG: {
            Need.NO_TEACHER_DIPLOMA,
            Need.STATEMENT_BY,
            Need.LEVEL_BASIS,
            Need.RELEVANCE_JUDGED,
            Need.SUBJECT_JUDGED,
            Need.PDG,
        },
        Route.SUITABILITY_IN_TRAINING: S7 | {Need.NO_TEACHER_DIPLOMA, Need.LEVEL_BASIS},
        Route.TEMPORARY_EXEMPTION_TEACHER: {Need.EXEMPTION_DECISION},
        Route.GUEST_TEACHER_SIX_HOURS: {
            Need.SPECIFIC_KNOWLEDGE_JUDGED,
            Need.ONLY_SPECIFIC_PARTS,
            Need.NAMED_TEACHER,
            Need.AVG_HOURS,
        },
    }
    assert {verdict.status for verdict in found.values()} == {Status.OPEN_IF}
    assert all(conduct <= verdict.codes for verdict in found.values())


def test_a_vog_alone_fills_only_itself():
    bare = verdict_of(Route.QUALIFIED_TEACHER, person(vog=None, papers_told=False))
    shown = verdict_of(Route.QUALIFIED_TEACHER, person(vog=VOG, papers_told=False))

    assert bare.codes - shown.codes == {Need.VOG_OK}
