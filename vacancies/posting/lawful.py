"""What the law makes of the routes and hours that a vacancy asks, whoever comes.

The rules themselves are in `vacancies.routes`: a vacancy is judged for somebody of whom nothing is
known, at a school that decided nothing yet. What is closed then is closed for everybody.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from vacancies.codes import Need, Route, mask_of, routes_of
from vacancies.models import Vacancy
from vacancies.routes.book import rule_book
from vacancies.routes.calendar import DAY
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.engine import evaluate
from vacancies.routes.facts import Block, Board, Case, Person
from vacancies.routes.masks import OPENS
from vacancies.routes.queries import block_of
from vacancies.routes.queries.boards import end_of_study_year
from vacancies.routes.verdict import Verdict

IN_TRAINING: Final = mask_of([Route.SUITABILITY_IN_TRAINING])
SIX_HOURS: Final = mask_of([Route.GUEST_TEACHER_SIX_HOURS])
TRAINING: Final = mask_of([Route.SUITABILITY_IN_TRAINING, Route.INSTRUCTOR_IN_TRAINING])
ANYBODY: Final = Person(papers_told=False)
DAYS_OF_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class TooLong:
    """A route that ends before the work does."""

    route: Route
    until: date


def opened(function: str) -> int:
    """The routes that open a function; none while there is no function."""
    return OPENS.get(function, 0)


def sensible(function: str, *, will_train: bool) -> int:
    """What a vacancy accepts until HR says otherwise: as much as the law and the school allow."""
    return opened(function) if will_train else opened(function) & ~IN_TRAINING


def verdicts_for_anybody(vacancy: Vacancy, today: date) -> tuple[Verdict, ...]:
    """The accepted routes judged for these hours and dates, in the order of the table."""
    if not vacancy.function_kind:
        return ()
    accepted = routes_of(vacancy.routes_mask)
    found = {one.route: one for one in _judged(vacancy, block_of(vacancy), today)}
    return tuple(found[route] for route in accepted if route in found)


def too_long(vacancy: Vacancy, today: date) -> list[TooLong]:
    """Accepted routes whose longest term ends before the last day of work."""
    if vacancy.starts_on is None or vacancy.ends_on is None:
        return []
    beyond = [
        one.route
        for one in verdicts_for_anybody(vacancy, today)
        if RULE_OF[one.route].term and Need.TERM_LEFT in one.codes
    ]
    return [TooLong(route, _last_day_of(vacancy, route, today)) for route in beyond]


def guest_budget(vacancy: Vacancy, today: date) -> Decimal:
    """Clock hours of a guest teacher in one study year."""
    book, day = rule_book(), vacancy.starts_on or today
    weeks = book.number("guest_teaching_weeks", day)
    return book.number("guest_avg_clock_hours_week", day) * weeks


def guest_hours(vacancy: Vacancy, today: date) -> Decimal | None:
    """Clock hours asked at most in the fullest of its study years; None while not told."""
    if vacancy.hours_max is None or vacancy.starts_on is None:
        return None
    most = rule_book().whole("guest_teaching_weeks", vacancy.starts_on)
    first, last = vacancy.starts_on, vacancy.ends_on or date.max
    turn = end_of_study_year(first)
    weeks = _weeks(first, min(last, turn))
    if last > turn:
        weeks = max(weeks, _weeks(turn + DAY, min(last, end_of_study_year(turn + DAY))))
    return vacancy.hours_max * min(most, weeks)


def too_many_for_guest(vacancy: Vacancy, today: date) -> bool:
    """Whether the route of six hours is accepted for more hours than it has."""
    if not vacancy.routes_mask & SIX_HOURS & opened(vacancy.function_kind):
        return False
    hours = guest_hours(vacancy, today)
    return hours is not None and hours > guest_budget(vacancy, today)


def needs_named_teacher(vacancy: Vacancy) -> bool:
    """A guest teacher works under a teacher of the school, by name (WEB 4.2.1 lid 6)."""
    return bool(vacancy.routes_mask & SIX_HOURS & opened(vacancy.function_kind))


def _judged(vacancy: Vacancy, block: Block, today: date) -> tuple[Verdict, ...]:
    case = Case(ANYBODY, block, Board(kind=vacancy.institution.kind), today)
    return evaluate(case, rule_book())


def _last_day_of(vacancy: Vacancy, route: Route, today: date) -> date:
    """The last day of the first term and its extension together."""
    open_end = Block(function=vacancy.function_kind, start_on=vacancy.starts_on)
    found = {one.route: one for one in _judged(vacancy, open_end, today)}[route]
    return found.extendable_to or found.ends_on or today


def _weeks(first: date, last: date) -> int:
    return max(1, -(-((last - first).days + 1) // DAYS_OF_WEEK))
