"""The filters in use as short texts, each with the address of the list without it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from accounts.enums import EmploymentForm, FunctionKind
from portal.kit.day_words import day_part_name
from portal.kit.dayparts import bits_of
from vacancies.search.filters import Filters
from vacancies.search.queries import counts
from vacancies.showcase.address import query_of


@dataclass(frozen=True)
class Chip:
    """A filter in use: its own values, and the query of the list without it."""

    text: str
    values: dict[str, Any]
    query: str


def chips(filters: Filters) -> list[Chip]:
    """Every filter in use, each day-part by itself."""
    return [
        Chip(text, values, query_of(replace(filters, **without)))
        for text, values, without in _used(filters)
    ]


def _used(filters: Filters) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    if filters.text:
        yield f"“{filters.text}”", {"text": filters.text}, {"text": ""}
    if filters.spot:
        place = {"spot": filters.spot, "within_km": filters.within_km}
        yield _near(filters), place, {"spot": None, "within_km": None}
    if filters.domain:
        names = {row.code: row.name for row in counts().domains}
        yield names.get(filters.domain, ""), {"domain": filters.domain}, {"domain": ""}
    if filters.function:
        label = str(FunctionKind(filters.function).label)
        yield label, {"function": filters.function}, {"function": ""}
    for bit in bits_of(filters.day_parts):
        others = {"day_parts": filters.day_parts & ~(1 << bit)}
        yield day_part_name(bit), {"day_parts": 1 << bit}, others
    if filters.hours_min or filters.hours_max:
        hours = {"hours_min": filters.hours_min, "hours_max": filters.hours_max}
        yield _hours(filters), hours, {"hours_min": None, "hours_max": None}
    if filters.employment:
        label = str(EmploymentForm(filters.employment).label)
        yield label, {"employment": filters.employment}, {"employment": ""}


def _near(filters: Filters) -> str:
    place = filters.spot.name if filters.spot else ""
    if not filters.within_km:
        return _("near %(place)s") % {"place": place}
    return _("within %(km)s km of %(place)s") % {"km": filters.within_km, "place": place}


def _hours(filters: Filters) -> str:
    least, most = filters.hours_min, filters.hours_max
    if least and most:
        return _("%(least)s to %(most)s clock hours") % {"least": least, "most": most}
    if least:
        return _("from %(least)s clock hours") % {"least": least}
    return _("up to %(most)s clock hours") % {"most": most}
