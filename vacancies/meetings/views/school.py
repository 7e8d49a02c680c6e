"""Meetings of a school."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from vacancies.applications import queries as applications
from vacancies.lifecycles import Side
from vacancies.meetings import queries
from vacancies.meetings.views import shared
from vacancies.models import Meeting

SIDE = Side.SCHOOL


@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def propose(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Propose a first time to somebody who said yes."""
    rows = applications.received_by(request.institution)
    return shared.propose(request, get_object_or_404(rows, public_id=public_id), SIDE)


@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def meeting(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return shared.show(request, _row(request, public_id), SIDE)


@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def other(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return shared.propose_others(request, _row(request, public_id), SIDE)


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def take(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return shared.take(request, _row(request, public_id), SIDE)


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
def cancel(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return shared.cancel(request, _row(request, public_id), SIDE)


@member_required(Permission.APPLICATION_DECIDE)
def file(request: MemberRequest, public_id: UUID) -> HttpResponse:
    rows = queries.agreed(queries.of_school(request.institution))
    return shared.file(get_object_or_404(rows, public_id=public_id), SIDE)


def _row(request: MemberRequest, public_id: UUID) -> Meeting:
    rows = queries.of_school(request.institution)
    return get_object_or_404(rows, public_id=public_id)
