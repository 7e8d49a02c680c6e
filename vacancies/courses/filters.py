"""What somebody looks for among the courses, and the query of an address that says it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from portal.kit import dayparts
from vacancies.courses.fitting import Spot

KIND: Final = "soort"
PLACE: Final = "plaats"
DISTANCE: Final = "afstand"
DAY_PART: Final = "dagdeel"
FORM: Final = "vorm"
MY_WEEK: Final = "mijn_week"
MY_DISTANCE: Final = "mijn_afstand"


@dataclass(frozen=True, slots=True)
class Near:
    """A place to measure from, as it was named."""

    label: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Filters:
    """All that narrows the list; what is empty does not."""

    kind: str = ""
    form: str = ""
    near: Near | None = None
    within_km: int | None = None
    day_parts: int = 0
    my_week: bool = False
    my_distance: bool = False

    @property
    def is_plain(self) -> bool:
        return self == Filters()

    @property
    def folded(self) -> int:
        """How many are in use besides the kind, each day-part by itself."""
        used = (self.form, self.near, self.my_week, self.my_distance)
        return sum(map(bool, used)) + dayparts.count(self.day_parts)


def query_of(filters: Filters) -> str:
    """The shortest query that says the same; empty for the plain list."""
    return urlencode(list(_pairs(filters)))


def _pairs(filters: Filters) -> Iterator[tuple[str, str | int]]:
    single: tuple[tuple[str, str | int | None], ...] = (
        (KIND, filters.kind),
        (PLACE, filters.near.label if filters.near else ""),
        (DISTANCE, filters.within_km if filters.near else None),
        (FORM, filters.form),
        (MY_WEEK, 1 if filters.my_week else None),
        (MY_DISTANCE, 1 if filters.my_distance else None),
    )
    for name, value in single:
        if value:
            yield name, value
    for bit in dayparts.bits_of(filters.day_parts):
        yield DAY_PART, bit
