"""The two clocks of who is in training: the legal term, and the agreement on the certificate.

Sources: WEB 4.2.1 lid 3 (two study years, two years of extension), 4.2.4 lid 1 c and 4.2.5. How a
pause counts in the legal term is not in the text: the cautious reading of the routes holds, a
study year counts when any day of it was worked (C4). The agreement is between three parties, who
move it along with a pause.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from vacancies.codes import Route
from vacancies.routes import calendar
from vacancies.routes.calendar import DAY
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.facts import Block, Board, Case, Function, Period, Person
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.terms import TermRule, term_of

Span = tuple[date, date]
ROUTE: Final = Route.SUITABILITY_IN_TRAINING


@dataclass(frozen=True, slots=True)
class Clocks:
    """Last days. `extendable_to` is None when nothing is left of the extension."""

    term_ends_on: date
    certificate_by: date
    extendable_to: date | None

    @property
    def first(self) -> date:
        """The earlier of the two rules reminders."""
        return min(self.term_ends_on, self.certificate_by)


def clocks_of(
    appointed_on: date,
    *,
    book: RuleBook,
    pauses: Iterable[Span] = (),
    earlier: Iterable[Span] = (),
    extended_until: date | None = None,
    agreed_until: date | None = None,
) -> Clocks:
    """The clocks that run from an appointment. `earlier`: days worked here under this route before."""
    gaps = calendar.spans(pauses)
    worked, start = _worked(appointed_on, gaps)
    periods = tuple(Period(ROUTE, first, last) for first, last in (*earlier, *worked))
    block = Block(Function.TEACHER, start_on=start)
    case = Case(Person(), block, Board(periods=periods), start)
    term = term_of(_rule(), ROUTE, case, book)
    total = term.extendable_to or term.ends_on
    ends_on = extended_until or term.first_end
    years = book.whole("reach_level_within", appointed_on)
    agreed = calendar.last_day(appointed_on, years) + timedelta(days=calendar.days_in(gaps))
    return Clocks(ends_on, agreed_until or agreed, total if total > ends_on else None)


def _worked(appointed_on: date, gaps: list[Span]) -> tuple[list[Span], date]:
    """The days before and between pauses, and the first day after the last of them."""
    worked, start = [], appointed_on
    for first, last in gaps:
        if start < first:
            worked.append((start, first - DAY))
        start = max(start, last + DAY)
    return worked, start


def _rule() -> TermRule:
    rule = RULE_OF[ROUTE].term
    assert rule is not None
    return rule
