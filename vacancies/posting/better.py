"""What got better in an open vacancy: named, so that it can be told, once, to who fits already.

Compared are two approved texts: a change that no moderator has read yet tells nobody anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from portal.kit import dayparts
from portal.kit.hooks import Hook
from vacancies.enums import PayScale
from vacancies.models import Vacancy

SCALES: Final = list(PayScale.values)
Snapshot = dict[str, Any]


class Better(StrEnum):
    """In what a vacancy can get better for everybody who fits."""

    PAY = "pay"
    DAY_PARTS = "day_parts"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Improved:
    """A vacancy that got better; `codes` name what and how far, since the first such change."""

    vacancy: Vacancy
    codes: tuple[str, ...]
    since: datetime


improved: Hook[Improved] = Hook("vacancy improved")


def code_of(what: Better, value: object) -> str:
    """An improvement as one word: the same improvement has the same code."""
    return f"{what}:{value}"


def read(code: str) -> tuple[Better, str]:
    """What got better, and the value it has now."""
    what, _colon, value = code.partition(":")
    return Better(what), value


def improvements(before: Snapshot, after: Snapshot) -> tuple[str, ...]:
    """The codes of what is better in the later text; nothing where the former is not known."""
    return tuple(_improvements(before, after)) if before else ()


def _improvements(before: Snapshot, after: Snapshot) -> Iterator[str]:
    scale = after.get("pay_scale_max") or ""
    if _rank(scale) > _rank(before.get("pay_scale_max") or "") >= 0:
        yield code_of(Better.PAY, scale)
    asked, fewer = before.get("day_parts_needed"), after.get("day_parts_needed")
    if asked and fewer and fewer < asked:
        yield code_of(Better.DAY_PARTS, fewer)
    fixed, now = before.get("fixed_mask") or 0, after.get("fixed_mask") or 0
    if now != fixed and now & fixed == now:
        yield code_of(Better.FIXED, dayparts.count(now))


def _rank(scale: str) -> int:
    return SCALES.index(scale) if scale in SCALES else -1
