"""Answers as a short text for an address, and back.

It holds small numbers only, checked against typing errors. Nothing in it names a person, and a
court ban is never in it: only that somebody declared that there is none. Append to the lists that
it counts in, or raise `VERSION`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, TypeVar
from zlib import crc32

from vacancies.routes.check import Abroad, Answers, Held
from vacancies.routes.facts import Function, Scope

T = TypeVar("T")

VERSION: Final = "1"
ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"  # no i, l, o, u: nothing to misread
CHECK: Final = 1024  # two characters
LONGEST: Final = 40
FIRST_DAY: Final = date(2000, 1, 1)
DAYS: Final = 36_525  # a century
FIRST_YEAR: Final = 1950
MONTHS: Final = 1800
FUNCTIONS: Final = tuple(Function)
HELD: Final = tuple(Held)
ABROAD: Final = tuple(Abroad)
SCOPES: Final = tuple(Scope)


class CodeError(ValueError):
    """Not a code of ours, or of another time."""


SIZES: Final = (  # of each number, in the order of `_numbers`
    1 << len(FUNCTIONS),
    9,
    (1 << len(HELD)) + 1,
    len(ABROAD) + 1,
    len(SCOPES) + 1,
    3,
    62,
    MONTHS + 1,
    402,
    54,
    DAYS + 1,
    DAYS + 3,
    2,
)


def pack(answers: Answers) -> str:
    """The code of these answers. Raises CodeError for what cannot be in it."""
    number = 0
    for value, size in zip(_numbers(answers), SIZES, strict=True):
        if not 0 <= value < size:
            raise CodeError(value)
        number = number * size + value
    body = _letters(number)
    return VERSION + body + _letters(_check(body)).rjust(2, ALPHABET[0])


def unpack(code: str) -> Answers:
    """The answers of a code. Raises CodeError for any other text."""
    text = code.lower()
    version, body, check = text[:1], text[1:-2], text[-2:]
    if version != VERSION or not body or len(text) > LONGEST or _number(check) != _check(body):
        raise CodeError(code)
    number = _number(body)
    if body != _letters(number):
        raise CodeError(code)
    values = []
    for size in reversed(SIZES):
        number, value = divmod(number, size)
        values.append(value)
    if number:
        raise CodeError(code)
    return _answers(values[::-1])


def _numbers(answers: Answers) -> Iterator[int]:
    functions, papers = answers.functions or (), answers.papers
    yield sum(1 << FUNCTIONS.index(function) for function in set(functions))
    yield answers.level or 0
    yield 0 if papers is None else 1 + sum(1 << HELD.index(held) for held in set(papers))
    yield 0 if answers.abroad is None else 1 + ABROAD.index(answers.abroad)
    yield 0 if answers.abroad_scope is None else 1 + SCOPES.index(answers.abroad_scope)
    yield _choice(answers.abroad_recognised)
    yield 0 if answers.years is None else 1 + answers.years
    yield 0 if answers.since is None else 1 + _month(answers.since)
    yield 0 if answers.week_hours is None else 1 + int(answers.week_hours * 10)
    yield 0 if answers.weeks is None else 1 + answers.weeks
    yield 0 if answers.start_on is None else 1 + _days(answers.start_on)
    yield 3 + _days(answers.vog_on) if answers.vog_on else _choice(answers.has_vog)
    yield int(answers.declares_no_ban)


def _answers(values: list[int]) -> Answers:
    (functions, level, papers, abroad, scope, recognised, *rest) = values
    (years, since, hours, weeks, start, vog, no_ban) = rest
    return Answers(
        functions=_ticked(FUNCTIONS, functions) or None,
        level=level or None,
        papers=_ticked(HELD, papers - 1) if papers else None,
        abroad=ABROAD[abroad - 1] if abroad else None,
        abroad_scope=SCOPES[scope - 1] if scope else None,
        abroad_recognised=_chosen(recognised),
        years=years - 1 if years else None,
        since=_first_of(since - 1) if since else None,
        week_hours=Decimal(hours - 1) / 10 if hours else None,
        weeks=weeks - 1 if weeks else None,
        start_on=FIRST_DAY + timedelta(days=start - 1) if start else None,
        has_vog=True if vog > 2 else _chosen(vog),
        vog_on=FIRST_DAY + timedelta(days=vog - 3) if vog > 2 else None,
        declares_no_ban=bool(no_ban),
    )


def _ticked(order: tuple[T, ...], mask: int) -> tuple[T, ...]:
    return tuple(one for number, one in enumerate(order) if mask >> number & 1)


def _choice(value: bool | None) -> int:
    """Not known, no, yes."""
    return 0 if value is None else 1 + value


def _chosen(number: int) -> bool | None:
    return None if number == 0 else number == 2


def _days(day: date) -> int:
    if day < FIRST_DAY:
        raise CodeError(day)
    return (day - FIRST_DAY).days


def _month(day: date) -> int:
    if day.year < FIRST_YEAR:
        raise CodeError(day)
    return (day.year - FIRST_YEAR) * 12 + day.month - 1


def _first_of(month: int) -> date:
    return date(FIRST_YEAR + month // 12, month % 12 + 1, 1)


def _check(body: str) -> int:
    return crc32(f"{VERSION}{body}".encode()) % CHECK


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number, len(ALPHABET))
        letters = ALPHABET[rest] + letters
    return letters or ALPHABET[0]


def _number(text: str) -> int:
    number = 0
    for letter in text:
        value = ALPHABET.find(letter)
        if value < 0:
            raise CodeError(text)
        number = number * len(ALPHABET) + value
    return number
