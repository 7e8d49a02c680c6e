from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

from accounts.enums import Category, ConsentKind, EmploymentForm, FunctionKind
from accounts.models import Consent, Institution, NoticePreference, Professional, User
from accounts.profiles.cards import FullProfile, PublicProfile
from accounts.profiles.checklist import STEP_OF, WANTS, Want
from accounts.profiles.consents import TERM, TEXT_VERSIONS

__all__ = ["FullProfile", "PublicProfile"]

SHOWN = ("domains", "competences", "availability", "place")


def public_profile(professional: Professional) -> PublicProfile:
    """What a school sees before a yes: no name, place or contact."""
    return PublicProfile(**_shown(professional))


def public_profiles(professionals: Iterable[Professional]) -> list[PublicProfile]:
    """The same for a list, in a constant number of queries."""
    rows = list(professionals)
    prefetch_related_objects(rows, *SHOWN)
    return [public_profile(row) for row in rows]


def full_profile(professional: Professional) -> FullProfile:
    """What a school sees after a yes. Callers see to it that there is one."""
    user, place = professional.user, professional.place
    return FullProfile(
        **_shown(professional),
        name=user.name,
        email=user.email,
        phone=professional.phone,
        place=place.name if place else "",
    )


def gaps_of(professional: Professional) -> list[Want]:
    """What is not told yet, with why it matters; in the order of the steps."""
    told = told_by(professional)
    return [want for want in WANTS if want.key not in told]


def told_by(professional: Professional) -> frozenset[str]:
    """The keys of the checklist that are filled in."""
    p = professional
    answers = {
        "occupation": p.occupation,
        "domain": p.domains.exists(),
        "competences": p.competences.exists(),
        "years": p.years_experience is not None,
        "functions": p.functions_mask,
        "level": p.level,
        "dutch": p.dutch_level,
        "training": p.willing_to_train is not None,
        "week": _mask(p),
        "hours": p.hours_min is not None and p.hours_max is not None,
        "from": p.available_from,
        "place": p.place_id,
        "distance": p.max_distance_km,
        "employment": p.employment_mask,
        "name": p.user.name,
        "messages": frequency_chosen(p.user),
    }
    return frozenset(key for key, answer in answers.items() if answer)


def frequency_chosen(user: User) -> str:
    """How often somebody said to want mail about matches; empty when never asked."""
    rows = NoticePreference.objects.filter(user=user, category=Category.MATCH)
    return rows.values_list("frequency", flat=True).first() or ""


def running_consent(
    user: User, kind: str = ConsentKind.PROFILE, *, now: datetime | None = None
) -> Consent | None:
    """A yes to the text of today, not taken back and less than a year old."""
    return Consent.objects.filter(
        user=user,
        kind=kind,
        text_version=TEXT_VERSIONS[kind],
        withdrawn_at__isnull=True,
        given_at__gt=(now or timezone.now()) - TERM,
    ).first()


def institutions_to_hide_from(professional: Professional, text: str) -> list[Institution]:
    """At most twelve schools by a part of their name, that can see the profile now."""
    words = text.split()[:6]
    if not words:
        return []
    having = Q()
    for word in words:
        having &= Q(name__icontains=word) | Q(aliases__icontains=word)
    rows = Institution.objects.findable().exclude(pk__in=hidden_from(professional).values("pk"))
    return list(rows.filter(having).order_by("name", "pk")[:12])


def hidden_from(professional: Professional) -> QuerySet[Institution]:
    """The schools that never see this profile."""
    return professional.hidden_from.order_by("name", "pk")


def step_url(key: str) -> str:
    """The page of the profile where something is told; `key` of the checklist or of a criterion."""
    return reverse("profile_step", args=[STEP_OF[key]]) if key in STEP_OF else reverse("profile")


def _shown(p: Professional) -> dict[str, Any]:
    return {
        "public_id": p.public_id,
        "occupation": p.occupation,
        "domains": tuple(str(row) for row in p.domains.all()),
        "competences": tuple(sorted(str(row) for row in p.competences.all())),
        "functions": tuple(str(FunctionKind(value).label) for value in p.functions),
        "employment_forms": tuple(str(EmploymentForm(value).label) for value in p.employment_forms),
        "level": str(p.get_level_display() or ""),
        "dutch_level": str(p.get_dutch_level_display() or ""),
        "years": p.years_experience,
        "willing_to_train": p.willing_to_train,
        "province": p.place.get_province_display() if p.place else "",
        "max_distance_km": p.max_distance_km,
        "day_parts_mask": _mask(p),
        "hours_min": p.hours_min,
        "hours_max": p.hours_max,
        "available_from": p.available_from,
        "available_until": p.available_until,
        "refreshed_on": timezone.localdate(p.refreshed_at),
    }


def _mask(professional: Professional) -> int:
    try:
        return professional.availability.day_parts_mask
    except ObjectDoesNotExist:
        return 0
