"""What schools nearby ask for the same work: read, compared and worded for HR."""

from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from django.db.models import F

from vacancies.matching.nearby import Asked, compared
from vacancies.matching.words import nearby as words
from vacancies.models import VacancyFacts

KEPT_SECONDS: Final = 5 * 60
MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Nearby:
    """Others within 40 km, or in the whole country, and where they ask less, as sentences."""

    others: int
    is_near: bool
    sentences: tuple[str, ...]


def nearby_of(facts: VacancyFacts) -> Nearby | None:
    """For a vacancy as it is typed now; None while there is too little to compare with."""
    found = compared(_asked(facts), others_of(facts))
    if found is None:
        return None
    sentences = tuple(words.sentence(line, found.others) for line in found.lines[:MOST_LINES])
    return Nearby(found.others, found.is_near, sentences)


def others_of(facts: VacancyFacts) -> list[Asked]:
    """Open vacancies of other schools: the same function, and a domain in common."""
    key = f"nearby:{facts.institution_id}:{facts.function_mask}:{facts.domains_mask}"
    kept: list[Asked] | None = cache.get(key)
    if kept is None:
        kept = _read(facts)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _asked(facts: VacancyFacts) -> Asked:
    return Asked(*(getattr(facts, name) for name in Asked._fields))


def _read(facts: VacancyFacts) -> list[Asked]:
    rows = (
        VacancyFacts.objects.alias(shared=F("domains_mask").bitand(facts.domains_mask))
        .filter(function_mask=facts.function_mask)
        .exclude(institution=facts.institution_id)
        .exclude(shared=0)
        .order_by()
    )
    return [Asked(*row) for row in rows.values_list(*Asked._fields)]
