"""Who would be told of a vacancy when, if it opened now: sums over people, and what HR may see. Pure.

HR sees no number of fewer than `few` people, and none that follows from the others: what is too
small to tell apart is told together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple


class Way(StrEnum):
    """How somebody hears of it; in the order in which HR reads them."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    RESTS = "rests"  # after the pause in their mail
    ON_SITE = "on_site"  # wants no mail about it, or the address takes none
    HEARD = "heard"  # before, and is not told twice
    SAID_NO = "said_no"  # to one like it: not told, it stands in their list


class Cell(NamedTuple):
    """A group that HR might tell apart: by the day of the mail, or the reason of a no."""

    way: Way
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """So many hear of it this way; from the first day to the last, for one reason or for several."""

    way: Way
    people: int
    first: date | None = None
    last: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What HR sees. `fits`: None for a number too small; `others` are told in one of these ways."""

    fits: int | None
    lines: tuple[Line, ...] = ()
    others: int = 0
    other_ways: tuple[Way, ...] = ()


ORDER: Final = tuple(Way)


def shown(cells: Mapping[Cell, int], *, few: int) -> Shown:
    """The groups, joined until none is smaller than `few`."""
    fits = sum(cells.values())
    if fits < few:
        return Shown(None)
    lines = [line for way in ORDER for line in _of_way(way, cells, few)]
    small = [line for line in lines if line.people < few]
    told = [line for line in lines if line.people >= few]
    if small and told and _people(small) < few:
        least = min(told, key=lambda line: line.people)
        told.remove(least)
        small.append(least)
    ways = tuple(way for way in ORDER if any(line.way == way for line in small))
    return Shown(fits, tuple(told), _people(small), ways)


def _of_way(way: Way, cells: Mapping[Cell, int], few: int) -> list[Line]:
    """Apart by day or reason only where each of these is enough."""
    own = Counter({cell: people for cell, people in cells.items() if cell.way == way and people})
    if not own:
        return []
    if min(own.values()) >= few:
        ordered = sorted(own, key=lambda cell: (cell.on or date.min, cell.reason))
        return [Line(way, own[cell], cell.on, cell.on, cell.reason) for cell in ordered]
    days = sorted(cell.on for cell in own if cell.on)
    reasons = {cell.reason for cell in own}
    return [
        Line(
            way,
            own.total(),
            first=days[0] if days else None,
            last=days[-1] if days else None,
            reason=reasons.pop() if len(reasons) == 1 else "",
        )
    ]


def _people(lines: Iterable[Line]) -> int:
    return sum(line.people for line in lines)
