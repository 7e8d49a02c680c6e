"""How long a route may last at one school: the first term, the extension, and what is beyond."""

from datetime import date

import pytest

from tests.vacancies.routes.cases import (
    ON,
    START,
    answer,
    person,
    replaced,
    verdict_of,
    worked,
    years_ago,
)
from vacancies.codes import Need, Route
from vacancies.routes.verdict import Status

TE = Route.TEMPORARY_EXEMPTION_TEACHER
IE = Route.INSTRUCTOR_TEMPORARY_EXEMPTION
FIRST = {Need.EXEMPTION_DECISION}
MORE = {Need.EXEMPTION_DECISION, Need.EXTENSION_REASON}
TE_MORE = MORE | {Need.EFFORT_STATEMENT}
BEYOND = (Status.CLOSED, {Need.TERM_LEFT}, None, None)


def asked(route, start_on=START, end_on=None, spans=(), **told):
    verdict = verdict_of(
        route, board=worked(route, *spans), start_on=start_on, end_on=end_on, **told
    )
    codes = set(verdict.codes) - {Need.VOG_OK}  # a gap in the work asks a new one
    return verdict.status, codes, verdict.ends_on, verdict.extendable_to


def term(codes, ends_on, extendable_to=None):
    return Status.OPEN_IF, codes, ends_on, extendable_to


@pytest.mark.parametrize(
    ("start_on", "end_on", "expected"),
    [
        (START, None, term(FIRST, date(2029, 1, 3), date(2031, 1, 3))),
        (START, date(2029, 1, 3), term(FIRST, date(2029, 1, 3), date(2031, 1, 3))),
        (START, date(2029, 1, 4), term(TE_MORE, date(2029, 1, 4), date(2031, 1, 3))),
        (START, date(2031, 1, 2), term(TE_MORE, date(2031, 1, 2), date(2031, 1, 3))),
        (START, date(2031, 1, 3), term(TE_MORE, date(2031, 1, 3))),
        (START, date(2031, 1, 4), BEYOND),
        (START, START, term(FIRST, START, date(2029, 1, 4))),
        (START, date(2027, 7, 31), term(FIRST, date(2027, 7, 31), date(2029, 7, 31))),
        (date(2028, 2, 29), None, term(FIRST, date(2030, 2, 27), date(2032, 2, 27))),
        (date(2026, 8, 31), None, term(FIRST, date(2028, 8, 30), date(2030, 8, 30))),
        (date(2027, 3, 1), date(2028, 2, 28), term(FIRST, date(2028, 2, 28), date(2030, 2, 27))),
        (None, None, term(FIRST, date(2028, 11, 9), date(2030, 11, 9))),
    ],
)  # fmt: skip
def test_an_exemption_of_a_teacher(start_on, end_on, expected):
    assert asked(TE, start_on, end_on) == expected


YEARS = (date(2024, 8, 1), date(2026, 7, 31))  # 730 days: a whole first term
AUTUMN = (date(2026, 8, 1), date(2026, 12, 31))  # 153 days, then a gap of three


