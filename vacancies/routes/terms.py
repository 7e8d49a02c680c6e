"""How long a route may last at one board: the first term, its extension, and what is left of both.

Sources: WEB 4.2.1 lid 3 and 5, 4.2.2 lid 4. Without an asked last day the longest period left in
the first term is meant; when that is used up, what is left of the extension.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple

from vacancies.codes import Route
from vacancies.routes import calendar
from vacancies.routes.calendar import DAY, DAYS_OF_YEAR, MONTHS_OF_YEAR
from vacancies.routes.facts import Case
from vacancies.routes.rulebook import RuleBook

TOUCHED: Final = "touched"  # a part of a study year counts as one; the other word is anniversary


class Part(Enum):
    """In which part of the term the asked period ends."""

    FIRST = "first"
    EXTENSION = "extension"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class TermRule:
    """Names of the constants: years of the first term, and years of the extension or its ratio.

    `is_ratio`: the extension is a share of what was granted first. `by_study_year`: the first
    term counts study years, as the constant `study_year_count` says.
    """

    first: str
    extension: str
    is_ratio: bool = False
    by_study_year: bool = False


class Term(NamedTuple):
    """`ends_on` is the last day asked, or the last day left; `extendable_to` None: no more left.

    What lies after `first_end`, the last day of the first term, is extension.
    """

    part: Part
    ends_on: date
    first_end: date
    extendable_to: date | None = None


class _Bounds(NamedTuple):
    """Last day of the first term, of the whole, and the first day of the unbroken stretch."""

    first_end: date
    total_end: date
    origin: date
    days_before: int = 0  # worked before a gap


def start_of(case: Case) -> date:
    """First day of the block; not told: the day of the verdict."""
    return case.block.start_on or case.on


def used_spans(case: Case, route: Route) -> list[tuple[date, date]]:
    """Days worked here under this route before the block, as far as they had begun by then."""
    if not case.board.periods:
        return []
    start = start_of(case)
    return calendar.spans(
        (one.from_on, min(one.until_on, start - DAY))
        for one in case.board.periods
        if one.route == route and one.from_on <= case.on and one.from_on < start
    )


def term_of(rule: TermRule, route: Route, case: Case, book: RuleBook) -> Term:
    """Where the asked period falls, and how far it may still be extended."""
    years = book.whole(rule.first, case.on)
    more = book.number(rule.extension, case.on)
    by_study_year = rule.by_study_year and book.word("study_year_count", case.on) == TOUCHED
    used = used_spans(case, route)
    if by_study_year:
        begins = book.month_day("study_year_start", case.on)
        bounds = _study_year_bounds(used, start_of(case), years, int(more), begins)
    else:
        bounds = _year_bounds(used, start_of(case), years, more * years if rule.is_ratio else more)
    return _placed(bounds, case, more, is_ratio=rule.is_ratio)


def _placed(bounds: _Bounds, case: Case, more: Decimal, *, is_ratio: bool) -> Term:
    start = start_of(case)
    longest = bounds.first_end if bounds.first_end >= start else bounds.total_end
    end = case.block.end_on or longest
    if end > bounds.total_end or longest < start:
        return Term(Part.BEYOND, end, bounds.first_end)
    if end > bounds.first_end:
        part, left = Part.EXTENSION, bounds.total_end
    elif is_ratio:
        part, left = Part.FIRST, _share_on_top(bounds, start, end, more)
    else:
        part, left = Part.FIRST, _years_on_top(bounds, end, int(more))
    return Term(part, end, bounds.first_end, left if left > end else None)


def _year_bounds(used: list[tuple[date, date]], start: date, years: int, more: Decimal) -> _Bounds:
    """Anniversaries where the work is unbroken; over a gap days are added, 365 a year."""
    if not used or used[0][1] + DAY >= start:
        origin = used[0][0] if used else start
        months = int((years + more) * MONTHS_OF_YEAR)
        whole = calendar.plus_months(origin, months) - DAY
        return _Bounds(calendar.last_day(origin, years), whole, origin)
    first_end = _filled_on(used, start, DAYS_OF_YEAR * years)
    total_end = _filled_on(used, start, int(DAYS_OF_YEAR * (years + more)))
    return _Bounds(first_end, total_end, start, calendar.days_in(used))


def _filled_on(used: list[tuple[date, date]], start: date, days: int) -> date:
    """The day that fills so many days, of those used and then of those from the start on."""
    return calendar.nth_day(used, days) or start + timedelta(days=days - calendar.days_in(used) - 1)


def _study_year_bounds(
    used: list[tuple[date, date]], start: date, years: int, more: int, begins: tuple[int, int]
) -> _Bounds:
    """Study years touched; the extension counts whole years from the end of the first term."""
    this_year = calendar.study_year_of(start, begins)
    earlier = sorted(_study_years(used, begins) - {this_year})
    if len(earlier) < years:
        first_end = calendar.last_day(this_year, years - len(earlier))
        return _Bounds(first_end, calendar.last_day(first_end + DAY, more), start)
    first_end = calendar.last_day(earlier[years - 1], 1)
    extended = [(max(first, first_end + DAY), last) for first, last in used if last > first_end]
    unbroken = calendar.spans([(first_end, first_end), *extended])
    if unbroken[0][1] + DAY >= start:
        return _Bounds(first_end, calendar.last_day(first_end + DAY, more), start)
    return _Bounds(first_end, _filled_on(extended, start, DAYS_OF_YEAR * more), start)


def _study_years(used: list[tuple[date, date]], begins: tuple[int, int]) -> set[date]:
    found = set()
    for first, last in used:
        year = calendar.study_year_of(first, begins)
        while year <= last:
            found.add(year)
            year = calendar.plus_years(year, 1)
    return found


def _years_on_top(bounds: _Bounds, end: date, years: int) -> date:
    if bounds.days_before:
        return end + timedelta(days=DAYS_OF_YEAR * years)
    return calendar.last_day(end + DAY, years)


def _share_on_top(bounds: _Bounds, start: date, end: date, ratio: Decimal) -> date:
    """The share of what was granted: whole months where they come out even, else whole days."""
    if bounds.days_before:
        granted = bounds.days_before + (end - start).days + 1
        return end + timedelta(days=int(granted * ratio))
    after = end + DAY
    months = (after.year - bounds.origin.year) * MONTHS_OF_YEAR + after.month - bounds.origin.month
    share = months * ratio
    if calendar.plus_months(bounds.origin, months) == after and share == int(share):
        return calendar.plus_months(after, int(share)) - DAY
    return end + timedelta(days=int((after - bounds.origin).days * ratio))
