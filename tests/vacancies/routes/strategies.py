"""Random persons, blocks and boards around a day: valid, but for the rest as odd as can be."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tests.vacancies.routes.cases import BOOK
from vacancies.codes import Decision, Route
from vacancies.routes.facts import (
    FUNDED,
    Block,
    Board,
    Case,
    Function,
    Paper,
    PaperKind,
    Period,
    Person,
    Practice,
    Record,
)
from vacancies.routes.rulebook import COUNTED, Constant, RuleBook

days = st.dates(date(2026, 1, 1), date(2031, 12, 31))
long_ago = st.dates(date(2015, 1, 1), date(2025, 12, 31))
maybe = st.none() | st.booleans()
functions = st.sampled_from(list(Function))
routes = st.sampled_from(list(Route))


@dataclass(frozen=True)
class Reach:
    """Which days may occur beside the day of the verdict: later ones too, or not."""

    on: date
    later: bool = True

    def days(self, before: int = 2_500, after: int = 1_500) -> st.SearchStrategy[date]:
        spread = st.integers(-before, after if self.later else 0)
        return st.one_of(
            spread.map(lambda number: self.on + timedelta(days=number)),
            st.sampled_from([self.on, self.on - timedelta(days=1)]),
        )

    def any_days(self) -> st.SearchStrategy[date]:
        """Days that do not say when something came to count."""
        return Reach(self.on).days()


def papers(reach: Reach) -> st.SearchStrategy[Paper]:
    return st.builds(
        Paper,
        kind=st.sampled_from(list(PaperKind)),
        scope=st.sampled_from(["teaching", "support", "other"]),
        origin=st.sampled_from(["eea", "elsewhere"]),
        issued_on=st.none() | Reach(reach.on).days(700, 700),
        shown_on=st.none() | Reach(reach.on).days(700, 100),
    )


@st.composite
def spans(draw, reach: Reach):
    first = draw(reach.days())
    return first, first + timedelta(days=draw(st.integers(0, 1_600)))


def practices(reach: Reach) -> st.SearchStrategy[Practice]:
    open_ended = reach.days().map(Practice)
    return open_ended | spans(reach).map(lambda span: Practice(*span))


@st.composite
def persons(draw, reach: Reach):
    course_kind = draw(st.sampled_from(["", "", "bbl", "dual"]))
    return draw(_persons(reach, course_kind))


def _persons(reach: Reach, course_kind: str) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        papers=st.lists(papers(reach), max_size=4).map(tuple),
        papers_told=st.booleans(),
        level=st.none() | st.integers(1, 8),
        practice=st.lists(practices(reach), max_size=3).map(tuple),
        practice_years=st.none() | st.integers(0, 6),
        declares_no_ban=maybe,
        instructor_since=st.none() | st.dates(date(2017, 1, 1), date(2030, 1, 1)),
        course_kind=st.just(course_kind),
        course_until=st.none() | reach.any_days() if course_kind else st.none(),
    )


@st.composite
def blocks(draw, reach: Reach, starts: bool):
    start_on = draw(Reach(reach.on).days(400, 800))
    start = start_on if starts or draw(st.booleans()) else None
    length = draw(st.none() | st.integers(0, 2_000))
    number = st.none() | st.integers(0, 400)
    return Block(
        function=draw(functions),
        clock_hours_year=draw(number),
        peak_week_hours=draw(number),
        teaching_weeks=draw(st.none() | st.integers(0, 52)),
        fte=draw(st.none() | st.decimals(0, 1, places=1)),
        lesson_hours_week=draw(st.none() | st.integers(0, 20)),
        start_on=start,
        end_on=None if length is None else (start or reach.on) + timedelta(days=length),
        lent=draw(maybe),
        only_specific_parts=draw(maybe),
        contract_only=draw(maybe),
        no_teaching_work=draw(maybe),
        named_teacher=draw(maybe),
    )


@st.composite
def records(draw, reach: Reach):
    first, last = draw(st.none() | spans(Reach(reach.on))) or (None, None)
    return Record(
        draw(st.sampled_from(list(Decision))),
        draw(reach.days(600, 100)),
        yes=draw(st.sampled_from([True, True, False])),
        route=draw(st.none() | routes),
        from_on=first,
        until_on=last,
    )


def periods(reach: Reach) -> st.SearchStrategy[Period]:
    return st.builds(lambda route, span: Period(route, *span), routes, spans(reach))


def boards(reach: Reach) -> st.SearchStrategy[Board]:
    return st.builds(
        Board,
        kind=st.sampled_from([*sorted(FUNDED), "private_recognised"]),
        records=st.lists(records(reach), max_size=8).map(tuple),
        periods=st.lists(periods(reach), max_size=3).map(tuple),
        booked_hours=st.sampled_from([0, 0, 100, 240, 241, Decimal("12.5")]),
    )


@st.composite
def cases(draw, later: bool = True, starts: bool = False):
    """`later`: decisions and work may be dated after the day; `starts`: the first day is told."""
    reach = Reach(draw(days), later)
    return Case(draw(persons(reach)), draw(blocks(reach, starts)), draw(boards(reach)), on=reach.on)


VALUES = {
    "study_year_count": st.sampled_from(["touched", "anniversary"]),
    "study_year_start": st.sampled_from(["08-01", "09-01", "01-01"]),
    "instructor_transition_date": st.dates(date(2017, 1, 1), date(2030, 1, 1)).map(str),
    "instructor_exemption_extension_ratio": st.sampled_from(["0.25", "0.5", "1"]),
}


@st.composite
def constants(draw, after: date):
    name = draw(st.sampled_from(COUNTED))
    value = draw(VALUES.get(name, st.integers(0, 9).map(str)))
    return Constant(name, value, after + timedelta(days=draw(st.integers(1, 900))))


def with_more(*more: Constant) -> RuleBook:
    return RuleBook([*(row for name in BOOK.names for row in BOOK.rows(name)), *more])
