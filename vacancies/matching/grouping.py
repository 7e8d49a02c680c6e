"""Why a match is worth a mail, in one word: the strongest reason that is true. Pure.

A mail puts its matches in groups by that reason, so that who reads it sees at a glance what is new
and why: the whole asked week free, close to home, exactly the trade, a small first step.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

CLOSE_M: Final = 10_000
SMALL_STEP: Final = 1  # day-parts that are enough

Item = TypeVar("Item")


class Group(StrEnum):
    """The reasons, the strongest first."""

    WEEK = "week"
    CLOSE = "close"
    TRADE = "trade"
    STEP = "step"
    FITS = "fits"


class Signs(NamedTuple):
    """What decides it. `metres` and `farthest`: to the nearest location, and as far as the person
    travels; `asks`, `holds`: competences asked, and how many of them the person has."""

    asked: int
    free: int
    needed: int
    metres: int | None
    farthest: int
    asks: int
    holds: int
    learns: bool


def group_of(signs: Signs) -> Group:
    """The strongest reason. Close is within ten kilometres, and within half of what one travels."""
    if signs.asked and not signs.asked & ~signs.free:
        return Group.WEEK
    if signs.metres is not None and signs.metres <= min(CLOSE_M, signs.farthest // 2):
        return Group.CLOSE
    if signs.asks and signs.holds == signs.asks:
        return Group.TRADE
    if signs.learns or signs.needed <= SMALL_STEP:
        return Group.STEP
    return Group.FITS


def parted(items: Iterable[Item], *, by: Callable[[Item], Group]) -> dict[Group, list[Item]]:
    """The items by group, both in the order in which they come: the group of the best one first."""
    parts: dict[Group, list[Item]] = {}
    for item in items:
        parts.setdefault(by(item), []).append(item)
    return parts
