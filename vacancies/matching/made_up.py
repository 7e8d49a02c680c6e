"""Somebody who does not exist and whom a vacancy fits, from what the vacancy asks alone."""

from typing import Final

from django.db.models import F
from django.db.models.functions import Abs
from django.utils import timezone

from accounts.enums import FunctionKind, Visibility, mask_of
from accounts.models import Availability, Place, Professional, User
from vacancies.enums import RequirementKind
from vacancies.models import Requirement, Vacancy

WILLING_KM: Final = 30


def person_for(vacancy: Vacancy, user: User) -> Professional:
    """Stored, for who rolls it back: every demand is met, and home is the nearest other town."""
    asked = list(vacancy.requirements.select_related("competence"))
    person = Professional.objects.create(
        user=user,
        place=_next_town(vacancy),
        max_distance_km=WILLING_KM,
        hours_min=vacancy.hours_min,
        hours_max=vacancy.hours_max,
        available_from=timezone.localdate(),
        functions_mask=mask_of(FunctionKind, [vacancy.function_kind]),
        employment_mask=vacancy.employment_mask,
        level=_value(asked, RequirementKind.LEVEL),
        years_experience=_value(asked, RequirementKind.EXPERIENCE),
        dutch_level=_value(asked, RequirementKind.LANGUAGE),
        willing_to_train=True,
        visibility=Visibility.VISIBLE,
    )
    person.domains.set(vacancy.domains.all())
    person.competences.set([row.competence for row in asked if row.competence])
    Availability.objects.create(professional=person, day_parts_mask=vacancy.day_parts_mask)
    return person


def _value(asked: list[Requirement], kind: RequirementKind) -> int | None:
    return next((row.value for row in asked if row.kind == kind), None)


def _next_town(vacancy: Vacancy) -> Place | None:
    location = vacancy.locations.select_related("place").first()
    if location is None:
        return None
    here = location.place
    away = Abs(F("rd_x") - here.rd_x) + Abs(F("rd_y") - here.rd_y)
    others = Place.objects.exclude(pk=here.pk).order_by(away, "pk")
    return others.first() or here
