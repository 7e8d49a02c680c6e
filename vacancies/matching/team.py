"""Who together: what a shared vacancy asks of a team, who may be in one, and what orders teams.

A team covers a vacancy when the union of its free day-parts holds enough of what is asked and all
that is fixed, and its hours can add up to what is asked: Σ min ≤ asked max and Σ max ≥ asked min.
Fewest people first, then the highest total score, the least total travel, the lowest ids.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

LARGEST: Final = 3
PER_CLASS: Final = LARGEST + 1
A_POINT: Final = 1 << 40  # more metres than any team travels


class Shared(NamedTuple):
    """What a vacancy that may be shared asks of a team; hours in tenths of a clock hour a week."""

    day_parts_mask: int
    needed: int
    fixed_mask: int
    hours_min: int
    hours_max: int

    def lacking(self, union: int) -> int:
        """Day-parts still to be covered: the fixed ones, and others that make up the number."""
        union &= self.day_parts_mask
        return max((self.fixed_mask & ~union).bit_count(), self.needed - union.bit_count(), 0)


class Member(NamedTuple):
    """Somebody who fits: points short of 100, metres, who it is; free day-parts, hours in tenths.

    In this order members sort by rank.
    """

    short: int
    distance_m: int
    id: int
    mask: int
    hours_min: int
    hours_max: int


class Team(NamedTuple):
    """`lacking`: how many asked day-parts stay open; `fits_hours`: their hours can add up."""

    members: tuple[Member, ...]
    covered_mask: int
    lacking: int
    fits_hours: bool

    @property
    def is_whole(self) -> bool:
        return self.lacking == 0 and self.fits_hours


def team_of(asked: Shared, members: Iterable[Member]) -> Team:
    """These people as a team, in order of rank."""
    chosen = tuple(sorted(members))
    union, low, high = sums_of(chosen)
    return Team(
        members=chosen,
        covered_mask=union & asked.day_parts_mask,
        lacking=asked.lacking(union),
        fits_hours=low <= asked.hours_max and high >= asked.hours_min,
    )


def standing(team: Team) -> tuple[int, bool, int, int, tuple[int, ...]]:
    """What orders teams: open day-parts, hours, size, score and travel, ids."""
    cost = sum(cost_of(one) for one in team.members)
    return team.lacking, not team.fits_hours, len(team.members), cost, ids_of(team.members)


def cost_of(one: Member) -> int:
    """Score and travel as one number, whose sums compare as pairs do."""
    return one.short * A_POINT + one.distance_m


def ids_of(members: Iterable[Member]) -> tuple[int, ...]:
    """Who they are, the lowest first."""
    return tuple(sorted([one.id for one in members]))


def sums_of(members: Iterable[Member]) -> tuple[int, int, int]:
    """All their day-parts, the least hours and the most."""
    union = low = high = 0
    for one in members:
        union, low, high = union | one.mask, low + one.hours_min, high + one.hours_max
    return union, low, high
