"""The table of routes as a page for everybody: per function, with every source and date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from vacancies.codes import Need, Route
from vacancies.routes.catalogue import (
    ROUTES,
    Branch,
    Either,
    Nature,
    RouteRule,
    rules_for,
)
from vacancies.routes.facts import Function
from vacancies.routes.rulebook import Constant, RuleBook
from vacancies.routes.words.bounds import constant_label, duration_of, limit_of
from vacancies.routes.words.needs import NeedWords, need_words
from vacancies.routes.words.routes import RouteWords, function_label, route_words
from vacancies.routes.words.sources import (
    SourceWords,
    constants_of,
    needs_of,
    question_of,
    source_words,
)
from vacancies.routes.words.voice import Voice, shown

CONDUCT: Final = (Need.VOG_OK, Need.NOT_EXCLUDED)
OF_EXTENSION: Final = (Need.EXTENSION_REASON, Need.EFFORT_STATEMENT)
HOME: Final = {  # where a route that opens several functions is written out
    Route.GUEST_TEACHER_SIX_HOURS: Function.GUEST_TEACHER,
    Route.CONTRACT_ACTIVITY: Function.CONTRACT_TRAINER,
    Route.INSTRUCTOR_QUALIFIED: Function.INSTRUCTOR,
    Route.INSTRUCTOR_IN_TRAINING: Function.INSTRUCTOR,
    Route.INSTRUCTOR_TEMPORARY_EXEMPTION: Function.INSTRUCTOR,
    Route.OTHER_STAFF: Function.OTHER_STAFF,
    Route.WORKPLACE_TRAINER: Function.WORKPLACE_TRAINER,
}
STUDY_YEAR: Final = "study_year_start"


@dataclass(frozen=True, slots=True)
class Ask:
    """One row of what is needed; `is_option`: one of these rows is enough."""

    needs: tuple[NeedWords, ...]
    is_option: bool = False
    is_of_extension: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One route, written out. `conduct`: the needs that nearly every route has."""

    words: RouteWords
    asks: tuple[Ask, ...]
    conduct: tuple[NeedWords, ...]
    limit: str
    duration: str
    source: SourceWords


@dataclass(frozen=True, slots=True)
class FunctionRules:
    """A function with its own routes, and the names of those written out elsewhere."""

    function: Function
    label: str
    rules: tuple[Rule, ...]
    elsewhere: tuple[RouteWords, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A dated constant as it is shown; `question`: what nobody looked up yet."""

    label: str
    value: str
    row: Constant
    is_coming: bool
    question: str


@dataclass(frozen=True, slots=True)
class Page:
    conduct: tuple[NeedWords, ...]
    functions: tuple[FunctionRules, ...]
    numbers: tuple[Number, ...]
    questions: tuple[tuple[str, str], ...]


def page_of(book: RuleBook, on: date) -> Page:
    """Everything on the page, as it stands on this day."""
    functions = tuple(_function(function, book, on) for function in Function)
    numbers = tuple(_numbers(book, on))
    codes = {code for one in functions for rule in one.rules for code in rule.source.codes}
    codes |= {one.row.confirm_code for one in numbers if one.question}
    return Page(
        conduct=_needs(CONDUCT, book, on),
        functions=functions,
        numbers=numbers,
        questions=tuple((code, question_of(code)) for code in sorted(codes, key=_order)),
    )


def _function(function: Function, book: RuleBook, on: date) -> FunctionRules:
    rules = rules_for(function)
    here = [rule for rule in rules if HOME.get(rule.code, Function.TEACHER) is function]
    return FunctionRules(
        function,
        function_label(function),
        tuple(_rule(rule, book, on) for rule in here),
        tuple(_route(rule.code, book, on) for rule in rules if rule not in here),
    )


def _rule(rule: RouteRule, book: RuleBook, on: date) -> Rule:
    return Rule(
        words=_route(rule.code, book, on),
        asks=tuple(dict.fromkeys(_asks(rule, book, on))),
        conduct=_needs((need for need in CONDUCT if need in needs_of(rule)), book, on),
        limit=limit_of(rule.code, book=book, on=on),
        duration=duration_of(rule.code, book=book, on=on),
        source=source_words(rule.code, book=book, on=on),
    )


def _asks(rule: RouteRule, book: RuleBook, on: date) -> Iterator[Ask]:
    """Conduct stands apart; limits of hours and time are told in sentences of their own."""
    for one in rule.conditions:
        if isinstance(one, Either):
            yield from (Ask(_branch(branch, book, on), True) for branch in one.branches)
        elif one.need not in CONDUCT and one.nature is not Nature.LIMIT:
            yield Ask(_branch((one,), book, on), is_of_extension=one.need in OF_EXTENSION)


def _branch(branch: Branch, book: RuleBook, on: date) -> tuple[NeedWords, ...]:
    return _needs((condition.need for condition in branch), book, on)


def _needs(needs: Iterable[Need], book: RuleBook, on: date) -> tuple[NeedWords, ...]:
    return tuple(need_words(need, voice=Voice.PERSON, book=book, on=on) for need in needs)


def _route(route: Route, book: RuleBook, on: date) -> RouteWords:
    return route_words(route, voice=Voice.PERSON, book=book, on=on)


def _numbers(book: RuleBook, on: date) -> Iterator[Number]:
    """Each number in force, and those that are announced; what is over is in the history."""
    names = dict.fromkeys(name for rule in ROUTES for name in constants_of(rule))
    for name in (*names, STUDY_YEAR):
        if name not in book.names:
            continue
        in_force = book.row(name, on)
        coming = [row for row in book.rows(name) if row.valid_from > on and row is not in_force]
        for row in (in_force, *coming):
            waits = row.confirm_code and not row.is_confirmed
            question = question_of(row.confirm_code) if waits else ""
            yield Number(constant_label(name), shown(row), row, row in coming, question)


def _order(code: str) -> int:
    return int(code.removeprefix("C"))
