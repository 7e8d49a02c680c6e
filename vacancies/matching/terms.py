"""The terms of vacancies as they are now, for notices that tell what changed (`since`)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from vacancies.matching.since import NOTHING, Terms, packed
from vacancies.models import Vacancy


def terms_of(vacancies: Collection[int]) -> dict[int, str]:
    """The packed terms by vacancy, in two queries."""
    if not vacancies:
        return {}
    places = _places(vacancies)
    rows = Vacancy.objects.filter(pk__in=vacancies).order_by()
    return {
        pk: packed(
            Terms(
                _ordinal(starts), _ordinal(ends), mask, needed or 0, tuple(places[pk]), scale or ""
            )
        )
        for pk, starts, ends, mask, needed, scale in rows.values_list(
            "pk", "starts_on", "ends_on", "day_parts_mask", "day_parts_needed", "pay_scale_max"
        )
    }


def _places(vacancies: Collection[int]) -> dict[int, set[int]]:
    rows = Vacancy.locations.through.objects.filter(vacancy__in=vacancies)
    found: dict[int, set[int]] = defaultdict(set)
    for vacancy, place in rows.order_by().values_list("vacancy_id", "location__place_id"):
        found[vacancy].add(place)
    return found


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else NOTHING
