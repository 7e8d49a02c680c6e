"""Where one of several ways is enough: the best of them counts, and only its codes are listed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.vacancies.routes.cases import (
    ON,
    S7,
    answer,
    block,
    case_of,
    person,
    records,
    replaced,
    verdict_of,
    verdicts_of,
    years_ago,
)
from vacancies.codes import Decision, Need, Route
from vacancies.routes.facts import Board, Function, Paper
from vacancies.routes.verdict import Status

IT = Route.SUITABILITY_IN_TRAINING
INSTRUCTOR = Route.INSTRUCTOR_QUALIFIED
TOMORROW = date(2026, 11, 11)
AD = Paper("associate_degree")
ABROAD = Paper("foreign_diploma", "other", "elsewhere")


def basis(**told):
    """What of the level basis is missing, and in whose list."""
    verdict = verdict_of(IT, person(**told))
    return (
        verdict.status,
        set(verdict.missing_person),
        set(verdict.board_judges) - S7,
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"level": 6}, ("open_if", set(), set())),
        ({"level": 8}, ("open_if", set(), set())),
        ({"papers": [Paper("higher_diploma")]}, ("open_if", set(), set())),
        ({"papers": [Paper("pabo")]}, ("open_if", set(), set())),
        ({"papers": [Paper("higher_diploma", issued_on=TOMORROW)], "practice_years": 0}, ("closed", {Need.PRACTICE_YEARS}, set())),
        ({"level": 4, "practice_years": 0}, ("closed", {Need.PRACTICE_YEARS}, set())),
        ({"level": 4, "practice": years_ago(3)}, ("open_if", set(), {Need.LEVEL_JUDGED})),
        ({"level": 4}, ("open_if", {Need.PRACTICE_YEARS}, {Need.LEVEL_JUDGED})),
        # an Associate degree is for the board to weigh, after all that the law names
        ({"level": 5, "practice_years": 0}, ("open_if", set(), {Need.LEVEL_BASIS})),
        ({"papers": [AD], "practice_years": 0}, ("open_if", set(), {Need.LEVEL_BASIS})),
        ({"papers": [AD]}, ("open_if", set(), {Need.LEVEL_BASIS})),
        ({"papers": [replace(AD, issued_on=ON)], "practice_years": 0}, ("open_if", set(), {Need.LEVEL_BASIS})),
        ({"level": 5, "practice": years_ago(9)}, ("open_if", set(), {Need.LEVEL_JUDGED})),
        ({"papers": [AD, ABROAD], "practice_years": 0}, ("open_if", {Need.FOREIGN_LEVEL_EQUAL}, set())),
        ({"papers": [ABROAD], "practice": years_ago(9)}, ("open_if", {Need.FOREIGN_LEVEL_EQUAL}, set())),
        ({"papers": [Paper("associate_degree", issued_on=TOMORROW)], "practice_years": 0}, ("closed", {Need.PRACTICE_YEARS}, set())),
        # not told: the diploma is asked of the person
        ({"papers_told": False, "papers": []}, ("open_if", {Need.NO_TEACHER_DIPLOMA, Need.LEVEL_BASIS}, set())),
        ({"papers_told": False, "level": 4, "practice_years": 0}, ("open_if", {Need.NO_TEACHER_DIPLOMA, Need.FOREIGN_LEVEL_EQUAL}, set())),
        ({"papers_told": False, "level": 6}, ("open_if", {Need.NO_TEACHER_DIPLOMA}, set())),
        ({"papers_told": False, "papers": [Paper("higher_diploma")]}, ("open_if", {Need.NO_TEACHER_DIPLOMA}, set())),
    ],
)  # fmt: skip
def test_the_basis_of_the_level(told, expected):
    assert basis(**told) == expected


@pytest.mark.parametrize(
    ("papers", "opens_on"),
    [
        ([Paper("associate_degree", issued_on=TOMORROW)], TOMORROW),
        ([Paper("higher_diploma", issued_on=TOMORROW)], TOMORROW),
        ([Paper("higher_diploma", issued_on=date(2027, 1, 1)), Paper("pabo", issued_on=TOMORROW)], TOMORROW),
        ([Paper("higher_diploma", issued_on=date(2028, 1, 1))], date(2027, 11, 10)),
        ([], date(2027, 11, 10)),
    ],
)  # fmt: skip
def test_the_first_way_that_time_opens(papers, opens_on):
    verdict = verdict_of(IT, person(papers=papers, practice=years_ago(2)))

    assert (*answer(verdict), verdict.opens_on) == (
        Status.CLOSED,
        {Need.PRACTICE_YEARS},
        opens_on,
    )


def test_a_closed_basis_is_for_the_person():
    verdict = verdict_of(IT, person(practice_years=0))

    assert verdict.missing_person == (Need.PRACTICE_YEARS,)


DECLARED = records(Decision.INSTR_DECLARATION)
OPEN = (Status.OPEN, set())
CLOSED = (Status.CLOSED, {Need.INSTR_CERTIFICATE})
DECLARATION = (Status.OPEN_IF, {Need.INSTR_DECLARATION})
BEFORE = {"instructor_since": date(2016, 3, 1)}


@pytest.mark.parametrize(
    ("told", "decided", "expected"),
    [
        ({}, (), CLOSED),
        ({"papers": [Paper("pdg")]}, (), OPEN),
        ({"papers": [Paper("teacher_diploma")]}, (), OPEN),
        ({"papers": [Paper("instructor_degree")]}, (), OPEN),
        ({"papers": [Paper("instructor_diploma")]}, (), OPEN),
        ({"papers": [Paper("bbo_proof")]}, (), OPEN),
        ({"papers": [Paper("pabo"), Paper("higher_diploma")]}, (), CLOSED),
        ({"papers": [Paper("pdg", issued_on=TOMORROW)]}, (), CLOSED),
        ({"papers": [Paper("bbo_proof", issued_on=TOMORROW)]}, (), CLOSED),
        (BEFORE, (), DECLARATION),
        (BEFORE, DECLARED, OPEN),
        (BEFORE, records(Decision.INSTR_DECLARATION, yes=False), DECLARATION),
        (BEFORE, records(Decision.INSTR_DECLARATION, on=TOMORROW), DECLARATION),
        ({}, DECLARED, CLOSED),
        ({"instructor_since": date(2018, 7, 31)}, DECLARED, OPEN),
        ({"instructor_since": date(2018, 8, 1)}, DECLARED, OPEN),
        ({"instructor_since": date(2018, 8, 2)}, DECLARED, CLOSED),
        ({"papers_told": False}, (), (Status.OPEN_IF, {Need.INSTR_CERTIFICATE})),
        ({"papers_told": False}, DECLARED, (Status.OPEN_IF, {Need.INSTR_CERTIFICATE})),
        (BEFORE | {"papers_told": False}, DECLARED, OPEN),
        # two ways that both miss one thing: the written order
        (BEFORE | {"papers": [Paper("foreign_diploma", "support", "eea")]}, (), (Status.OPEN_IF, {Need.EU_RECOGNITION})),
    ],
)  # fmt: skip
def test_an_instructor(told, decided, expected):
    verdict = verdict_of(INSTRUCTOR, person(**told), board=Board(records=tuple(decided)))

    assert answer(verdict) == expected


@pytest.mark.parametrize("kind", ["pdg", "instructor_diploma", "bbo_proof"])
def test_a_paper_of_an_instructor_opens_on_its_day(kind):
    verdict = verdict_of(INSTRUCTOR, person(papers=[Paper(kind, issued_on=TOMORROW)]))

    assert (answer(verdict), verdict.opens_on) == (CLOSED, TOMORROW)


def test_work_that_began_after_the_day_does_not_count_yet():
    since = date(2018, 5, 1)
    told = {"who": person(instructor_since=since), "board": Board(records=DECLARED)}
    verdict = verdict_of(INSTRUCTOR, on=date(2018, 4, 30), **told)

    assert (answer(verdict), verdict.opens_on) == (CLOSED, since)


def test_work_that_began_on_the_day_counts():
    since = date(2018, 5, 1)
    verdict = verdict_of(INSTRUCTOR, person(instructor_since=since, vog=None), on=since)

    assert answer(verdict) == (Status.OPEN_IF, {Need.VOG_OK, Need.INSTR_DECLARATION})


def test_the_day_of_the_transition_is_a_number_of_the_law():
    book = replaced("instructor_transition_date", "2019-08-01", ON)
    told = {"who": person(instructor_since=date(2019, 8, 1)), "board": Board(records=DECLARED)}

    assert answer(verdict_of(INSTRUCTOR, book=book, **told)) == OPEN
    assert answer(verdict_of(INSTRUCTOR, **told)) == CLOSED


@pytest.mark.parametrize(
    ("yes", "status", "codes"),
    [(True, "open_if", set()), (False, "closed", {Need.PRACTICE_YEARS})],
)
def test_the_board_says_whether_an_associate_degree_counts(yes, status, codes):
    who = person(level=5, practice_years=0)
    board = Board(records=records(Decision.LEVEL_BASIS, yes=yes))

    verdict = verdicts_of(case_of(who, block(Function.TEACHER), board))[IT]

    assert (verdict.status, verdict.codes - S7) == (status, codes)
