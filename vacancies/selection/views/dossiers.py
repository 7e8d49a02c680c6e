"""What the panel reads, on the screen and on paper. Each look is recorded for its owner."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from vacancies.applications import queries as applications
from vacancies.models import Application
from vacancies.selection import actions
from vacancies.selection.dossier import dossiers_of
from vacancies.selection.paper import pdf_of_dossiers
from vacancies.selection.views.chosen import chosen_in

MOST = 25


@require_GET
@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def one(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The dossier of one person."""
    row = get_object_or_404(applications.received_by(request.institution), public_id=public_id)
    return _page(request, [row])


@require_GET
@member_required(Permission.APPLICATION_DECIDE)
def one_pdf(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The same as a file to print."""
    row = get_object_or_404(applications.received_by(request.institution), public_id=public_id)
    return _pdf(request, [row])


@require_POST
@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def several(request: MemberRequest) -> HttpResponse:
    """Of everybody who was chosen in the list."""
    rows = chosen_in(request).chosen
    if not rows:
        messages.error(request, _("Choose at least one person in the list."))
        return redirect("applications")
    if len(rows) > MOST:
        told = _("At most %(n)d dossiers at once. Choose fewer people.") % {"n": MOST}
        messages.error(request, told)
        return redirect("applications")
    return _pdf(request, rows) if request.POST.get("vorm") == "pdf" else _page(request, rows)


def _page(request: MemberRequest, rows: Sequence[Application]) -> HttpResponse:
    actions.record_looks(rows, by=request.user)
    context = {"dossiers": dossiers_of(rows)}
    return render(request, "vacancies/selection/dossiers.html", context)


def _pdf(request: MemberRequest, rows: Sequence[Application]) -> HttpResponse:
    actions.record_looks(rows, by=request.user)
    response = HttpResponse(pdf_of_dossiers(dossiers_of(rows)), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, "dossiers.pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
