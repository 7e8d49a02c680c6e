"""What holds of every plan, whatever the start, the course, the pauses and the extension."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.enums import HolidayRegion
from portal.kit.school_days import is_school_day
from vacancies.routes.book import shipped
from vacancies.routes.calendar import plus_months
from vacancies.routes.rulebook import RuleBook
from vacancies.training.clocks import clocks_of
from vacancies.training.milestones import MILESTONES, RULE_OF, Code, Track, Why
from vacancies.training.planning import Course, Facts, plan

BOOK = RuleBook(shipped())
DAYS = st.dates(date(2026, 8, 1), date(2030, 12, 31))
OPTIONAL = [rule.code for rule in MILESTONES if rule.only_if]


@st.composite
def courses(draw, start: date) -> Course | None:
    if not draw(st.booleans()):
        return None
    first = start + timedelta(days=draw(st.integers(-200, 900)))
    early = st.one_of(st.none(), st.integers(0, 150).map(lambda days: first - timedelta(days=days)))
    return Course(first, draw(early), draw(early), draw(st.none() | st.integers(3, 30)))


@st.composite
def pauses(draw, start: date) -> tuple[tuple[date, date], ...]:
    spans = []
    day = start
    for _number in range(draw(st.integers(0, 3))):
        first = day + timedelta(days=draw(st.integers(1, 300)))
        day = first + timedelta(days=draw(st.integers(0, 500)))
        spans.append((first, day))
    return tuple(spans)


@st.composite
def all_facts(draw) -> Facts:
    start = draw(DAYS)
    base = Facts(
        today=start - timedelta(days=draw(st.integers(-400, 400))),
        starts_on=start,
        region=draw(st.sampled_from(HolidayRegion.values)),
        course=draw(courses(start)),
        pauses=draw(pauses(start)),
        left_out=frozenset(draw(st.sets(st.sampled_from(OPTIONAL)))),
        done=frozenset(draw(st.sets(st.sampled_from(list(Code))))),
    )
    if not draw(st.booleans()):
        return base
    clocks = clocks_of(start, book=BOOK, pauses=base.pauses)
    room = ((clocks.extendable_to or clocks.term_ends_on) - clocks.term_ends_on).days
    until = clocks.term_ends_on + timedelta(days=draw(st.integers(0, room)))
    return replace(base, extended_until=until)


@settings(deadline=None, max_examples=200)
@given(asked=all_facts())
def test_order_term_and_school_days_hold(asked):
    made = plan(asked, BOOK)

    chain = [one for one in made.milestones if RULE_OF[one.code].track != Track.IF_NEEDED]
    days = [one.due_on for one in chain]
    assert days == sorted(days)
    assert all(one.due_on <= made.clocks.term_ends_on for one in made.milestones)
    assert all(
        is_school_day(one.due_on, asked.region)
        for one in made.milestones
        if one.reason.why != Why.COURSE_BEGINS
    )


@settings(deadline=None, max_examples=100)
@given(asked=all_facts())
def test_planning_again_changes_nothing(asked):
    made = plan(asked, BOOK)
    again = replace(asked, done=frozenset(one.code for one in made.milestones))

    assert plan(asked, BOOK) == made
    assert plan(again, BOOK).milestones == made.milestones
    assert plan(again, BOOK).is_possible


@settings(deadline=None, max_examples=200)
@given(data=st.data(), asked=all_facts())
def test_a_pause_more_never_brings_a_day_forward(data, asked):
    """Pauses are recorded one after the other: each begins after those before it."""
    asked = replace(asked, extended_until=None)
    begun = max([asked.starts_on, asked.course.starts_on if asked.course else date.min])
    last = max([begun, *(end for _first, end in asked.pauses)])
    first = last + timedelta(days=data.draw(st.integers(1, 200)))
    span = (first, first + timedelta(days=data.draw(st.integers(0, 400))))

    without = plan(asked, BOOK)
    made = plan(replace(asked, pauses=(*asked.pauses, span)), BOOK)

    assert all(
        after.due_on >= before.due_on
        for before, after in zip(without.milestones, made.milestones, strict=True)
    )


@settings(deadline=None, max_examples=100)
@given(asked=all_facts(), months=st.integers(1, 24))
def test_an_extension_never_brings_a_day_forward(asked, months):
    asked = replace(asked, extended_until=None)
    without = plan(asked, BOOK)
    until = min(
        plus_months(without.clocks.term_ends_on, months),
        without.clocks.extendable_to or without.clocks.term_ends_on,
    )

    made = plan(replace(asked, extended_until=until), BOOK)

    assert all(
        after.due_on >= before.due_on
        for before, after in zip(without.milestones, made.milestones, strict=True)
    )
