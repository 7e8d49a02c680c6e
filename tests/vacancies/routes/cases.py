"""The defaults of every case: what is told here is what a case does not say."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from vacancies.codes import Decision, Need, Route
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.engine import evaluate
from vacancies.routes.facts import (
    Block,
    Board,
    Case,
    Function,
    Paper,
    Period,
    Person,
    Practice,
    Record,
)
from vacancies.routes.rulebook import Constant, RuleBook
from vacancies.routes.verdict import Status, Verdict

FILE = Path(__file__).parents[3] / "vacancies" / "reference" / "rule_constants.csv"
ON = date(2026, 11, 10)
START = date(2027, 1, 4)

BY_SCHOOL_IN_TRAINING = (
    Need.RELEVANCE_JUDGED,
    Need.SUBJECT_JUDGED,
    Need.TEACH_JUDGED,
    Need.REACH_JUDGED,
    Need.TRAINING_PLAN,
    Need.TRAINING_AGREED,
)
S7 = {Need.STATEMENT_BY, *BY_SCHOOL_IN_TRAINING}


def reference_book(*more: Constant) -> RuleBook:
    """The constants as they ship, and more."""
    with FILE.open() as file:
        rows = [
            Constant(
                row["name"],
                row["value"],
                date.fromisoformat(row["valid_from"]),
                date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            )
            for row in csv.DictReader(file)
        ]
    return RuleBook([*rows, *more])


BOOK = reference_book()
VOG = Paper("vog", issued_on=date(2026, 9, 1), shown_on=ON)


def years_ago(years: int, on: date = ON) -> tuple[Practice, ...]:
    return (Practice(date(on.year - years, on.month, on.day)),)


def person(**told: object) -> Person:
    papers = tuple(told.pop("papers", ()))  # type: ignore[call-overload]
    vog = told.pop("vog", VOG)
    values = {"papers": (*papers, vog) if vog else papers, "declares_no_ban": True} | told
    return Person(**values)  # type: ignore[arg-type]


def block(function: str = Function.GUEST_TEACHER, **told: object) -> Block:
    values = {"start_on": START, "only_specific_parts": True} | told
    if function in (Function.INSTRUCTOR, Function.PRACTICE_COACH):
        values.setdefault("no_teaching_work", False)
    return Block(function, **values)  # type: ignore[arg-type]


def hours(week: int | str, weeks: int) -> dict[str, Decimal]:
    return {"clock_hours_year": Decimal(week) * weeks, "peak_week_hours": Decimal(week)}


def records(
    *kinds: Decision | Need, on: date = date(2026, 11, 1), yes: bool = True
) -> tuple[Record, ...]:
    return tuple(Record(Decision(kind), on, yes) for kind in kinds)


def verdicts_of(case: Case, book: RuleBook = BOOK) -> dict[Route, Verdict]:
    return {verdict.route: verdict for verdict in evaluate(case, book)}


def case_of(who: Person, what: Block, board: Board | None = None, on: date = ON) -> Case:
    return Case(who, what, board or Board(), on)


def at(case: Case, **changes: object) -> Case:
    """The same case with another block."""
    return replace(case, block=replace(case.block, **changes))  # type: ignore[arg-type]


def verdict_of(
    route: Route,
    who: Person | None = None,
    *,
    board: Board | None = None,
    on: date = ON,
    book: RuleBook = BOOK,
    **told: object,
) -> Verdict:
    """The verdict on one route, for the first function that it opens unless one is told."""
    function = told.pop("function", next(one for one in Function if one in RULE_OF[route].opens))
    case = case_of(who or person(), block(str(function), **told), board, on)
    return verdicts_of(case, book)[route]


def answer(verdict: Verdict) -> tuple[Status, set[Need]]:
    return verdict.status, set(verdict.codes)


def worked(route: Route, *spans: tuple[date, date]) -> Board:
    """A board where somebody worked under a route."""
    return Board(periods=tuple(Period(route, first, last) for first, last in spans))


def replaced(name: str, value: str, valid_from: date) -> RuleBook:
    """The constants as they ship, with a newer row of one of them."""
    return reference_book(Constant(name, value, valid_from))
