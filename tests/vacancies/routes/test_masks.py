"""The masks that matching reads: open, and open when others do their part."""

from dataclasses import replace
from datetime import date

import pytest

from tests.vacancies.routes.cases import BOOK, ON, person, replaced, years_ago
from vacancies.codes import Route, routes_of
from vacancies.routes.facts import Paper
from vacancies.routes.masks import masks_of, neutral

R = Route
EXEMPTIONS = {R.TEMPORARY_EXEMPTION_TEACHER, R.INSTRUCTOR_TEMPORARY_EXEMPTION}
ALWAYS = EXEMPTIONS | {R.GUEST_TEACHER_SIX_HOURS, R.WORKPLACE_TRAINER}
EASY = {R.CONTRACT_ACTIVITY, R.OTHER_STAFF}


def routes(who, *, willing=True, on=ON, book=BOOK):
    opened, may_open = masks_of(who, willing=willing, on=on, book=book)
    return set(routes_of(opened)), set(routes_of(may_open))


def test_papers_not_told_are_papers_not_held():
    who = person(practice_years=0)

    assert routes(who) == (EASY, ALWAYS)
    assert routes(replace(who, papers_told=False)) == routes(who)


def test_practice_not_told_opens_no_training():
    assert R.SUITABILITY_IN_TRAINING not in routes(person())[1]
    assert R.SUITABILITY_IN_TRAINING in routes(person(practice=years_ago(3)))[1]


def test_only_who_is_willing_trains():
    who = person(level=6, papers=[Paper("pdg")])

    assert R.SUITABILITY_IN_TRAINING in routes(who, willing=True)[1]
    assert R.SUITABILITY_IN_TRAINING not in routes(who, willing=False)[1]
    assert R.SUITABILITY_WITH_PDG in routes(who, willing=False)[1]


def test_a_teacher_is_open_and_needs_no_statement():
    opened, may_open = routes(person(papers=[Paper("teacher_diploma")], level=6))

    assert opened == EASY | {R.QUALIFIED_TEACHER, R.INSTRUCTOR_QUALIFIED}
    assert may_open == ALWAYS


def test_a_student_is_open_while_the_course_runs():
    who = person(course_kind="bbl", course_until=ON)

    assert R.INSTRUCTOR_IN_TRAINING in routes(who)[0]
    assert R.INSTRUCTOR_IN_TRAINING not in routes(who, on=date(2026, 11, 11))[0]


def test_a_ban_leaves_what_the_law_is_silent_about():
    opened, may_open = routes(person(declares_no_ban=False))

    assert (opened, may_open) == (EASY, {R.WORKPLACE_TRAINER})


def test_a_ban_not_declared_keeps_routes_open_if():
    opened, may_open = routes(person(declares_no_ban=None, papers=[Paper("teacher_diploma")]))

    assert opened == EASY
    assert {R.QUALIFIED_TEACHER, R.INSTRUCTOR_QUALIFIED} <= may_open


@pytest.mark.parametrize(
    ("issued_on", "shown_on", "expected"),
    [
        (date(2026, 5, 10), None, ON),
        (date(2026, 5, 9), None, None),
        (date(2026, 5, 9), date(2026, 6, 1), None),
        (ON, None, ON),
        (date(2026, 11, 11), None, None),
        (date(2026, 9, 1), date(2026, 9, 2), ON),
        (None, date(2026, 9, 2), date(2026, 9, 2)),
    ],
)
def test_any_school_sees_today_what_can_still_be_shown(issued_on, shown_on, expected):
    vog = Paper("vog", issued_on=issued_on, shown_on=shown_on)

    assert neutral(person(vog=vog), on=ON, book=BOOK).papers == (replace(vog, shown_on=expected),)


def test_other_papers_are_left_as_they_are():
    diploma = Paper("teacher_diploma", issued_on=date(2026, 11, 9))
    who = neutral(person(vog=None, papers=[diploma], papers_told=False), on=ON, book=BOOK)

    assert (who.papers, who.papers_told) == ((diploma,), True)


def test_the_age_of_a_vog_is_that_of_the_law_of_the_day():
    book = replaced("vog_max_age_at_showing", "1", ON)
    vog = Paper("vog", issued_on=date(2026, 10, 9))

    assert neutral(person(vog=vog), on=ON, book=book).papers[0].shown_on is None
    assert neutral(person(vog=vog), on=ON, book=BOOK).papers[0].shown_on == ON


def test_without_a_vog_only_contract_work_is_open():
    opened, may_open = routes(person(vog=None, papers=[Paper("teacher_diploma")]))

    assert opened == {R.CONTRACT_ACTIVITY}
    assert {R.QUALIFIED_TEACHER, R.OTHER_STAFF} <= may_open
