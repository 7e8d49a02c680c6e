"""Diplomas from abroad: who recognises them, for which work, and what they are a basis of."""

from datetime import date

import pytest

from tests.vacancies.routes.cases import ON, S7, answer, person, records, verdict_of
from vacancies.codes import Decision, Need, Route
from vacancies.routes.facts import Board, Paper
from vacancies.routes.verdict import Status

FOREIGN = Route.RECOGNISED_FOREIGN_TEACHER
INSTRUCTOR = Route.INSTRUCTOR_QUALIFIED
IT = Route.SUITABILITY_IN_TRAINING
TOMORROW = date(2026, 11, 11)

OPEN = (Status.OPEN, set())
ASK_EU = (Status.OPEN_IF, {Need.EU_RECOGNITION})
ASK_MINISTER = (Status.OPEN_IF, {Need.FOREIGN_EQUATED})
NO_TEACHER = (Status.CLOSED, {Need.EU_RECOGNITION})
NO_INSTRUCTOR = (Status.CLOSED, {Need.INSTR_CERTIFICATE})


def diploma(scope, origin, issued_on=None):
    return Paper("foreign_diploma", scope, origin, issued_on)


def eu(scope, issued_on=None):
    return Paper("eu_recognition", scope, issued_on=issued_on)


def equated(scope, issued_on=None):
    return Paper("foreign_equated", scope, issued_on=issued_on)


@pytest.mark.parametrize(
    ("papers", "teacher", "instructor"),
    [
        ([], NO_TEACHER, NO_INSTRUCTOR),
        ([diploma("teaching", "eea")], ASK_EU, NO_INSTRUCTOR),
        ([diploma("support", "eea")], NO_TEACHER, ASK_EU),
        ([diploma("other", "eea")], NO_TEACHER, NO_INSTRUCTOR),
        ([diploma("teaching", "elsewhere")], ASK_MINISTER, NO_INSTRUCTOR),
        ([diploma("support", "elsewhere")], NO_TEACHER, ASK_MINISTER),
        ([diploma("other", "elsewhere")], NO_TEACHER, NO_INSTRUCTOR),
        ([eu("teaching")], OPEN, NO_INSTRUCTOR),
        ([eu("support")], NO_TEACHER, OPEN),
        ([eu("other")], NO_TEACHER, NO_INSTRUCTOR),
        ([equated("teaching")], OPEN, NO_INSTRUCTOR),
        ([equated("support")], NO_TEACHER, OPEN),
        ([diploma("teaching", "eea"), eu("teaching")], OPEN, NO_INSTRUCTOR),
        ([diploma("teaching", "eea"), equated("teaching")], OPEN, NO_INSTRUCTOR),
        # two that can still be had: the written order
        ([diploma("teaching", "elsewhere"), diploma("teaching", "eea")], ASK_EU, NO_INSTRUCTOR),
        ([diploma("support", "elsewhere"), diploma("support", "eea")], NO_TEACHER, ASK_EU),
    ],
)
def test_recognition_is_for_one_kind_of_work_from_one_side(papers, teacher, instructor):
    who = person(papers=papers)

    assert answer(verdict_of(FOREIGN, who)) == teacher
    assert answer(verdict_of(INSTRUCTOR, who)) == instructor


@pytest.mark.parametrize("paper", [eu, equated])
@pytest.mark.parametrize(("issued_on", "opens_on"), [(ON, None), (TOMORROW, TOMORROW)])
def test_a_recognition_counts_from_its_day(paper, issued_on, opens_on):
    verdict = verdict_of(FOREIGN, person(papers=[paper("teaching", issued_on)]))

    assert (answer(verdict), verdict.opens_on) == (NO_TEACHER if opens_on else OPEN, opens_on)


