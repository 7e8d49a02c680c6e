"""What open vacancies of other schools ask for the same work, beside what one vacancy asks. Pure.

Everything that is compared stands on the public page of a vacancy.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from portal.kit.geo import distance_m
from vacancies.codes import Route
from vacancies.matching.criteria import BITS

NEAR_M: Final = 40_000
LEAST: Final = 3  # fewer vacancies are no comparison


class Asked(NamedTuple):
    """The public demands of a vacancy: columns of vacancies_vacancyfacts."""

    must_mask: int
    x1: int
    y1: int
    x2: int
    y2: int
    x3: int
    y3: int
    day_parts_needed: int
    hours_min: int
    level_min: int
    years_min: int
    dutch_min: int
    competence_musts: int
    routes_mask: int


@dataclass(frozen=True, slots=True)
class Less:
    """One demand: how many others ask less, what most of those ask, and what this one asks."""

    demand: str
    fewer: int
    usual: int  # 0: nothing
    mine: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """This vacancy beside `others`, in its surroundings or in the whole country."""

    others: int
    is_near: bool
    lines: tuple[Less, ...]


def _must(demand: str, value: Callable[[Asked], int]) -> Callable[[Asked], int]:
    return lambda one: max(0, value(one)) if one.must_mask & BITS[demand] else 0


# A higher number asks more; 0 asks nothing.
DEMANDS: Final[dict[str, Callable[[Asked], int]]] = {
    "language": _must("language", lambda one: one.dutch_min),
    "level": _must("level", lambda one: one.level_min),
    "experience": _must("experience", lambda one: one.years_min),
    "competence": _must("competence", lambda one: one.competence_musts),
    "day_parts": lambda one: one.day_parts_needed,
    "hours": lambda one: max(0, one.hours_min),
    "route": lambda one: len(Route) - one.routes_mask.bit_count() if one.routes_mask else 0,
}


def compared(mine: Asked, others: Sequence[Asked]) -> Comparison | None:
    """With what is near if that is enough, else with the whole country; None: too few at all."""
    near = [one for one in others if is_near(mine, one)]
    chosen = near if len(near) >= LEAST else others
    if len(chosen) < LEAST:
        return None
    lines = [line for demand in DEMANDS if (line := _less(demand, mine, chosen))]
    order = list(DEMANDS)
    lines.sort(key=lambda line: (-line.fewer, order.index(line.demand)))
    return Comparison(len(chosen), chosen is near, tuple(lines))


def is_near(mine: Asked, other: Asked) -> bool:
    """A location of the one lies at most 40 km from a location of the other."""
    return any(
        distance_m(*here, *there) <= NEAR_M for here in _spots(mine) for there in _spots(other)
    )


def _spots(one: Asked) -> set[tuple[int, int]]:
    return {(one.x1, one.y1), (one.x2, one.y2), (one.x3, one.y3)}


def _less(demand: str, mine: Asked, others: Sequence[Asked]) -> Less | None:
    value = DEMANDS[demand]
    own = value(mine)
    lower = Counter(asked for one in others if (asked := value(one)) < own)
    if not lower:
        return None
    usual = max(lower, key=lambda asked: (lower[asked], asked))
    return Less(demand, lower.total(), usual, own)
