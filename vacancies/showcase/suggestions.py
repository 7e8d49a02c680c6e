"""What to change when a search finds little: each change with the number that it gives."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from accounts.enums import EmploymentForm, FunctionKind
from portal.kit.day_words import day_part_name
from vacancies.search import weeks
from vacancies.search.filters import Filters
from vacancies.search.queries import Hits, counts, needs
from vacancies.showcase.address import query_of
from vacancies.showcase.chips import chips

WIDER_KM: Final = (10, 25, 50, 100)
MOST_WIDER: Final = 3
MOST_DAY_PARTS: Final = 3


@dataclass(frozen=True)
class Change:
    """Other filters: what kind of change it is, what it is about, and how many more it finds."""

    kind: str  # wider, anywhere, day_part, without_<filter> or only
    what: str
    more: int
    filters: Filters

    @property
    def url(self) -> str:
        return f"?{query_of(self.filters)}"


def changes(hits: Hits) -> list[Change]:
    """Wider distances, more day-parts, doing without one filter; else with one filter only."""
    found = [*_wider(hits), *day_parts_more(hits), *_without(hits)]
    useful = [change for change in found if change.more > 0]
    return useful or [change for change in _only(hits.filters) if change.more > 0]


def day_parts_more(hits: Hits) -> list[Change]:
    """The day-parts that would open most vacancies besides the chosen ones."""
    filters = hits.filters
    if not filters.day_parts:
        return []
    asked = needs(replace(filters, day_parts=0), hits.terms)
    gained = sorted(weeks.gains(asked, filters.day_parts).items(), key=lambda item: -item[1])
    return [
        Change(
            "day_part",
            day_part_name(bit),
            more,
            replace(filters, day_parts=filters.day_parts | 1 << bit),
        )
        for bit, more in gained[:MOST_DAY_PARTS]
    ]


def _wider(hits: Hits) -> Iterator[Change]:
    filters = hits.filters
    if not filters.spot or not filters.within_km:
        return
    best, shown = hits.count(), 0
    for km in (*WIDER_KM, None):
        if km is not None and km <= filters.within_km:
            continue
        other = replace(filters, within_km=km)
        number = Hits(other).count()
        if number > best and shown < MOST_WIDER:
            best, shown = number, shown + 1
            more = number - hits.count()
            yield Change("wider" if km else "anywhere", str(km or ""), more, other)


def _without(hits: Hits) -> Iterator[Change]:
    filters = hits.filters
    names = {row.code: row.name for row in counts().domains}
    given = (
        ("text", filters.text, {"text": ""}),
        ("domain", names.get(filters.domain, ""), {"domain": ""}),
        ("function", _label(FunctionKind, filters.function), {"function": ""}),
        ("day_parts", filters.day_parts, {"day_parts": 0}),
        ("hours", filters.hours_min or filters.hours_max, {"hours_min": None, "hours_max": None}),
        ("employment", _label(EmploymentForm, filters.employment), {"employment": ""}),
    )
    for name, what, values in given:
        if what:
            other = replace(filters, **values)
            if not other.is_plain:
                more = Hits(other).count() - hits.count()
                yield Change(f"without_{name}", str(what), more, other)


def _only(filters: Filters) -> Iterator[Change]:
    for chip in chips(filters):
        other = Filters(**chip.values)
        yield Change("only", chip.text, Hits(other).count(), other)


def _label(kind: type[FunctionKind] | type[EmploymentForm], value: str) -> str:
    return str(kind(value).label) if value else ""
