"""The two sides of a pair as the criteria read them, made of one profile and one vacancy."""

from dataclasses import fields
from typing import Any

from accounts.models import Professional
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import projection
from vacancies.matching.sides import Ask, Offer
from vacancies.matching.ways import Ways
from vacancies.models import CandidateFacts, Vacancy, VacancyFacts


def ask_of(vacancy: Vacancy) -> Ask:
    """What a vacancy asks today, in any state."""
    return Ask(
        must_competences=competences_asked(vacancy, Strength.MUST),
        wish_competences=competences_asked(vacancy, Strength.WISH),
        **_columns(projection.vacancy_facts(vacancy), Ask),
    )


def offer_of(professional: Professional, routes: Ways) -> Offer:
    """What a professional offers today, visible or not."""
    return Offer(
        competences=frozenset(one.pk for one in professional.competences.all()),
        hidden_from=frozenset(school.pk for school in professional.hidden_from.all()),
        **_columns(projection.candidate_facts(professional, routes), Offer),
    )


def competences_asked(vacancy: Vacancy, strength: str) -> frozenset[int]:
    return frozenset(
        row.competence_id
        for row in vacancy.requirements.all()
        if row.kind == RequirementKind.COMPETENCE
        and row.strength == strength
        and row.competence_id is not None
    )


def _columns(row: CandidateFacts | VacancyFacts, side: type[Ask] | type[Offer]) -> dict[str, Any]:
    return {
        field.name: getattr(row, field.name) for field in fields(side) if hasattr(row, field.name)
    }
