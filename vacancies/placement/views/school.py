"""Offers and placements as the school sees and moves them."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission, allows
from accounts.notifications.actions import mark_read
from accounts.privacy import actions as privacy
from portal.kit.lifecycle import IllegalTransitionError
from portal.kit.paging import page_of
from vacancies.assessment.errors import RefusedError
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import actions, checks, hooks, queries
from vacancies.placement.forms import ReasonForm
from vacancies.placement.listing import rows_of, tabs_of
from vacancies.placement.page import Page
from vacancies.placement.views.posted import is_ticked, version_of

DONE: Final = {
    "intrekken": gettext_lazy("The offer is taken back. %(name)s is told."),
    "beginnen": gettext_lazy("%(name)s has started."),
    "afzeggen": gettext_lazy("Called off. %(name)s is told."),
    "beeindigen": gettext_lazy("The placement is over. %(name)s is told."),
}


@member_required(Permission.APPLICATION_DECIDE)
def placements(request: MemberRequest) -> HttpResponse:
    """All offers and placements of the school, what needs somebody first on top."""
    status = request.GET.get("staat", "")
    page = page_of(request, queries.of_school(request.institution, status))
    context = {
        "page": page,
        "rows": rows_of(list(page.object_list)),
        "query": f"staat={status}" if status else "",
        "tabs": tabs_of(queries.counts_of(request.institution), status),
    }
    return render(request, "vacancies/placement/placements.html", context)


@member_required(Permission.APPLICATION_DECIDE)
@never_cache
def placement(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """One offer or placement: what was agreed, what must be there, what happened."""
    row = _own_or_404(request, public_id)
    mark_read(request.user, target=f"placement:{row.pk}")
    privacy.record_view(
        row.application.professional,
        institution=request.institution,
        viewer=request.user,
        with_name=True,
    )
    context = {
        "placement": row,
        "page": Page(row, Side.SCHOOL),
        "reason_form": ReasonForm(),
        "panels": hooks.panels.of(row, Side.SCHOOL, request),
        "may_record": allows(request.membership.role, Permission.SUITABILITY_RECORD),
    }
    return render(request, "vacancies/placement/placement.html", context)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def step(request: MemberRequest, public_id: UUID, step: str) -> HttpResponse:
    """Take back, start, call off or end."""
    row = _own_or_404(request, public_id)
    reason, version = request.POST.get("reason", ""), version_of(request)
    try:
        match step:
            case "intrekken":
                actions.take_back(row, by=request.user, reason=reason, version=version)
            case "beginnen":
                _start(request, row, version)
            case "afzeggen":
                actions.cancel(
                    row, by=request.user, side=Side.SCHOOL, reason=reason, version=version
                )
            case _:
                actions.end(row, by=request.user, side=Side.SCHOOL, reason=reason, version=version)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    except IllegalTransitionError:
        messages.error(request, _("This cannot be done any more. Look how it stands now."))
    else:
        messages.success(request, str(DONE[step]) % {"name": row.application.professional})
    return redirect("placement", row.public_id)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def tick(request: MemberRequest, public_id: UUID, item: str) -> HttpResponse:
    """An item of the start check that the school sees to."""
    row = _own_or_404(request, public_id)
    try:
        actions.tick(row, item, is_done=is_ticked(request), by=request.user, side=Side.SCHOOL)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{_page_of(row)}#lijst")


def _start(request: MemberRequest, row: Placement, version: int | None) -> None:
    beside = checks.of(row).missing_beside
    actions.start(row, by=request.user, version=version)
    for item in beside:
        messages.warning(request, _("Still open: %(what)s.") % {"what": item.label})


def _own_or_404(request: MemberRequest, public_id: UUID) -> Placement:
    return get_object_or_404(queries.of_school(request.institution), public_id=public_id)


def _page_of(row: Placement) -> str:
    return redirect("placement", row.public_id).url