@pytest.mark.parametrize(
    ("papers", "expected", "opens_on"),
    [
        ([diploma("teaching", "eea", ON)], ASK_EU, None),
        ([diploma("teaching", "eea", TOMORROW)], NO_TEACHER, TOMORROW),
        ([diploma("teaching", "eea", ON), eu("teaching", TOMORROW)], ASK_EU, None),
        (
            [diploma("teaching", "eea", TOMORROW), eu("teaching", date(2026, 12, 1))],
            NO_TEACHER,
            TOMORROW,
        ),
        (
            [diploma("teaching", "eea", date(2026, 12, 1)), eu("teaching", TOMORROW)],
            NO_TEACHER,
            TOMORROW,
        ),
    ],
)
def test_a_diploma_dated_later_can_be_recognised_from_its_day(papers, expected, opens_on):
    verdict = verdict_of(FOREIGN, person(papers=papers))

    assert (answer(verdict), verdict.opens_on) == (expected, opens_on)


BASIS = (Status.OPEN_IF, S7)
ASK_RATING = (Status.OPEN_IF, S7 | {Need.FOREIGN_LEVEL_EQUAL})
NO_BASIS = (Status.CLOSED, {Need.PRACTICE_YEARS})
LEVEL = Decision.FOREIGN_LEVEL_EQUAL


@pytest.mark.parametrize(
    ("papers", "decided", "expected"),
    [
        ([], [], (Status.CLOSED, {Need.PRACTICE_YEARS})),
        ([diploma("other", "elsewhere")], [], ASK_RATING),
        ([diploma("other", "eea")], [], ASK_RATING),  # before the recognition, in written order
        ([diploma("other", "eea", TOMORROW)], [], NO_BASIS),
        ([diploma("teaching", "eea"), Paper("foreign_rating")], [], BASIS),
        ([Paper("foreign_rating")], [], BASIS),
        ([Paper("foreign_rating", issued_on=TOMORROW)], [], NO_BASIS),
        ([diploma("other", "eea"), Paper("foreign_rating", issued_on=TOMORROW)], [], ASK_RATING),
        ([diploma("other", "elsewhere")], records(LEVEL), BASIS),
        ([diploma("other", "elsewhere")], records(LEVEL, yes=False), ASK_RATING),
        ([diploma("other", "elsewhere")], records(LEVEL, on=TOMORROW), ASK_RATING),
        ([eu("other")], [], BASIS),
        ([eu("support")], [], BASIS),  # support work is work other than teaching
        ([equated("other")], [], NO_BASIS),
        ([equated("support")], [], NO_BASIS),
    ],
)
def test_a_diploma_from_abroad_as_basis_of_the_level(papers, decided, expected):
    board = Board(records=tuple(decided))
    verdict = verdict_of(IT, person(papers=papers, practice_years=0), board=board)

    assert answer(verdict) == expected


@pytest.mark.parametrize(
    "paper",
    [Paper("foreign_rating", issued_on=TOMORROW), diploma("other", "eea", TOMORROW), eu("other", TOMORROW)],
)  # fmt: skip
def test_a_basis_dated_later_opens_on_its_day(paper):
    verdict = verdict_of(IT, person(papers=[paper], practice_years=0))

    assert (answer(verdict), verdict.opens_on) == (NO_BASIS, TOMORROW)


@pytest.mark.parametrize("paper", [eu("teaching"), equated("teaching"), Paper("teacher_diploma")])
def test_who_may_teach_already_needs_no_statement(paper):
    for route in (IT, Route.SUITABILITY_WITH_PDG):
        verdict = verdict_of(route, person(papers=[paper, Paper("pdg")], level=6))

        assert (*answer(verdict), verdict.reason) == (
            Status.CLOSED,
            {Need.NO_TEACHER_DIPLOMA},
            "not_needed",
        )


@pytest.mark.parametrize(
    "paper",
    [
        eu("support"),
        equated("other"),
        diploma("teaching", "eea"),
        Paper("pabo"),
        eu("teaching", TOMORROW),
        equated("teaching", TOMORROW),
        Paper("teacher_diploma", issued_on=TOMORROW),
    ],
)
def test_who_may_not_teach_yet_can_have_a_statement(paper):
    verdict = verdict_of(IT, person(papers=[paper], level=6))

    assert (*answer(verdict), verdict.reason) == (Status.OPEN_IF, S7, None)


def test_a_recognition_held_says_more_than_papers_not_told():
    who = person(papers=[eu("teaching")], papers_told=False)

    assert answer(verdict_of(FOREIGN, who)) == OPEN
    assert verdict_of(IT, who).reason == "not_needed"
