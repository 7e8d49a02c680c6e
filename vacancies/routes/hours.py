"""The hours guard: what all plans with one person make of the budget of each route at each school.

Only the average over a study year at one school closes (WEB 4.2.1 lid 6); a busy week is worth a
word, and so are hours at several schools together (to be confirmed: C33). A plan stays within one
study year, because the budget does: who goes on after 31 July gets a second plan from 1 August.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from vacancies.codes import Need, Route
from vacancies.routes import calendar
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.engine import judge
from vacancies.routes.facts import Block, Board, Case, Function, Person
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Limit, Remedy

DAYS_OF_WEEK: Final = 7
NO_HOURS: Final = Decimal(0)


class Finding(StrEnum):
    """What the guard sees; only the first stops a plan."""

    OVER_BUDGET = "over_budget"
    WEEK_OVER_AVERAGE = "week_over_average"
    HOURS_ELSEWHERE = "hours_elsewhere"  # for the school: that there are some, never how many
    OVER_TOGETHER = "over_together"  # for the person: all schools together (C33)


class Fault(StrEnum):
    """Why this is no plan at all."""

    ENDS_BEFORE_START = "ends_before_start"
    CROSSES_STUDY_YEAR = "crosses_study_year"
    WEEKS_DO_NOT_FIT = "weeks_do_not_fit"


@dataclass(frozen=True, slots=True)
class Booking:
    """Hours of one route at one school: a plan, a placement or an accepted offer."""

    school: int
    route: Route
    starts_on: date
    week_hours: Decimal
    weeks: int
    ends_on: date | None = None

    @property
    def hours(self) -> Decimal:
        return self.week_hours * self.weeks


@dataclass(frozen=True, slots=True)
class Guard:
    """What a plan makes of the budget at its school. Without a budget `limit` is None."""

    limit: Limit | None
    remedies: tuple[Remedy, ...]
    findings: frozenset[Finding]

    @property
    def refuses(self) -> bool:
        return Finding.OVER_BUDGET in self.findings


@dataclass(frozen=True, slots=True)
class Sheet:
    """One study year of one person: the budget at each school, and all schools together."""

    begins_on: date
    at: tuple[tuple[int, Limit], ...]
    together: Limit

    @property
    def is_over_together(self) -> bool:
        return len(self.at) > 1 and self.together.left < 0


def study_year(day: date, book: RuleBook) -> tuple[date, date]:
    """First and last day of the study year that holds this day."""
    begins = calendar.study_year_of(day, book.month_day("study_year_start", day))
    return begins, calendar.last_day(begins, 1)


def last_day(booking: Booking, book: RuleBook) -> date:
    """Without a last day a plan runs until its study year ends."""
    return booking.ends_on or study_year(booking.starts_on, book)[1]


def weeks_in(first: date, last: date) -> int:
    """Weeks between two days, both included; a part counts as one."""
    return -(-((last - first).days + 1) // DAYS_OF_WEEK)


def fault_of(booking: Booking, book: RuleBook) -> Fault | None:
    """What keeps these hours from being one plan."""
    last = last_day(booking, book)
    if last < booking.starts_on:
        return Fault.ENDS_BEFORE_START
    if last > study_year(booking.starts_on, book)[1]:
        return Fault.CROSSES_STUDY_YEAR
    if booking.weeks > weeks_in(booking.starts_on, last):
        return Fault.WEEKS_DO_NOT_FIT
    return None


def guard(asked: Booking, others: Iterable[Booking], book: RuleBook) -> Guard:
    """What these hours make of the budget, beside all others of the same person anywhere."""
    same = [one for one in others if _shares(one, asked, book)]
    here = [one for one in same if one.school == asked.school]
    elsewhere = [one for one in same if one.school != asked.school]
    limit, remedies, is_over = _at_school(asked, here, book)
    if limit is None:
        return Guard(None, (), frozenset())
    found = {Finding.OVER_BUDGET} if is_over else set()
    if _peak([asked, *here], book) > _average(asked.starts_on, book):
        found.add(Finding.WEEK_OVER_AVERAGE)
    if elsewhere:
        found.add(Finding.HOURS_ELSEWHERE)
        if limit.used + _sum(elsewhere) > limit.budget:
            found.add(Finding.OVER_TOGETHER)
    return Guard(limit, remedies, frozenset(found))


def sheets(bookings: Iterable[Booking], book: RuleBook) -> tuple[Sheet, ...]:
    """The budget of each study year with hours of lid 6, the earliest first."""
    years: dict[date, list[Booking]] = {}
    for one in bookings:
        if RULE_OF[one.route].has_budget:
            years.setdefault(study_year(one.starts_on, book)[0], []).append(one)
    return tuple(_sheet(year, rows, book) for year, rows in sorted(years.items()))


def _sheet(year: date, rows: Sequence[Booking], book: RuleBook) -> Sheet:
    schools = dict.fromkeys(one.school for one in rows)
    at = tuple(
        (school, _limit([one for one in rows if one.school == school], year, book))
        for school in schools
    )
    return Sheet(year, at, _limit(rows, year, book))


def _limit(rows: Iterable[Booking], year: date, book: RuleBook) -> Limit:
    budget = _average(year, book) * book.whole("guest_teaching_weeks", year)
    used = _sum(rows)
    return Limit(budget, used, budget - used)


def _at_school(
    asked: Booking, here: Iterable[Booking], book: RuleBook
) -> tuple[Limit | None, tuple[Remedy, ...], bool]:
    """The engine's own answer about the hours, for somebody of whom nothing else is told."""
    block = Block(
        function=Function.GUEST_TEACHER,
        clock_hours_year=asked.hours,
        peak_week_hours=asked.week_hours,
        start_on=asked.starts_on,
        end_on=asked.ends_on,
    )
    board = Board(booked_hours=_sum(here))
    case = Case(Person(), block, board, asked.starts_on)
    verdict = judge([RULE_OF[asked.route]], case, book)[0]
    return verdict.limit, verdict.remedies, Need.AVG_HOURS in verdict.codes


def _shares(one: Booking, asked: Booking, book: RuleBook) -> bool:
    """Whether both draw on a budget of the same route and year."""
    years = [study_year(day, book)[0] for day in (one.starts_on, asked.starts_on)]
    return one.route == asked.route and years[0] == years[1]


def _average(day: date, book: RuleBook) -> Decimal:
    return book.number("guest_avg_clock_hours_week", study_year(day, book)[0])


def _peak(rows: Sequence[Booking], book: RuleBook) -> Decimal:
    """The most hours that fall in one week: plans that overlap add up."""
    spans = [(one.starts_on, last_day(one, book), one.week_hours) for one in rows]
    return max(
        sum((hours for first, last, hours in spans if first <= day <= last), NO_HOURS)
        for day, _last, _hours in spans
    )


def _sum(rows: Iterable[Booking]) -> Decimal:
    return sum((one.hours for one in rows), NO_HOURS)