@pytest.mark.parametrize(
    ("spans", "end_on", "expected"),
    [
        # unbroken: anniversaries of the first day
        (
            [(date(2026, 8, 1), date(2027, 1, 3))],
            None,
            term(FIRST, date(2028, 7, 31), date(2030, 7, 31)),
        ),
        (
            [(date(2026, 8, 1), date(2026, 9, 30)), (date(2026, 10, 1), date(2027, 1, 3))],
            date(2028, 8, 1),
            term(TE_MORE, date(2028, 8, 1), date(2030, 7, 31)),
        ),
        ([(date(2026, 8, 1), date(2027, 1, 3))], date(2030, 7, 31), term(TE_MORE, date(2030, 7, 31))),
        ([(date(2026, 8, 1), date(2027, 1, 3))], date(2030, 8, 1), BEYOND),
        ([(date(2025, 1, 4), date(2027, 1, 3))], None, term(TE_MORE, date(2029, 1, 3))),
        ([(date(2025, 1, 5), date(2027, 1, 3))], None, term(FIRST, date(2027, 1, 4), date(2029, 1, 4))),
        ([(date(2023, 1, 4), date(2027, 1, 3))], None, BEYOND),
        ([(date(2023, 1, 5), date(2027, 1, 3))], None, term(TE_MORE, START)),
        # work that goes on beyond the first day asked is cut there
        ([(date(2026, 8, 1), date(2030, 12, 31))], None, term(FIRST, date(2028, 7, 31), date(2030, 7, 31))),
        # over a gap: 730 days, and 730 more
        ([(date(2025, 8, 1), date(2025, 12, 31)), (date(2026, 8, 1), date(2027, 1, 3))], None, term(FIRST, date(2028, 2, 28), date(2030, 2, 27))),
        ([(date(2026, 8, 1), date(2026, 8, 31)), (date(2026, 10, 1), date(2030, 1, 1))], None, term(FIRST, date(2028, 8, 29), date(2030, 8, 29))),
        ([AUTUMN], None, term(FIRST, date(2028, 8, 2), date(2030, 8, 2))),
        ([AUTUMN], date(2028, 8, 3), term(TE_MORE, date(2028, 8, 3), date(2030, 8, 2))),
        ([AUTUMN], date(2030, 8, 2), term(TE_MORE, date(2030, 8, 2))),
        ([AUTUMN], date(2030, 8, 3), BEYOND),
        ([AUTUMN], date(2027, 1, 31), term(FIRST, date(2027, 1, 31), date(2029, 1, 30))),
        ([YEARS], None, term(TE_MORE, date(2029, 1, 2))),
        ([YEARS], date(2029, 1, 1), term(TE_MORE, date(2029, 1, 1), date(2029, 1, 2))),
        ([YEARS], date(2029, 1, 3), BEYOND),
        ([(date(2024, 8, 2), YEARS[1])], None, term(FIRST, START, date(2029, 1, 3))),
        ([(date(2022, 8, 1), YEARS[1])], None, BEYOND),
        ([(date(2022, 8, 3), YEARS[1])], None, term(TE_MORE, START)),
        # what begins after the day of the verdict, or with the block, is not used yet
        ([(date(2026, 11, 11), date(2027, 1, 3))], None, term(FIRST, date(2029, 1, 3), date(2031, 1, 3))),
        ([(ON, date(2027, 1, 3))], None, term(FIRST, date(2028, 11, 9), date(2030, 11, 9))),
    ],
)  # fmt: skip
def test_what_was_used_here_before(spans, end_on, expected):
    assert asked(TE, START, end_on, spans) == expected


def test_days_of_the_block_itself_are_not_used_before():
    span = (date(2026, 11, 1), date(2027, 1, 31))
    whole = term(FIRST, date(2028, 10, 31), date(2030, 10, 31))

    later = (date(2026, 11, 5), date(2026, 11, 30))

    assert asked(TE, date(2026, 11, 1), None, [span]) == whole
    assert asked(TE, date(2026, 11, 1), None, [later]) == whole


@pytest.mark.parametrize("route", [one for one in Route if one is not TE])
def test_the_same_work_under_another_route_is_not_used(route):
    verdict = verdict_of(TE, board=worked(route, YEARS))

    assert (verdict.ends_on, verdict.extendable_to) == (date(2029, 1, 3), date(2031, 1, 3))


@pytest.mark.parametrize(
    ("start_on", "end_on", "spans", "expected"),
    [
        (START, None, [], term(FIRST, date(2029, 1, 3), date(2030, 1, 3))),
        (START, date(2027, 7, 3), [], term(FIRST, date(2027, 7, 3), date(2027, 10, 3))),
        # five months have no even half: 151 days, half of them 75
        (START, date(2027, 6, 3), [], term(FIRST, date(2027, 6, 3), date(2027, 8, 17))),
        (START, START, [], term(FIRST, START)),  # half of one day is none
        (START, date(2027, 1, 5), [], term(FIRST, date(2027, 1, 5), date(2027, 1, 6))),
        # from 4 January to 1 March are no two months: 57 days, half of them 28
        (START, date(2027, 3, 1), [], term(FIRST, date(2027, 3, 1), date(2027, 3, 29))),
        (START, date(2027, 1, 20), [], term(FIRST, date(2027, 1, 20), date(2027, 1, 28))),
        (date(2026, 8, 31), date(2027, 2, 27), [], term(FIRST, date(2027, 2, 27), date(2027, 5, 27))),
        (START, date(2029, 1, 4), [], term(MORE, date(2029, 1, 4), date(2030, 1, 3))),
        (START, date(2030, 1, 3), [], term(MORE, date(2030, 1, 3))),
        (START, date(2030, 1, 4), [], BEYOND),
        # half of all that was granted in the first term, with what was used of it
        (START, None, [(date(2026, 8, 1), date(2027, 1, 3))], term(FIRST, date(2028, 7, 31), date(2029, 7, 31))),
        (START, date(2027, 7, 31), [(date(2026, 8, 1), date(2027, 1, 3))], term(FIRST, date(2027, 7, 31), date(2028, 1, 31))),
        (START, date(2027, 1, 13), [(date(2026, 8, 1), date(2026, 8, 31))], term(FIRST, date(2027, 1, 13), date(2027, 2, 2))),
        (START, date(2027, 1, 14), [(date(2026, 8, 1), date(2026, 8, 31))], term(FIRST, date(2027, 1, 14), date(2027, 2, 4))),
        (START, None, [YEARS], term(MORE, date(2028, 1, 3))),
        (START, date(2028, 1, 4), [YEARS], BEYOND),
        (START, None, [(date(2023, 8, 1), date(2026, 7, 31))], BEYOND),
    ],
)  # fmt: skip
def test_an_exemption_of_an_instructor(start_on, end_on, spans, expected):
    assert asked(IE, start_on, end_on, spans) == expected


