"""The lending agreement as a draft: its terms, to read, and as PDF. Both sides fill it in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    UserRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission
from accounts.privacy import actions as privacy
from portal.kit.forms import sent_in
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.typesetting import pdf_of
from vacancies.employers import actions, queries
from vacancies.employers.agreement import agreement_of, data_of
from vacancies.employers.documents import FOLDER, NAME
from vacancies.employers.forms import LendingForm
from vacancies.lifecycles import Side
from vacancies.models import Placement


@professional_required
@never_cache
def mine(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return _terms(request, _own(request, public_id), Side.PROFESSIONAL)


@professional_required
@never_cache
def my_agreement(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return _read(request, _own(request, public_id), Side.PROFESSIONAL)


@professional_required
@never_cache
def my_pdf(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    return _pdf(_own(request, public_id))


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def at_school(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return _terms(request, _seen(request, public_id), Side.SCHOOL)


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def agreement_at_school(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return _read(request, _seen(request, public_id), Side.SCHOOL)


@member_required(Permission.SUITABILITY_RECORD)
@never_cache
def pdf_at_school(request: MemberRequest, public_id: UUID) -> HttpResponse:
    return _pdf(_seen(request, public_id))


def _terms(request: UserRequest, placement: Placement, side: Side) -> HttpResponse:
    """What nobody else knows of the agreement."""
    form = LendingForm(queries.lending_of(placement), sent_in(request))
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.keep_terms(
                placement, terms=form.terms, side=side, by=request.user, version=version
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Kept. Read the draft, and let everybody sign it."))
            name = "placement_agreement" if side is Side.SCHOOL else "my_agreement"
            return redirect(name, placement.public_id)
    context = {"placement": placement, "form": form, "is_school": side is Side.SCHOOL}
    return render(request, "vacancies/employers/lending.html", context)


def _read(request: HttpRequest, placement: Placement, side: Side) -> HttpResponse:
    context = {
        "placement": placement,
        "agreement": agreement_of(placement),
        "is_school": side is Side.SCHOOL,
    }
    return render(request, "vacancies/employers/agreement.html", context)


def _pdf(placement: Placement) -> HttpResponse:
    pdf = pdf_of(NAME, data_of(agreement_of(placement)), folder=FOLDER)
    headers = {"Content-Disposition": f'attachment; filename="{NAME}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _own(request: ProfessionalRequest, public_id: UUID) -> Placement:
    return get_object_or_404(queries.own_placement(request.professional), public_id=public_id)


def _seen(request: MemberRequest, public_id: UUID) -> Placement:
    """Of the own school; the person can see who looked."""
    row = get_object_or_404(queries.placement_at(request.institution), public_id=public_id)
    privacy.record_view(
        row.application.professional,
        institution=request.institution,
        viewer=request.user,
        with_name=True,
    )
    return row
