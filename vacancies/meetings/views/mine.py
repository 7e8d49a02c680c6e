"""Meetings of a professional."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import ProfessionalRequest, professional_required
from vacancies.applications import queries as applications
from vacancies.lifecycles import Side
from vacancies.meetings import queries
from vacancies.meetings.views import shared
from vacancies.models import Meeting

SIDE = Side.PROFESSIONAL


@professional_required
@never_cache
def propose(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Propose a first time to the school."""
    rows = applications.own(request.professional)
    return shared.propose(request, get_object_or_404(rows, public_id=public_id), SIDE)


@professional_required
@never_cache
def meeting(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return shared.show(request, _row(request, public_id), SIDE)


@professional_required
@never_cache
def other(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return shared.propose_others(request, _row(request, public_id), SIDE)


@require_POST
@professional_required
def take(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return shared.take(request, _row(request, public_id), SIDE)


@require_POST
@professional_required
def cancel(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return shared.cancel(request, _row(request, public_id), SIDE)


@professional_required
def file(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    rows = queries.agreed(queries.of_professional(request.professional))
    return shared.file(get_object_or_404(rows, public_id=public_id), SIDE)


def _row(request: ProfessionalRequest, public_id: UUID) -> Meeting:
    rows = queries.of_professional(request.professional)
    return get_object_or_404(rows, public_id=public_id)
