"""Planning hours with a person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from portal.kit.forms import sent_in
from vacancies.assessment import actions, queries
from vacancies.assessment.actions.planning import fingerprint
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.forms import PlanForm, initial_of
from vacancies.assessment.page import Page
from vacancies.assessment.queries import Subject
from vacancies.assessment.views.subject import known_subject_or_404, subject_or_404
from vacancies.assessment.words import to_school
from vacancies.assessment.work import Choices, choices_for, first_plan
from vacancies.models import PlannedBlock


@member_required(Permission.SUITABILITY_RECORD)
def plan(request: MemberRequest, code: str, public_id: UUID) -> HttpResponse:
    """New hours, filled in with what the vacancy says."""
    subject = known_subject_or_404(request, code, public_id)
    initial = first_plan(subject.vacancy, Page(subject).only_open)
    form = PlanForm(_choices(subject), sent_in(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.plan(
                subject.professional,
                institution=request.institution,
                hours=form.hours,
                by=request.user,
                vacancy=subject.vacancy,
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            return _planned(request, subject, row)
    return _form_page(request, subject, form, None)


@member_required(Permission.SUITABILITY_RECORD)
def change(request: MemberRequest, code: str, public_id: UUID, plan_id: UUID) -> HttpResponse:
    """Other hours."""
    subject = known_subject_or_404(request, code, public_id)
    planned = get_object_or_404(queries.changeable_plans(subject), public_id=plan_id)
    initial = initial_of(planned) | {"seen": fingerprint(planned)}
    form = PlanForm(_choices(subject), sent_in(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.change_plan(
                planned, hours=form.hours, seen=form.cleaned_data["seen"], by=request.user
            )
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            return _planned(request, subject, row)
    return _form_page(request, subject, form, planned)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def cancel(request: MemberRequest, code: str, public_id: UUID, plan_id: UUID) -> HttpResponse:
    """Take hours out of the plan, also of somebody who took the yes back."""
    subject = subject_or_404(request, code, public_id)
    planned = get_object_or_404(queries.changeable_plans(subject), public_id=plan_id)
    actions.cancel_plan(planned, by=request.user)
    messages.success(request, _("These hours are no longer planned."))
    if queries.people_of(subject.vacancy).filter(pk=subject.professional.pk).exists():
        return _back(subject)
    return redirect("candidates", code)


def _choices(subject: Subject) -> Choices:
    return choices_for(subject.vacancy, subject.accepted)


def _form_page(
    request: MemberRequest, subject: Subject, form: PlanForm, planned: PlannedBlock | None
) -> HttpResponse:
    context = {"subject": subject, "form": form, "planned": planned, "page": Page(subject)}
    return render(request, "vacancies/assessment/plan.html", context)


def _planned(request: MemberRequest, subject: Subject, row: PlannedBlock) -> HttpResponse:
    messages.success(request, _("The hours are planned."))
    for words in to_school(queries.guard_of(row).findings):
        messages.warning(request, str(words))
    return _back(subject)


def _back(subject: Subject) -> HttpResponse:
    return redirect("assessment", subject.vacancy.code, subject.professional.public_id)
