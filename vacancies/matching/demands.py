"""What a demand is: one criterion of a vacancy, and the same demand made softer. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from vacancies.matching.sides import Ask, Offer

Pair = Callable[[Ask, Offer], bool]
Share = Callable[[Ask, Offer], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A demand made softer, in one way or in `width` ways of a kind.

    Bit j of `bits`, in SQL and in Python, tells that the demand holds once softened in way j.
    """

    key: str
    sql: str
    bits: Callable[[Ask, Offer], int]
    width: int = 1


@dataclass(frozen=True, slots=True)
class Criterion:
    """One demand.

    `typed_sql` is the condition for a vacancy that is not stored, where it differs. `share` is how
    much of it is there, as (part, whole), whole 0 where nothing is asked; a criterion without
    share is all or nothing. `always` tells that it decides in every vacancy; else a requirement
    row says so. `turn` is its place in the WHERE: cheap and selective first.
    """

    key: str
    turn: int
    sql: str
    holds: Pair
    not_told: Pair
    always: bool = True
    share_sql: tuple[str, str] | None = None
    share: Share | None = None
    variants: tuple[Variant, ...] = ()
    typed_sql: str = ""


def softer(key: str, sql: str, holds: Pair) -> Variant:
    """A demand made softer in one way, as the same condition in SQL and in Python."""
    return Variant(key, f"CASE WHEN {sql} THEN 1 ELSE 0 END", lambda v, p: int(holds(v, p)))
