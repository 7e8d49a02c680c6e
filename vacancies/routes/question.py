"""One case as the predicates ask it: what counts on the day, looked up once."""

from datetime import date
from decimal import Decimal
from functools import cached_property

from vacancies.codes import Decision, Route
from vacancies.routes import calendar
from vacancies.routes.facts import Block, Case, Paper, Person, Record
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.terms import Term, TermRule, start_of, term_of
from vacancies.routes.verdict import Limit

Truth = bool | date | None
"""True or False; None: not told, or still to be had; a date: not yet, from that day it will be."""


class Question:
    """A case, the rule book, and the route that is asked (it changes while a verdict is made)."""

    def __init__(self, case: Case, book: RuleBook) -> None:
        self.case = case
        self.book = book
        self.on = case.on
        self.route = Route.QUALIFIED_TEACHER
        self.term: Term | None = None
        self.known: dict[object, Truth] = {}

    def ask(self, route: Route, rule: TermRule | None) -> None:
        """Turn to the next route."""
        self.route = route
        self.term = term_of(rule, route, self.case, self.book) if rule else None

    @property
    def person(self) -> Person:
        return self.case.person

    @property
    def block(self) -> Block:
        return self.case.block

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
        begins = self.book.month_day("study_year_start", self.start)
        return calendar.study_year_of(self.start, begins)

    @cached_property
    def limit(self) -> Limit | None:
        """The yearly budget of lid 6 at this board, and what is used with this plan."""
        if self.block.clock_hours_year is None:
            return None
        weeks = self.block.teaching_weeks
        if weeks is None:
            weeks = self.book.whole("guest_teaching_weeks", self.budget_on)
        budget = self.book.number("guest_avg_clock_hours_week", self.budget_on) * weeks
        used = Decimal(self.case.board.booked_hours) + Decimal(self.block.clock_hours_year)
        return Limit(budget, used, budget - used)

    def holds(self, kind: str, scope: str = "") -> bool:
        """Whether such a paper is held on the day; a paper without a date is held."""
        return any(
            (not scope or paper.scope == scope)
            and (paper.issued_on is None or paper.issued_on <= self.on)
            for paper in self.papers.get(kind, ())
        )

    def fact(self, *kinds: str, scope: str = "") -> Truth:
        """One of these papers: held, held from a later day, not held, or not told."""
        if any(self.holds(kind, scope) for kind in kinds):
            return True
        if not self.person.papers_told:
            return None
        later = [
            paper.issued_on
            for kind in kinds
            for paper in self.papers.get(kind, ())
            if paper.issued_on and (not scope or paper.scope == scope)
        ]
        return min(later, default=False)

    def has_foreign_diploma(self, scope: str = "", origin: str = "") -> bool:
        return any(
            (not scope or paper.scope == scope)
            and (not origin or paper.origin == origin)
            and (paper.issued_on is None or paper.issued_on <= self.on)
            for paper in self.papers.get("foreign_diploma", ())
        )

    def records(self, kind: Decision) -> list[Record]:
        """Of this kind, for this route or for none, decided by the day; the newest last."""
        found = [
            record
            for record in self.case.board.records
            if record.kind == kind
            and record.on <= self.on
            and (record.route is None or record.route == self.route)
        ]
        return sorted(found, key=lambda record: record.on)

    def judged(self, kind: Decision) -> bool | None:
        """The newest judgement of the board; None: not judged."""
        found = self.records(kind)
        return found[-1].yes if found else None

    def signed(self, kind: Decision) -> bool | None:
        """A signature or decision: there, or still to be had."""
        return self.judged(kind) or None
