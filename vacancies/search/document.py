"""What of a vacancy is found by words, and how much each word weighs."""

from collections.abc import Iterable, Iterator
from typing import Final

from django.utils import translation

from accounts.models import Competence
from vacancies.models import Vacancy
from vacancies.search.words import words

TITLE: Final = 8
SUBJECT: Final = 4  # competences with their synonyms, domains, function, school and place
SUMMARY: Final = 2
BODY: Final = 1
RELATED: Final = ("institution", "domains", "requirements__competence", "locations__place")
LANGUAGES: Final = ("nl", "en")


def weights(vacancy: Vacancy) -> dict[str, int]:
    """Each word of a vacancy with the weight of the best part that it stands in."""
    found: dict[str, int] = {}
    parts: tuple[tuple[Iterable[str], int], ...] = (
        ([vacancy.body], BODY),
        ([vacancy.summary, vacancy.team], SUMMARY),
        (_subject(vacancy), SUBJECT),
        ([vacancy.title], TITLE),
    )
    for texts, weight in parts:
        for text in texts:
            found.update(dict.fromkeys(words(text), weight))
    return found


def _subject(vacancy: Vacancy) -> Iterator[str]:
    yield vacancy.institution.name
    yield vacancy.institution.aliases
    for location in vacancy.locations.all():
        yield location.place.name
    for domain in vacancy.domains.all():
        yield from (domain.name_nl, domain.name_en)
    for requirement in vacancy.requirements.all():
        if requirement.competence:
            yield from _names(requirement.competence)
    for language in LANGUAGES:
        with translation.override(language):
            yield vacancy.get_function_kind_display()


def _names(competence: Competence) -> tuple[str, str, str]:
    return competence.name_nl, competence.name_en, competence.synonyms
