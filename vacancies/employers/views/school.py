"""The school changes what it offered, and agrees to what others changed."""

from typing import Final
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
from portal.kit.forms import sent_in
from vacancies.assessment import queries as assessment
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.work import choices_for
from vacancies.employers import actions, queries
from vacancies.employers.forms import ChangeForm
from vacancies.employers.page import Page
from vacancies.employers.words import who_is_asked
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import queries as placements
from vacancies.placement.coming import year_of
from vacancies.placement.continuing import YearMeaning, first_hours, meaning_of_year
from vacancies.placement.forms import YearForms
from vacancies.placement.offer import Hours

MOST_DIGITS: Final = 10


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def change(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Day-parts, hours and days before the first day; a proposal of the employer is filled in."""
    row = _own_or_404(request, public_id)
    page = Page(row, Side.SCHOOL)
    mask = page.proposed if "voorstel" in request.GET else 0
    form = ChangeForm(row, placements.groups(row), sent_in(request), mask=mask)
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


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def plan_year(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """The hours of the next study year. First look what they mean, then plan them."""
    row = _own_or_404(request, public_id)
    year = year_of(row)
    if year is None:
        messages.info(request, _("There is no year to plan now."))
        return redirect("placement", public_id)
    subject = assessment.subject_of(row.application.vacancy, row.application.professional)
    choices = choices_for(subject.vacancy, subject.accepted)
    forms = YearForms(choices, first_hours(row, year), sent_in(request))
    meaning: YearMeaning | None = None
    if request.method == "POST" and forms.is_valid():
        try:
            if request.POST.get("what") == "plan":
                return _planned(request, row, forms.hours)
            meaning = meaning_of_year(row, year, forms.hours, request.user)
        except RefusedError as refusal:
            forms.refuse(refusal)
    privacy.record_view(
        subject.professional, institution=request.institution, viewer=request.user, with_name=True
    )
    context = {"placement": row, "year": year, "forms": forms, "meaning": meaning}
    return render(request, "vacancies/employers/year.html", context)


def _planned(request: MemberRequest, row: Placement, hours: tuple[Hours, ...]) -> HttpResponse:
    sent = request.POST.get("version", "")
    version = int(sent) if sent.isdecimal() and len(sent) < MOST_DIGITS else 0
    asked = actions.plan_year(row, hours=hours, by=request.user, version=version)
    messages.success(request, who_is_asked(asked))
    return redirect("placement", row.public_id)


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
