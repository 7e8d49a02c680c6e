"""The rows of the table as the rule book of today, kept in each process.

Kept for a minute at most, and until the token in the shared cache is another than the one under
which it was read: a change in one process is news in all. Without the shared cache a minute late
does no harm: a changed number begins tomorrow at the earliest, so no verdict of today differs.
A number without any row, as on a site that loads its reference data later, is as it ships.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache as once
from pathlib import Path
from time import monotonic
from typing import Final
from uuid import uuid4

from django.core.cache import cache

from vacancies.models import RuleConstant
from vacancies.routes.rulebook import Constant, RuleBook

SHELF_KEY: Final = "rule-book"
KEEP_S: Final = 60
SHIPPED: Final = Path(__file__).parents[1] / "reference" / "rule_constants.csv"


@dataclass(frozen=True, slots=True)
class _Kept:
    book: RuleBook
    token: str | None
    until: float


_shelf: Final[dict[str, _Kept]] = {}


def rule_book() -> RuleBook:
    """All dated numbers of the law. Hold it while judging many: each call asks the cache."""
    token = cache.get(SHELF_KEY)
    kept = _shelf.get(SHELF_KEY)
    if kept is None or kept.token != token or kept.until < monotonic():
        kept = _shelf[SHELF_KEY] = _Kept(_read(), token, monotonic() + KEEP_S)
    return kept.book


def forget_rule_book() -> None:
    """Read the rows afresh, in this process and in every other: call it after the commit."""
    _shelf.clear()
    cache.set(SHELF_KEY, uuid4().hex, timeout=None)


def _read() -> RuleBook:
    rows = [_constant(row) for row in RuleConstant.objects.all()]
    known = {row.name for row in rows}
    return RuleBook([*rows, *(row for row in shipped() if row.name not in known)])


@once
def shipped() -> tuple[Constant, ...]:
    """The numbers as they come with the code, none of them confirmed."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return tuple(
            Constant(
                name=row["name"],
                value=row["value"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                unit=row["unit"],
                source_title=row["source_title"],
                source_url=row["source_url"],
                confirm_code=row["confirm"],
            )
            for row in csv.DictReader(file)
        )


def _constant(row: RuleConstant) -> Constant:
    return Constant(
        name=row.name,
        value=row.value,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        unit=row.unit,
        source_title=row.source_title,
        source_url=row.source_url,
        confirm_code=row.confirm_code,
        is_confirmed=row.confirmed_on is not None,
        confirmed_on=row.confirmed_on,
    )
