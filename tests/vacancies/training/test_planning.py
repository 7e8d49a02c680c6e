"""Planned backwards: starts in every month of two years, three regions, pauses, extensions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accounts.enums import HolidayRegion
from portal.kit.school_days import is_school_day
from vacancies.codes import Route
from vacancies.routes.book import shipped
from vacancies.routes.calendar import plus_months
from vacancies.routes.catalogue import RULE_OF as ROUTE_RULES
from vacancies.routes.engine import judge
from vacancies.routes.facts import Block, Board, Case, Person
from vacancies.routes.rulebook import RuleBook
from vacancies.training.clocks import clocks_of
from vacancies.training.milestones import RULE_OF, Code, Track, Why
from vacancies.training.planning import Course, Facts, plan

BOOK = RuleBook(shipped())
LONG_BEFORE = date(2026, 1, 5)
REGIONS = HolidayRegion.values
STARTS = [plus_months(date(2027, 1, 1), number) for number in range(24)]
each_region = pytest.mark.parametrize("region", REGIONS)
each_start = pytest.mark.parametrize("start", STARTS, ids=str)


def facts(**changes) -> Facts:
    values = {"today": LONG_BEFORE, "starts_on": date(2027, 2, 1), "region": "north"}
    return Facts(**(values | changes))


def assert_holds(made, asked: Facts) -> None:
    """What every plan promises."""
    chain = [one for one in made.milestones if RULE_OF[one.code].track != Track.IF_NEEDED]
    days = [one.due_on for one in chain]
    assert days == sorted(days)
    assert max(one.due_on for one in made.milestones) <= made.clocks.term_ends_on
    off = [
        one.code
        for one in made.milestones
        if one.reason.why != Why.COURSE_BEGINS and not is_school_day(one.due_on, asked.region)
    ]
    assert off == []


@each_region
@each_start
def test_the_clocks_are_those_of_the_verdict(start, region):
    made = plan(facts(starts_on=start, region=region), BOOK)
    rules = [ROUTE_RULES[Route.SUITABILITY_IN_TRAINING]]
    verdict = judge(rules, Case(Person(), Block("teacher", start_on=start), Board(), start), BOOK)[
        0
    ]

    term = clocks_of(start, book=BOOK)
    assert made.clocks == term
    assert (term.term_ends_on.month, term.term_ends_on.day) == (7, 31)
    assert term.certificate_by == plus_months(start, 24) - timedelta(days=1)
    assert verdict.ends_on == term.term_ends_on
    assert verdict.pdg_due_on == term.certificate_by
    assert verdict.extendable_to == term.extendable_to


@each_region
@each_start
def test_a_plan_without_a_course(start, region):
    asked = facts(starts_on=start, region=region)

    made = plan(asked, BOOK)

    assert_holds(made, asked)
    longest = plus_months(start, 18) - timedelta(days=1)
    assert made.is_possible == (longest <= made.clocks.first)


@each_region
@each_start
def test_a_plan_with_a_course(start, region):
    course = Course(plus_months(start, 1), months=12)
    asked = facts(starts_on=start, region=region, course=course)

    made = plan(asked, BOOK)

    assert_holds(made, asked)
    assert made.due_on(Code.FIRST_DAY) == course.starts_on
    assert made.is_possible


@each_region
@each_start
def test_a_pause_never_brings_a_day_forward(start, region):
    course = Course(plus_months(start, 1), months=15)
    asked = facts(starts_on=start, region=region, course=course)
    first = plus_months(start, 4)

    without = plan(asked, BOOK)
    paused = replace(asked, pauses=((first, plus_months(first, 3) - timedelta(days=1)),))
    made = plan(paused, BOOK)

    assert_holds(made, paused)
    assert all(
        after.due_on >= before.due_on
        for before, after in zip(without.milestones, made.milestones, strict=True)
    )
    assert made.clocks.certificate_by > without.clocks.certificate_by


@each_region
@each_start
def test_an_extension_makes_room(start, region):
    course = Course(plus_months(start, 1), months=22)
    asked = facts(starts_on=start, region=region, course=course)
    until = plus_months(clocks_of(start, book=BOOK).term_ends_on, 12)

    without = plan(asked, BOOK)
    extended = replace(asked, extended_until=until, agreed_until=until)
    made = plan(extended, BOOK)

    assert_holds(made, extended)
    assert made.is_possible
    assert made.clocks.term_ends_on == until
    assert made.due_on(Code.CERTIFICATE) >= without.due_on(Code.CERTIFICATE)


def test_esra_of_the_twelve_persons():
    """Start 1-2-2027: the term ends 31-7-2028, to 31-7-2030 with extension; PDG by 31-1-2029."""
    made = plan(facts(), BOOK)

    assert made.clocks.term_ends_on == date(2028, 7, 31)
    assert made.clocks.extendable_to == date(2030, 7, 31)
    assert made.clocks.certificate_by == date(2029, 1, 31)
    assert made.clocks.first == date(2028, 7, 31)
    assert made.due_on(Code.CERTIFICATE) == date(2028, 7, 14)  # the Friday before the summer
    assert made.due_on(Code.EXTENSION) == date(2028, 4, 28)  # 30 April is in the May holiday


def test_days_of_the_provider_count():
    """Aeres: before 1 June for September, intake as the provider says."""
    course = Course(date(2027, 9, 6), date(2027, 6, 1), date(2027, 8, 31), 18)
    made = plan(facts(starts_on=date(2027, 8, 1), course=course), BOOK)
    reasons = {one.code: one.reason for one in made.milestones}

    assert made.due_on(Code.PDG_APPLICATION) == date(2027, 6, 1)
    assert reasons[Code.PDG_APPLICATION].why == Why.PROVIDER_CLOSES
    assert made.due_on(Code.VOG_SHOWN) == date(2027, 6, 1)
    assert reasons[Code.VOG_SHOWN].why == Why.NEXT
    assert made.due_on(Code.AGREEMENT) == date(2027, 8, 23)
    assert made.due_on(Code.INTAKE) == date(2027, 7, 9)  # admission falls before the summer
    assert reasons[Code.INTAKE].why == Why.NEXT


def test_lead_times_of_the_sector():
    """Intake three weeks, agreement two weeks before; VOG asked six weeks before the first day."""
    course = Course(date(2027, 11, 1), months=15)
    made = plan(facts(starts_on=date(2027, 10, 4), course=course, region="central"), BOOK)

    assert made.due_on(Code.VOG_REQUESTED) <= date(2027, 10, 4) - timedelta(weeks=6)
    assert made.due_on(Code.INTAKE) == date(2027, 10, 11)
    assert made.due_on(Code.AGREEMENT) == date(2027, 10, 15)  # the 18th is in the autumn holiday


@pytest.mark.parametrize("region", REGIONS)
def test_the_29th_of_february(region):
    asked = facts(starts_on=date(2028, 2, 29), region=region)
    made = plan(asked, BOOK)

    assert_holds(made, asked)
    assert made.clocks.certificate_by == date(2030, 2, 27)
    assert made.clocks.term_ends_on == date(2029, 7, 31)


def test_a_whole_study_year_of_pause_moves_the_legal_term():
    year = (date(2028, 8, 1), date(2029, 7, 31))
    made = clocks_of(date(2027, 8, 1), book=BOOK, pauses=[year])

    assert made.term_ends_on == date(2030, 7, 31)


def test_a_short_pause_moves_the_agreement_and_not_the_legal_term():
    pause = (date(2027, 11, 1), date(2027, 12, 31))
    made = clocks_of(date(2027, 8, 1), book=BOOK, pauses=[pause])

    assert made.term_ends_on == date(2029, 7, 31)
    assert made.certificate_by == date(2029, 9, 30)


def test_time_used_before_counts():
    """Who stopped after a study year and takes it up again has one left."""
    before = (date(2025, 8, 1), date(2026, 3, 31))
    made = clocks_of(date(2027, 8, 1), book=BOOK, earlier=[before])

    assert made.term_ends_on == date(2028, 7, 31)


def test_a_plan_that_is_too_late_says_which_days():
    asked = facts(today=date(2027, 1, 25), done=frozenset({Code.BOTH_YES}))
    made = plan(asked, BOOK)

    late = {one.code: one.earliest_on for one in made.conflicts}
    assert late[Code.VOG_SHOWN] == date(2027, 2, 22)
    assert late[Code.SUITABILITY_CHECK] == date(2027, 2, 15)
    assert late[Code.STATEMENT] == date(2027, 2, 15)
    assert Code.BOTH_YES not in late


def test_a_course_that_takes_longer_than_the_term_says_so():
    course = Course(date(2027, 9, 6), months=18)
    made = plan(facts(course=course), BOOK)

    assert [one.code for one in made.conflicts] == [Code.CERTIFICATE]
    assert made.conflicts[0].earliest_on == date(2029, 3, 5)


def test_a_course_that_begins_after_the_term_says_so():
    made = plan(facts(course=Course(date(2028, 9, 4), months=10)), BOOK)

    late = {one.code: one.earliest_on for one in made.conflicts}
    assert late[Code.FIRST_DAY] == date(2028, 9, 4)
    assert late[Code.CERTIFICATE] == date(2029, 7, 3)
    assert max(one.due_on for one in made.milestones) <= made.clocks.term_ends_on


def test_what_is_not_asked_is_not_planned():
    made = plan(facts(left_out=frozenset({Code.ABILITY_TEST})), BOOK)

    assert Code.ABILITY_TEST not in {one.code for one in made.milestones}
