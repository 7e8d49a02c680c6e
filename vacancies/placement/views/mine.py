"""An offer or placement as the professional sees and answers it."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import ProfessionalRequest, professional_required
from accounts.notifications.actions import mark_read
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.assessment.errors import RefusedError
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import actions, hooks, queries
from vacancies.placement.forms import HoursElsewhereForm, ReasonForm
from vacancies.placement.page import Page
from vacancies.placement.views.posted import is_ticked, version_of

DONE: Final = {
    "aannemen": gettext_lazy("You said yes. The school is told."),
    "weigeren": gettext_lazy("You did not take this offer. The school is told."),
    "afzeggen": gettext_lazy("Called off. The school is told."),
    "beeindigen": gettext_lazy("Your placement is over. The school is told."),
}


@professional_required
@never_cache
def my_placement(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """What is offered, in plain words, and my answer; after it what is still needed."""
    row = _own_or_404(request, public_id)
    mark_read(request.user, target=f"placement:{row.pk}")
    return _page(request, row, _hours_form(row))


@require_POST
@professional_required
def step(request: ProfessionalRequest, public_id: UUID, step: str) -> HttpResponse:
    """Accept, refuse, call off or end."""
    row = _own_or_404(request, public_id)
    reason, version = request.POST.get("reason", ""), version_of(request)
    side = Side.PROFESSIONAL
    try:
        match step:
            case "aannemen":
                actions.accept(row, by=request.user, version=version)
            case "weigeren":
                actions.refuse(row, by=request.user, reason=reason, version=version)
            case "afzeggen":
                actions.cancel(row, by=request.user, side=side, reason=reason, version=version)
            case _:
                actions.end(row, by=request.user, side=side, reason=reason, version=version)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    except IllegalTransitionError:
        messages.error(request, _("This cannot be done any more. Look how it stands now."))
    else:
        messages.success(request, str(DONE[step]))
    return redirect("my_placement", row.public_id)


@require_POST
@professional_required
def hours(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """How much I work elsewhere."""
    row = _own_or_404(request, public_id)
    form = HoursElsewhereForm(request.POST)
    if not form.is_valid():
        return _page(request, row, form)
    try:
        told = form.cleaned_data["hours_elsewhere"]
        actions.tell_hours(row, has_other=form.has_other, hours=told, by=request.user)
    except RefusedError as refusal:
        form.refuse(refusal)
        return _page(request, row, form)
    messages.success(request, _("Kept. The school sees it too."))
    return redirect("my_placement", row.public_id)


@require_POST
@professional_required
def tick(request: ProfessionalRequest, public_id: UUID, item: str) -> HttpResponse:
    """An item of the start check that I see to."""
    row = _own_or_404(request, public_id)
    try:
        actions.tick(row, item, is_done=is_ticked(request), by=request.user, side=Side.PROFESSIONAL)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{redirect('my_placement', row.public_id).url}#lijst")


def _page(request: ProfessionalRequest, row: Placement, form: HoursElsewhereForm) -> HttpResponse:
    context = {
        "placement": row,
        "page": Page(row, Side.PROFESSIONAL),
        "hours_form": form,
        "reason_form": ReasonForm(),
        "panels": hooks.panels.of(row, Side.PROFESSIONAL, request),
    }
    return render(request, "vacancies/placement/my_placement.html", context)


def _hours_form(row: Placement) -> HoursElsewhereForm:
    other = "yes" if row.has_other_employer else "no"
    initial = {"has_other_employer": other, "hours_elsewhere": row.hours_elsewhere}
    return HoursElsewhereForm(initial=initial)


def _own_or_404(request: ProfessionalRequest, public_id: UUID) -> Placement:
    return get_object_or_404(queries.of_professional(request.professional), public_id=public_id)
