"""The benchmark's people and vacancies as rows of the real tables."""

from datetime import date
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone
from people import COMPETENCES, DOMAINS, Need, People, people
from scratch import load

from accounts.enums import HolidayRegion, InstitutionKind, InstitutionStatus
from accounts.models import Competence, Domain, Institution
from vacancies.enums import VacancyStatus
from vacancies.models import Requirement, Vacancy, VacancyFacts

SCHOOLS = 8


@transaction.atomic
def load_taxonomy() -> None:
    """Domains, competences and schools, numbered from 1."""
    Domain.objects.bulk_create(
        Domain(pk=n + 1, code=f"d{n}", bit=n, name_nl=f"Domein {n}", name_en=f"Domain {n}")
        for n in range(DOMAINS)
    )
    Competence.objects.bulk_create(
        Competence(
            pk=n + 1,
            code=f"c{n}",
            domain_id=n // 50 + 1,
            name_nl=f"Kunde {n}",
            name_en=f"Skill {n}",
        )
        for n in range(COMPETENCES)
    )
    Institution.objects.bulk_create(
        Institution(
            pk=n,
            name=f"School {n}",
            slug=f"school-{n}",
            kind=InstitutionKind.ROC,
            status=InstitutionStatus.VERIFIED,
            verified_at=timezone.now(),
            holiday_region=HolidayRegion.NORTH,
        )
        for n in range(1, SCHOOLS + 1)
    )


def load_people(count: int, *, after: int = 0) -> None:
    """Person i of the generator is professional i + 1; `after` whole blocks that are there."""
    first = 1
    for block in people(count):
        if first <= after:
            first += len(block.facts["x"])
            continue
        with transaction.atomic():
            first += _load_block(block, first)


def _load_block(block: People, first: int) -> int:
    size = len(block.facts["x"])
    ids = np.arange(first, first + size)
    now = timezone.now().isoformat()
    load(
        "accounts_user",
        ("id", "password", "is_superuser", "email", "name", "language", "is_active", "is_staff",
         "joined_at", "confirmed_at"),
        ((i, "!", False, f"p{i}@example.org", "", "nl", True, False, now, now) for i in ids.tolist()),
    )  # fmt: skip
    load(
        "accounts_professional",
        ("id", "user_id", "public_id", "occupation", "phone", "functions_mask", "employment_mask",
         "visibility", "created_at", "refreshed_at", "version"),
        ((i, i, f"{i:032x}", "", "", 0, 0, "visible", now, now, 1) for i in ids.tolist()),
    )  # fmt: skip
    columns = [ids, *block.facts.values(), np.ones(size, dtype=bool)]
    load(
        "vacancies_candidatefacts",
        ("professional_id", *block.facts, "is_matched"),
        zip(*(column.tolist() for column in columns), strict=True),
    )
    load(
        "accounts_professionalcompetence",
        ("professional_id", "competence_id"),
        (block.held + 1).tolist(),
    )
    load(
        "accounts_professional_hidden_from",
        ("professional_id", "institution_id"),
        ((i, 1) for i in (block.hidden + 1).tolist()),
    )
    return size


@transaction.atomic
def load_needs(needs: list[Need]) -> list[VacancyFacts]:
    """Open vacancies, spread over the schools, each with its facts and requirements."""
    return [_loaded(number, need) for number, need in enumerate(needs)]


def _loaded(number: int, need: Need) -> VacancyFacts:
    school = number % SCHOOLS + 1
    vacancy = Vacancy.objects.create(
        institution_id=school,
        status=VacancyStatus.PUBLISHED,
        title=f"Vacature {number}",
        function_kind="guest_teacher",
        day_parts_mask=need.facts["day_parts_mask"],
        day_parts_needed=need.facts["day_parts_needed"],
        hours_min=1,
        hours_max=40,
        starts_on=date.fromordinal(need.facts["starts_on"]),
        closes_on=date.fromordinal(need.facts["starts_on"]),
        published_at=timezone.now(),
    )
    Requirement.objects.bulk_create(
        _requirement(vacancy, competence, strength)
        for strength, competences in (("must", need.musts), ("wish", need.wishes))
        for competence in sorted(competences)
    )
    facts: dict[str, Any] = dict(need.facts)
    return VacancyFacts.objects.create(
        vacancy=vacancy, institution_id=school, is_matched=True, **facts
    )


def _requirement(vacancy: Vacancy, competence: int, strength: str) -> Requirement:
    return Requirement(
        vacancy=vacancy, kind="competence", strength=strength, competence_id=competence + 1
    )
