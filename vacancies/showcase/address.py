"""Filters as the query of an address, so that a list can be shared. Pure."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from portal.kit import dayparts
from vacancies.search.filters import Filters, Order

TEXT: Final = "q"
PLACE: Final = "plaats"
DISTANCE: Final = "afstand"
DOMAIN: Final = "vak"
FUNCTION: Final = "functie"
DAY_PART: Final = "dagdeel"
HOURS_MIN: Final = "uren_van"
HOURS_MAX: Final = "uren_tot"
EMPLOYMENT: Final = "vorm"
ORDER: Final = "sorteer"
ORDERS: Final = {Order.NEWEST: "nieuw", Order.NEAREST: "afstand", Order.BEST: "best"}


def query_of(filters: Filters) -> str:
    """The shortest query that says the same; empty for the plain list."""
    return urlencode(list(_pairs(filters)))


def _pairs(filters: Filters) -> Iterator[tuple[str, str | int]]:
    single: tuple[tuple[str, str | int | None], ...] = (
        (TEXT, filters.text),
        (PLACE, (filters.spot.label or filters.spot.name) if filters.spot else ""),
        (DISTANCE, filters.within_km if filters.spot else None),
        (DOMAIN, filters.domain),
        (FUNCTION, filters.function),
        (HOURS_MIN, filters.hours_min),
        (HOURS_MAX, filters.hours_max),
        (EMPLOYMENT, filters.employment),
        (ORDER, ORDERS[filters.order] if filters.order else ""),
    )
    for name, value in single:
        if value:
            yield name, value
    for bit in dayparts.bits_of(filters.day_parts):
        yield DAY_PART, bit
