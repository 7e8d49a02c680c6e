"""In training under lid 3: study years touched, their extension, and the clock of the PDG."""

from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.cases import (
    ON,
    S7,
    START,
    person,
    records,
    replaced,
    verdict_of,
    worked,
)
from vacancies.codes import Decision, Need, Route
from vacancies.routes.facts import Board, Paper
from vacancies.routes.verdict import Status
from vacancies.routes.verdict import Warning as Caution

IT = Route.SUITABILITY_IN_TRAINING
BACHELOR = person(level=6)
BEYOND = (Status.CLOSED, {Need.TERM_LEFT}, None, None)


def asked(start_on=START, end_on=None, spans=(), **told):
    board = worked(IT, *spans)
    verdict = verdict_of(IT, BACHELOR, board=board, start_on=start_on, end_on=end_on, **told)
    codes = set(verdict.codes) - {Need.VOG_OK}  # a gap in the work asks a new one
    return verdict.status, codes, verdict.ends_on, verdict.extendable_to


def first(ends_on, extendable_to):
    return Status.OPEN_IF, S7, ends_on, extendable_to


def more(ends_on, extendable_to=None):
    return Status.OPEN_IF, S7 | {Need.EXTENSION_REASON}, ends_on, extendable_to


@pytest.mark.parametrize(
    ("start_on", "end_on", "expected"),
    [
        (date(2027, 2, 1), None, first(date(2028, 7, 31), date(2030, 7, 31))),
        (date(2027, 7, 31), None, first(date(2028, 7, 31), date(2030, 7, 31))),
        (date(2027, 8, 1), None, first(date(2029, 7, 31), date(2031, 7, 31))),
        (date(2027, 12, 31), None, first(date(2029, 7, 31), date(2031, 7, 31))),
        (START, date(2027, 12, 31), first(date(2027, 12, 31), date(2029, 12, 31))),
        (START, date(2028, 7, 31), first(date(2028, 7, 31), date(2030, 7, 31))),
        (START, date(2028, 8, 1), more(date(2028, 8, 1), date(2030, 7, 31))),
        (START, date(2030, 7, 30), more(date(2030, 7, 30), date(2030, 7, 31))),
        (START, date(2030, 7, 31), more(date(2030, 7, 31))),
        (START, date(2030, 8, 1), BEYOND),
        (None, None, first(date(2028, 7, 31), date(2030, 7, 31))),
    ],
)
def test_a_part_of_a_study_year_counts_as_one(start_on, end_on, expected):
    assert asked(start_on, end_on) == expected


YEARS = (date(2024, 8, 1), date(2026, 7, 31))
AUGUST = date(2026, 8, 1)


