"""One case as the predicates ask it: what counts on the day, looked up once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from vacancies.codes import Decision, Route
from vacancies.routes import calendar
from vacancies.routes.facts import Block, Case, Paper, Person, Record, Scope
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.terms import Term, TermRule, start_of, term_of
from vacancies.routes.verdict import Limit

Truth = bool | date | None
"""True or False; None: not told, or still to be had; a date: not yet, from that day it will be."""


COUNTS_AS: Final[dict[str, tuple[str, ...]]] = {  # work other than teaching: support work too
    Scope.TEACHING: (Scope.TEACHING,),
    Scope.SUPPORT: (Scope.SUPPORT,),
    Scope.OTHER: (Scope.SUPPORT, Scope.OTHER),
}


class Question:
    """A case, the rule book, and the route that is asked (it changes while a verdict is made)."""

    def __init__(self, case: Case, book: RuleBook) -> None:
        self.case = case
        self.book = book
        self.on = case.on
        self.person: Person = case.person
        self.block: Block = case.block
        self.route = Route.QUALIFIED_TEACHER
        self.term: Term | None = None
        self.known: dict[Callable[[Question], bool], bool] = {}

    def ask(self, route: Route, rule: TermRule | None) -> None:
        """Turn to the next route."""
        self.route = route
        self.term = term_of(rule, route, self.case, self.book) if rule else None

    def recall(self, claim: "Callable[[Question], bool]") -> bool:
        """Whether this holds; it does not depend on the route, so it is asked once."""
        if claim not in self.known:
            self.known[claim] = claim(self)
        return self.known[claim]

    @cached_property
    def start(self) -> date:
        return start_of(self.case)

    @cached_property
    def papers(self) -> dict[str, list[Paper]]:
        found: dict[str, list[Paper]] = {}
        for paper in self.case.person.papers:
            found.setdefault(paper.kind, []).append(paper)
        return found

    @cached_property
    def budget_on(self) -> date:
        """Budgets take the constant of the first day of the planned study year."""
        begins = self.book.month_day("study_year_start", self.on)
        return calendar.study_year_of(self.start, begins)

    @cached_property
    def budget(self) -> Decimal:
        """Clock hours of lid 6 at this board in the planned study year."""
        weeks = self.block.teaching_weeks
        if weeks is None:
            weeks = self.book.whole("guest_teaching_weeks", self.budget_on)
        return self.book.number("guest_avg_clock_hours_week", self.budget_on) * weeks

    @property
    def booked(self) -> Decimal:
        return Decimal(self.case.board.booked_hours)

    @cached_property
    def limit(self) -> Limit | None:
        """The budget, and what is used of it with this plan."""
        if self.block.clock_hours_year is None:
            return None
        used = self.booked + Decimal(self.block.clock_hours_year)
        return Limit(self.budget, used, self.budget - used)

    def first_day(self, kind: str, scope: str = "", origin: str = "") -> date | None:
        """From which day such a paper is held; one without a date always was."""
        if kind not in self.papers:
            return None
        days = [
            paper.issued_on or date.min
            for paper in self.papers[kind]
            if (not scope or paper.scope in COUNTS_AS[scope])
            and (not origin or paper.origin == origin)
        ]
        return min(days, default=None)

    def holds(self, kind: str, scope: str = "") -> bool:
        first = self.first_day(kind, scope)
        return first is not None and first <= self.on

    def fact(self, *kinds: str, scope: str = "") -> Truth:
        """One of these papers: held, held from a later day, not held, or not told."""
        days = [first for kind in kinds if (first := self.first_day(kind, scope))]
        if days and min(days) <= self.on:
            return True
        if not self.person.papers_told:
            return None
        return min(days) if days else False

    @cached_property
    def decided(self) -> dict[Decision, list[Record]]:
        """What the board decided by the day, by kind, the newest last."""
        found: dict[Decision, list[Record]] = {}
        for record in sorted(self.case.board.records, key=lambda record: record.on):
            if record.on <= self.on:
                found.setdefault(record.kind, []).append(record)
        return found

    def records(self, kind: Decision) -> list[Record]:
        """Decisions of a kind that is given for one route: those for this route or for none."""
        found = self.decided.get(kind, ())
        return [one for one in found if one.route is None or one.route == self.route]

    def judged(self, kind: Decision) -> bool | None:
        """The newest judgement of the board; None: not judged."""
        found = self.decided.get(kind)
        return found[-1].yes if found else None

    def signed(self, kind: Decision) -> bool | None:
        """A signature or decision: there, or still to be had."""
        found = self.decided.get(kind)
        return True if found and found[-1].yes else None

    def signed_for_route(self, kind: Decision) -> bool | None:
        """The same, given for this route."""
        found = self.records(kind)
        return True if found and found[-1].yes else None
