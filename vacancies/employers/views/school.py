"""The school changes what it offered, and agrees to what others changed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from accounts.privacy import actions as privacy
from vacancies.assessment.errors import RefusedError
from vacancies.employers import actions, queries
from vacancies.employers.forms import ChangeForm
from vacancies.employers.page import Page
from vacancies.employers.words import who_is_asked
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import queries as placements


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def change(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Day-parts, hours and days before the first day; a proposal of the employer is filled in."""
    row = _own_or_404(request, public_id)
    page = Page(row, Side.SCHOOL)
    mask = page.proposed if "voorstel" in request.GET else 0
    form = ChangeForm(row, placements.groups(row), request.POST or None, mask=mask)
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            asked = actions.change(row, change=form.change, by=request.user, version=version)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, who_is_asked(asked))
            return redirect("placement", public_id)
    privacy.record_view(
        row.application.professional,
        institution=request.institution,
        viewer=request.user,
        with_name=True,
    )
    context = {"placement": row, "page": page, "form": form}
    return render(request, "vacancies/employers/change.html", context)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def confirm(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The school agrees to what was changed."""
    row = _own_or_404(request, public_id)
    shown = request.POST.get("shown", "")
    try:
        actions.confirm(row, side=Side.SCHOOL, by=request.user, shown=shown)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Agreed. The professional is told."))
    return redirect("placement", public_id)


def _own_or_404(request: MemberRequest, public_id: UUID) -> Placement:
    return get_object_or_404(queries.placement_at(request.institution), public_id=public_id)