@pytest.mark.parametrize(
    ("start_on", "spans", "expected"),
    [
        # one study year touched before
        (START, [(date(2026, 2, 1), date(2026, 7, 31))], first(date(2027, 7, 31), date(2029, 7, 31))),
        (START, [(date(2026, 7, 31), date(2026, 7, 31))], first(date(2027, 7, 31), date(2029, 7, 31))),
        (START, [(date(2020, 1, 1), date(2020, 1, 1))], first(date(2027, 7, 31), date(2029, 7, 31))),
        (START, [(date(2025, 7, 1), date(2025, 8, 1))], more(date(2029, 1, 2))),  # two, by a day
        # only this one
        (START, [(AUGUST, date(2026, 12, 31))], first(date(2028, 7, 31), date(2030, 7, 31))),
        (START, [(AUGUST, date(2029, 12, 31))], first(date(2028, 7, 31), date(2030, 7, 31))),
        # two before: extension, from the end of the first term while the work is unbroken
        (AUGUST, [YEARS], more(date(2028, 7, 31))),
        (AUGUST, [(date(2025, 2, 1), YEARS[1])], more(date(2028, 7, 31))),
        (START, [(YEARS[0], date(2027, 1, 3))], more(date(2028, 7, 31))),
        (START, [YEARS, (AUGUST, date(2027, 1, 3))], more(date(2028, 7, 31))),
        (date(2027, 8, 1), [(YEARS[0], date(2027, 7, 31))], more(date(2028, 7, 31))),
        (date(2028, 7, 31), [(YEARS[0], date(2028, 7, 30))], more(date(2028, 7, 31))),
        (date(2028, 8, 1), [(YEARS[0], date(2028, 7, 31))], BEYOND),
        # over a gap 730 days of extension, less those used of it
        (START, [YEARS], more(date(2029, 1, 2))),
        (date(2026, 9, 1), [(date(2025, 2, 1), date(2026, 6, 30))], more(date(2028, 8, 30))),
        (START, [(YEARS[0], date(2026, 8, 31))], more(date(2028, 12, 2))),
        (START, [YEARS, (date(2026, 8, 2), date(2027, 1, 3))], more(date(2028, 7, 31))),
        (START, [YEARS, (date(2026, 9, 1), date(2027, 1, 3))], more(date(2028, 8, 30))),
        (START, [(date(2022, 8, 1), YEARS[1])], BEYOND),
        (START, [(date(2022, 8, 3), date(2026, 7, 30))], more(START)),
        (START, [(date(2022, 8, 3), date(2026, 7, 31))], BEYOND),
        # two years with a year between them
        (START, [(date(2022, 9, 1), date(2022, 9, 1)), (date(2024, 9, 1), date(2024, 9, 1))], more(date(2029, 1, 2))),
        # not used yet on the day of the verdict
        (START, [(date(2026, 11, 11), date(2026, 12, 31))], first(date(2028, 7, 31), date(2030, 7, 31))),
    ],
)  # fmt: skip
def test_study_years_used_here_before(start_on, spans, expected):
    assert asked(start_on, None, spans) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(date(2026, 2, 1), date(2026, 7, 31))], first(date(2028, 7, 31), date(2030, 7, 31))),
        ([YEARS], first(date(2027, 7, 31), date(2029, 7, 31))),
        ([(date(2023, 8, 1), date(2027, 1, 3))], more(date(2028, 7, 31))),
    ],
)
def test_a_term_of_three_study_years(spans, expected):
    book = replaced("suitability_term", "3", ON)

    assert asked(START, None, spans, book=book) == expected


def test_more_than_four_years_over_a_gap_is_beyond():
    assert asked(START, date(2029, 1, 3), [YEARS]) == BEYOND


def test_anniversaries_when_the_reading_of_the_law_changes():
    book = replaced("study_year_count", "anniversary", ON)

    assert asked(date(2027, 2, 1), book=book) == first(date(2029, 1, 31), date(2031, 1, 31))
    assert asked(date(2027, 2, 1), date(2029, 2, 1), book=book) == more(
        date(2029, 2, 1), date(2031, 1, 31)
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("study_year_start", "09-01", first(date(2028, 8, 31), date(2030, 8, 31))),
        ("suitability_term", "3", first(date(2029, 7, 31), date(2031, 7, 31))),
        ("suitability_extension_max", "1", first(date(2028, 7, 31), date(2029, 7, 31))),
    ],
)
def test_numbers_are_those_of_the_day(name, value, expected):
    assert asked(book=replaced(name, value, ON)) == expected
    assert asked(book=replaced(name, value, date(2026, 11, 11))) == asked()


@pytest.mark.parametrize(
    ("start_on", "spans", "due"),
    [
        (START, [], date(2029, 1, 3)),
        (date(2028, 2, 29), [], date(2030, 2, 27)),
        (None, [], date(2028, 11, 9)),
        (START, [(AUGUST, date(2027, 1, 3))], date(2028, 7, 31)),
        (START, [(AUGUST, date(2027, 7, 31))], date(2028, 7, 31)),
        (START, [(AUGUST, date(2027, 1, 2))], date(2029, 1, 3)),
        (START, [(AUGUST, date(2026, 9, 30)), (date(2026, 10, 1), date(2027, 1, 3))], date(2028, 7, 31)),
        (START, [(AUGUST, date(2026, 9, 30)), (date(2026, 10, 2), date(2027, 1, 3))], date(2028, 10, 1)),
        (START, [(ON, date(2027, 1, 3))], date(2028, 11, 9)),
        (START, [(date(2026, 11, 11), date(2027, 1, 3))], date(2029, 1, 3)),
    ],
)  # fmt: skip
def test_the_pdg_is_due_within_two_years_of_appointment(start_on, spans, due):
    board = worked(IT, *spans)

    assert verdict_of(IT, BACHELOR, board=board, start_on=start_on).pdg_due_on == due