def test_the_first_term_over_a_gap_keeps_half_of_its_days():
    span = (date(2026, 8, 1), date(2026, 8, 31))

    ends_on, extendable_to = asked(IE, spans=[span])[2:]

    assert (ends_on - START).days + 1 + 31 == 730
    assert (extendable_to - ends_on).days == 365


@pytest.mark.parametrize(
    ("name", "value", "route", "ends_on", "extendable_to"),
    [
        ("teacher_exemption_term", "1", TE, date(2028, 1, 3), date(2030, 1, 3)),
        ("teacher_exemption_extension_max", "1", TE, date(2029, 1, 3), date(2030, 1, 3)),
        ("instructor_exemption_term", "1", IE, date(2028, 1, 3), date(2028, 7, 3)),
        ("instructor_exemption_extension_ratio", "0.25", IE, date(2029, 1, 3), date(2029, 7, 3)),
    ],
)
def test_terms_are_those_of_the_day(name, value, route, ends_on, extendable_to):
    now, later = replaced(name, value, ON), replaced(name, value, date(2026, 11, 11))

    assert asked(route, book=now)[2:] == (ends_on, extendable_to)
    assert asked(route, book=later) == asked(route)


COURSE = Route.INSTRUCTOR_IN_TRAINING
JULY = date(2028, 7, 31)


@pytest.mark.parametrize(
    ("course_until", "end_on", "ends_on"),
    [
        (JULY, None, JULY),
        (JULY, date(2028, 7, 30), date(2028, 7, 30)),
        (JULY, date(2028, 8, 1), JULY),
        (None, date(2028, 8, 1), date(2028, 8, 1)),
        (None, None, None),
        (START, None, START),
    ],
)
def test_work_inside_a_course_ends_with_it(course_until, end_on, ends_on):
    who = person(course_kind="bbl", course_until=course_until)
    verdict = verdict_of(COURSE, who, end_on=end_on)

    assert (verdict.status, verdict.ends_on, verdict.extendable_to) == (Status.OPEN, ends_on, None)


def test_a_course_that_ends_before_the_start_does_not_count():
    verdict = verdict_of(COURSE, person(course_kind="dual", course_until=date(2027, 1, 3)))

    assert (*answer(verdict), verdict.ends_on) == (Status.CLOSED, {Need.COURSE_STUDENT}, None)


@pytest.mark.parametrize(
    "route",
    [
        Route.QUALIFIED_TEACHER,
        Route.RECOGNISED_FOREIGN_TEACHER,
        Route.SUITABILITY_WITH_PDG,
        Route.GUEST_TEACHER_SIX_HOURS,
        Route.CONTRACT_ACTIVITY,
        Route.INSTRUCTOR_QUALIFIED,
        Route.OTHER_STAFF,
        Route.WORKPLACE_TRAINER,
    ],
)
def test_routes_without_a_term_have_no_clock(route):
    verdict = verdict_of(
        route, person(papers_told=False, practice=years_ago(9)), end_on=date(2028, 1, 1)
    )

    assert (verdict.ends_on, verdict.extendable_to, verdict.pdg_due_on) == (None, None, None)
