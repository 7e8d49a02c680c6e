"""One yes of a professional: how it stands, what comes next, and what both said."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.credentials.serving import attachment
from accounts.identity.gates import ProfessionalRequest, professional_required
from accounts.notifications.actions import mark_read
from vacancies.applications import actions, hooks, queries
from vacancies.applications.forms import MessageForm
from vacancies.applications.timeline import timeline_of
from vacancies.applications.views.writing import sent
from vacancies.applications.words import stand_of
from vacancies.enums import ApplicationStatus
from vacancies.lifecycles import Side
from vacancies.matching import queries as matching
from vacancies.matching.rows import match_rows
from vacancies.models import Application

NEXT_BEST = 3


@professional_required
@never_cache
def my_application(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Mine, from the yes to how it ended."""
    return _page(request, _row(request, public_id), MessageForm())


@require_POST
@professional_required
def write(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Send a message; what was typed stays when it cannot be sent."""
    row = _row(request, public_id)
    form = MessageForm(request.POST, request.FILES)
    if sent(request, row, form, side=Side.PROFESSIONAL):
        return redirect("my_application", public_id)
    return _page(request, row, form)


@professional_required
def file(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """The file of a message in a conversation of mine."""
    rows = queries.files_of(request.professional)
    message = get_object_or_404(rows, public_id=public_id)
    return attachment(message.file, name=message.file_name, media_type=message.file_type)


def _row(request: ProfessionalRequest, public_id: UUID) -> Application:
    return get_object_or_404(queries.own(request.professional), public_id=public_id)


def _page(request: ProfessionalRequest, row: Application, form: MessageForm) -> HttpResponse:
    actions.mark_read(row, side=Side.PROFESSIONAL)
    mark_read(request.user, target=f"application:{row.pk}")
    context = {
        "application": row,
        "stand": stand_of(row, Side.PROFESSIONAL),
        "panels": hooks.panels.of(row, Side.PROFESSIONAL, request),
        "moments": timeline_of(row, Side.PROFESSIONAL),
        "explanation": matching.explain(row.vacancy, request.professional),
        "form": form,
    }
    if row.status == ApplicationStatus.DECLINED:
        context |= _after_a_no(request, row)
    return render(request, "vacancies/applications/my_application.html", context)


def _after_a_no(request: ProfessionalRequest, row: Application) -> dict[str, Any]:
    """The words that came with it, the next best, and what would open more."""
    matches = list(queries.next_best(request.professional)[:NEXT_BEST])
    return {
        "answer": queries.last_words_of_school(row),
        "next_best": match_rows(matches),
        "openings": hooks.openings.of(request.professional),
    }
