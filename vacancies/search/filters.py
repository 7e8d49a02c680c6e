"""What somebody looks for. Pure: nothing here knows a form or an address."""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """How a list is ordered; `BEST` needs words, `NEAREST` a place."""

    NEWEST = "newest"
    NEAREST = "nearest"
    BEST = "best"


@dataclass(frozen=True)
class Spot:
    """A place to measure from: its name, its metres on the Dutch plane, and its full name."""

    name: str
    x: int
    y: int
    label: str = ""


@dataclass(frozen=True)
class Filters:
    """All that narrows the list; what is empty does not."""

    text: str = ""
    spot: Spot | None = None
    within_km: int | None = None
    domain: str = ""
    function: str = ""
    day_parts: int = 0
    hours_min: int | None = None
    hours_max: int | None = None
    employment: str = ""
    order: Order | None = None

    @property
    def sorting(self) -> Order:
        """The order asked for if it can be had; else the best, the nearest, the newest."""
        possible = [Order.NEWEST]
        if self.spot:
            possible.insert(0, Order.NEAREST)
        if self.text:
            possible.insert(0, Order.BEST)
        return self.order if self.order in possible else possible[0]

    @property
    def is_plain(self) -> bool:
        """Whether nothing narrows the list."""
        return self == Filters(order=self.order)
