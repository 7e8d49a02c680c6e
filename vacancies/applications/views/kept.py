"""Vacancies kept for later."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import ProfessionalRequest, professional_required
from portal.kit.paging import page_of
from vacancies.applications import actions, queries


@professional_required
def saved(request: ProfessionalRequest) -> HttpResponse:
    """Vacancies kept for later."""
    page = page_of(request, queries.saved_by(request.professional))
    context = {"page": page, "rows": queries.with_pay(list(page.object_list))}
    return render(request, "vacancies/applications/saved.html", context)


@require_POST
@professional_required
def save(request: ProfessionalRequest, code: str) -> HttpResponse:
    """Keep a vacancy, or no longer; back to its page."""
    vacancy = get_object_or_404(queries.known_vacancy(code))
    if request.POST.get("keep") == "no":
        actions.forget_vacancy(vacancy, request.professional)
        messages.success(request, _("No longer kept."))
    else:
        actions.save_vacancy(vacancy, request.professional)
        messages.success(request, _("Kept. You find it at your saved vacancies."))
    return redirect(vacancy)
