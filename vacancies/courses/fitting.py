"""Whether a course fits a week and a distance. What is not known never counts as a no. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from portal.kit import dayparts
from portal.kit.geo import distance_m

ONE_DAY: Final = (1 << len(dayparts.PARTS)) - 1
METRES: Final = 1000
Spot = tuple[int, int]  # whole metres on the Dutch plane


class Fit(StrEnum):
    FITS = "fits"
    UNKNOWN = "unknown"
    NOT = "not"


RANK: Final = {Fit.FITS: 0, Fit.UNKNOWN: 1, Fit.NOT: 2}


@dataclass(frozen=True, slots=True)
class Fitting:
    """`day_parts`: those on which it fits, or those that are not free."""

    fit: Fit
    day_parts: int = 0


@dataclass(frozen=True, slots=True)
class Travel:
    """How far it is; `metres` is None when the place is not known, `is_needed` false when one
    stays at home or at school."""

    metres: int | None = None
    is_needed: bool = True

    @property
    def rank(self) -> tuple[bool, int]:
        """What needs no travel first, then the nearest, at last what is not known."""
        if not self.is_needed:
            return False, 0
        return self.metres is None, self.metres or 0

    def is_within(self, km: int) -> bool:
        return not self.is_needed or self.metres is None or self.metres <= km * METRES


def fitting(asked: int, free: int, *, one_of_days: bool = False) -> Fitting:
    """All day-parts of a course have to be free; with groups on several days those of one day."""
    if not asked:
        return Fitting(Fit.UNKNOWN)
    groups = list(days_of(asked)) if one_of_days else [asked]
    fits = sum(group for group in groups if not group & ~free)
    if fits:
        return Fitting(Fit.FITS, fits)
    return Fitting(Fit.NOT, min((group & ~free for group in groups), key=dayparts.count))


def days_of(mask: int) -> Iterator[int]:
    """The mask cut by weekday, Monday first; days without a day-part are left out."""
    for day in range(len(dayparts.DAYS)):
        of_day = mask & ONE_DAY << dayparts.bit(day, 0)
        if of_day:
            yield of_day


def travel(home: Spot, place: Spot | None, *, is_needed: bool = True) -> Travel:
    if not is_needed or place is None:
        return Travel(is_needed=is_needed)
    return Travel(distance_m(*home, *place))
