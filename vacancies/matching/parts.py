"""Who does what in a team: each asked day-part to one member, and hours that add up. A proposal.

Pure. Day-parts that few are free on go first, each to whoever has done least for the hours that
they offer; hours begin at everybody's least and grow in turns to the most that is asked, as far as
they go into the own day-parts.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from vacancies.matching.team import Member, Shared

HALF_HOUR: Final = 5
A_DAY_PART: Final = 40  # four clock hours


class Part(NamedTuple):
    """The own day-parts of one member, and hours in tenths of a clock hour a week."""

    member: Member
    mask: int
    hours: int


def parts_of(asked: Shared, members: Sequence[Member]) -> tuple[Part, ...]:
    """A part for each member; together all that they cover."""
    masks = _day_parts(asked, members)
    hours = _hours(asked, members, masks)
    return tuple(Part(*part) for part in zip(members, masks, hours, strict=True))


def _day_parts(asked: Shared, members: Sequence[Member]) -> list[int]:
    free = [one.mask & asked.day_parts_mask for one in members]
    masks = [0] * len(members)
    bits = [1 << number for number in range(asked.day_parts_mask.bit_length())]
    for bit in sorted(bits, key=lambda bit: (sum(1 for mask in free if mask & bit), bit)):
        able = [number for number, mask in enumerate(free) if mask & bit]
        if able:
            masks[min(able, key=lambda number: _load(members[number], masks[number]))] |= bit
    for number, mask in enumerate(masks):
        if not mask:
            _give_one(number, masks, free)
    return masks


def _load(member: Member, mask: int) -> float:
    """Day-parts done for each hour offered."""
    return mask.bit_count() / max(1, member.hours_max)


def _give_one(number: int, masks: list[int], free: list[int]) -> None:
    """Nobody stays empty-handed: one of who has most, or else the same day-parts together."""
    for other in sorted(range(len(masks)), key=lambda one: -masks[one].bit_count()):
        common = masks[other] & free[number]
        if common and masks[other].bit_count() > 1:
            bit = common & -common
            masks[other] ^= bit
            masks[number] = bit
            return
    masks[number] = free[number]


def _hours(asked: Shared, members: Sequence[Member], masks: Sequence[int]) -> list[int]:
    hours = [one.hours_min for one in members]
    counts = [max(1, mask.bit_count()) for mask in masks]
    room = [
        min(one.hours_max, A_DAY_PART * count) for one, count in zip(members, counts, strict=True)
    ]
    while (short := asked.hours_max - sum(hours)) > 0:
        growing = [number for number, most in enumerate(room) if hours[number] < most]
        if not growing:
            break
        least = min(growing, key=lambda number: hours[number] / counts[number])
        hours[least] += min(HALF_HOUR, short, room[least] - hours[least])
    return hours
