"""Requests to employers and what was confirmed, for each who may read it."""

from datetime import date, datetime, timedelta
from typing import Final

from django.core import signing
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.enums import CredentialKind
from accounts.models import CredentialCheck, Institution, Professional
from portal.kit import tokens
from vacancies.employers import links
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import digest
from vacancies.enums import EmployerStatus as Status
from vacancies.enums import PlacementStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.models import (
    Application,
    Confirmation,
    EmployerRequest,
    EmployerStep,
    LendingTerms,
    Placement,
)
from vacancies.models.placement import STANDING
from vacancies.placement import queries as placements
from vacancies.routes.book import rule_book

LINK_DAYS: Final = "consent_link_days"
RELATED: Final = (
    "placement__application__vacancy__institution",
    "placement__application__professional__user",
)
OPEN: Final = (Status.ASKED, Status.COUNTERED)
LIVE: Final = (*OPEN, Status.GIVEN)
ASKING: Final = ("ask", "ask_again")
AGREED: Final = (PlacementStatus.ACCEPTED, PlacementStatus.STARTED)


def of_placement(placement: Placement) -> EmployerRequest | None:
    """Its request, if the professional ever chose to ask."""
    return _read().filter(placement=placement).first()


def by_token(token: str) -> EmployerRequest | None:
    """The request that this link opens now."""
    return _read().filter(token_digest=tokens.digest_of(token)).first()


def was_replaced(token: str) -> bool:
    """Whether a link is ours, but another one took its place."""
    try:
        number = links.read(token)
    except (signing.BadSignature, ValueError, TypeError):
        return False
    return EmployerRequest.objects.filter(pk=number).exists()


def locked(request: EmployerRequest) -> EmployerRequest:
    """The same row, held until the end of the transaction; hold its placement first."""
    rows = EmployerRequest.objects.select_for_update(of=("self",)).select_related(*RELATED)
    return get_object_or_404(rows, pk=request.pk)


def locked_of(placement: Placement) -> EmployerRequest | None:
    """The request of a placement that is held, held too."""
    rows = EmployerRequest.objects.select_for_update(of=("self",)).select_related(*RELATED)
    return rows.filter(placement=placement).first()


def own_placement(professional: Professional) -> QuerySet[Placement]:
    return placements.of_professional(professional)


def placement_at(institution: Institution) -> QuerySet[Placement]:
    return placements.of_school(institution)


def due_to_expire(today: date) -> QuerySet[EmployerRequest]:
    """Without an answer, while the link no longer works."""
    return _read().filter(status__in=OPEN, expires_on__lt=today).order_by("pk")


def about_to_expire(today: date, days: int) -> QuerySet[EmployerRequest]:
    """Asked, with at most this many days to answer; not on the very day of asking."""
    last = today + timedelta(days=days)
    rows = _read().filter(status=Status.ASKED, expires_on__range=(today, last))
    return rows.filter(placement__status__in=STANDING, asked_at__date__lt=today).order_by("pk")


def open_of(application: Application) -> QuerySet[EmployerRequest]:
    """Requests that somebody still counts on, of every placement of an application."""
    return _read().filter(placement__application=application, status__in=LIVE).order_by("pk")


def asked_since(request: EmployerRequest, moment: datetime) -> int:
    """How often the employer was asked from a moment on."""
    return request.steps.filter(verb__in=ASKING, at__gte=moment).count()


def steps_of(application: Application) -> QuerySet[EmployerStep]:
    rows = EmployerStep.objects.filter(request__placement__application=application)
    return rows.order_by("at", "pk")


def confirmations_of(application: Application) -> QuerySet[Confirmation]:
    rows = Confirmation.objects.filter(placement__application=application)
    return rows.order_by("at", "pk")


def link_term(today: date) -> timedelta:
    """How long a link works."""
    return timedelta(days=rule_book().whole(LINK_DAYS, today))


def must_confirm(placement: Placement, party: Side, request: EmployerRequest | None) -> bool:
    """Whether the part of a party is another than the one that it agreed to.

    Nobody has to before there was a yes, nor while nothing was ever changed.
    """
    if placement.status not in AGREED:
        return False
    rows = Confirmation.objects.filter(placement=placement, party=StepSide(party))
    given = set(rows.values_list("digest", flat=True))
    return bool(given) and digest(facts_of(placement, request), party) not in given


def lending_of(placement: Placement) -> LendingTerms | None:
    return LendingTerms.objects.filter(placement=placement).first()


def vog_shown_on(placement: Placement) -> date | None:
    """When this school saw the newest VOG."""
    rows = CredentialCheck.objects.filter(
        credential__professional=placement.application.professional,
        credential__kind=CredentialKind.VOG,
        institution=placement.application.vacancy.institution,
        shown_on__isnull=False,
    )
    newest = rows.order_by("-shown_on").first()
    return newest.shown_on if newest else None


def is_over(request: EmployerRequest) -> bool:
    """Whether the last day of the link has passed."""
    return request.expires_on < timezone.localdate()


def _read() -> QuerySet[EmployerRequest]:
    return EmployerRequest.objects.select_related(*RELATED)