@pytest.mark.parametrize("route", [one for one in Route if one is not IT])
def test_work_under_another_route_starts_no_clock_of_the_pdg(route):
    board = worked(route, (AUGUST, date(2027, 1, 3)))

    assert verdict_of(IT, BACHELOR, board=board).pdg_due_on == date(2029, 1, 3)


def test_the_clock_of_the_pdg_is_that_of_the_day():
    book = replaced("reach_level_within", "3", ON)

    assert verdict_of(IT, BACHELOR, book=book).pdg_due_on == date(2030, 1, 3)


def test_a_closed_training_has_no_clock():
    verdict = verdict_of(IT, person(papers=[Paper("teacher_diploma")]))

    assert (verdict.status, verdict.ends_on, verdict.extendable_to, verdict.pdg_due_on) == (
        Status.CLOSED,
        None,
        None,
        None,
    )


def test_an_extension_is_open_when_its_reason_is_recorded():
    decided = records(*S7, Decision.EXTENSION_REASON)
    verdict = verdict_of(IT, BACHELOR, board=Board(records=decided), end_on=date(2028, 8, 1))

    assert verdict.status == Status.OPEN


@pytest.mark.parametrize(
    ("told", "warnings"),
    [
        ({}, ()),
        ({"fte": Decimal("0.4"), "lesson_hours_week": 8}, ()),
        ({"fte": Decimal("0.39")}, (Caution.PDG_MIN_FTE,)),
        ({"fte": Decimal(0)}, (Caution.PDG_MIN_FTE,)),
        ({"lesson_hours_week": Decimal("7.5")}, (Caution.PDG_MIN_LESSONS,)),
        ({"lesson_hours_week": 0}, (Caution.PDG_MIN_LESSONS,)),
        (
            {"fte": Decimal("0.1"), "lesson_hours_week": 1},
            (Caution.PDG_MIN_FTE, Caution.PDG_MIN_LESSONS),
        ),
    ],
)
def test_fewer_hours_than_providers_ask_only_warn(told, warnings):
    verdict = verdict_of(IT, BACHELOR, **told)

    assert (verdict.status, verdict.warnings) == (Status.OPEN_IF, warnings)


def test_what_providers_ask_is_that_of_the_day():
    told = {"fte": Decimal("0.4"), "lesson_hours_week": 8}
    fte, lessons = (
        replaced("pdg_min_fte", "0.5", ON),
        replaced("pdg_min_lesson_hours_week", "9", ON),
    )

    assert verdict_of(IT, BACHELOR, book=fte, **told).warnings == (Caution.PDG_MIN_FTE,)
    assert verdict_of(IT, BACHELOR, book=lessons, **told).warnings == (Caution.PDG_MIN_LESSONS,)


@pytest.mark.parametrize(
    ("issued_on", "warned"), [(None, True), (ON, True), (date(2026, 11, 11), False)]
)
def test_with_a_pdg_the_course_is_superfluous(issued_on, warned):
    who = person(level=6, papers=[Paper("pdg", issued_on=issued_on)])

    assert (Caution.ROUTE_SUPERFLUOUS in verdict_of(IT, who).warnings) == warned


def test_a_superfluous_course_is_said_only_of_the_course():
    who = person(level=6, papers=[Paper("pdg")])

    assert verdict_of(Route.SUITABILITY_WITH_PDG, who).warnings == ()
