"""When a vacancy fits the day-parts that somebody has, and what one day-part more would open. Pure.

A need is met by as many of its day-parts as it asks for at least, with all fixed ones among them.
Who may share the work does not need to meet it alone: one day-part is enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.kit import dayparts


@dataclass(frozen=True)
class Need:
    """What `number` vacancies ask alike: the same day-parts under the same terms."""

    asked: int
    needed: int
    fixed: int
    shared: bool
    number: int = 1

    def fits(self, free: int) -> bool:
        """Whether somebody with these free day-parts can do it."""
        common = dayparts.count(self.asked & free)
        if self.shared:
            return common > 0
        return common >= self.needed and not self.fixed & ~free


def fitting(needs: Iterable[Need], free: int) -> int:
    """How many vacancies fit these free day-parts."""
    return sum(need.number for need in needs if need.fits(free))


def gains(needs: Iterable[Need], free: int) -> dict[int, int]:
    """For each day-part not chosen: how many vacancies more with it; those that add none left out."""
    closed = [need for need in needs if not need.fits(free)]
    found = {}
    for bit in range(dayparts.COUNT):
        if not free >> bit & 1:
            touched = (need for need in closed if (need.asked | need.fixed) >> bit & 1)
            more = fitting(touched, free | 1 << bit)
            if more:
                found[bit] = more
    return found
