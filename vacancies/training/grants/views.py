from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import (
    MemberRequest,
    ProfessionalRequest,
    UserRequest,
    member_required,
    professional_required,
)
from accounts.identity.permissions import Permission
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.models import SubsidyCase, Trajectory
from vacancies.training import queries as trajectories
from vacancies.training.grants import actions, queries
from vacancies.training.grants.forms import PapersForm, PartsForm, StepForm
from vacancies.training.grants.queries import GrantRow


@member_required(Permission.SUITABILITY_RECORD)
def trajectory_course(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """What the school notes: grants with their papers and steps, parts of the course."""
    return _school_page(request, _at_school(request, public_id))


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def grant_papers(request: MemberRequest, public_id: UUID, pk: int) -> HttpResponse:
    trajectory = _at_school(request, public_id)
    row = _row(trajectory, pk)
    form = PapersForm(request.POST, row=row)
    if not form.is_valid():
        return _school_page(request, trajectory, papers=form, of=pk)
    actions.tick(row.case, form.cleaned_data["papers"], by=request.user)
    messages.success(request, _("Noted which papers are there."))
    return redirect("trajectory_course", public_id)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def grant_step(request: MemberRequest, public_id: UUID, pk: int) -> HttpResponse:
    trajectory = _at_school(request, public_id)
    row = _row(trajectory, pk)
    form = StepForm(request.POST, row=row)
    if not form.is_valid():
        return _school_page(request, trajectory, step=form, of=pk)
    said = form.cleaned_data
    try:
        actions.take(
            row.case, said["target"], by=request.user, on=said["on"], amount=said.get("amount")
        )
        messages.success(request, _("Noted. The trainee sees it too."))
    except IllegalTransitionError:
        messages.error(request, _("A colleague changed this meanwhile. Look at what stands now."))
    return redirect("trajectory_course", public_id)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def trajectory_parts(request: MemberRequest, public_id: UUID) -> HttpResponse:
    trajectory = _at_school(request, public_id)
    form = _parts_form(request, trajectory)
    if not form.is_valid():
        return _school_page(request, trajectory, parts=form)
    _keep_parts(request, trajectory, form)
    return redirect("trajectory_course", public_id)


@professional_required
def my_course(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """The trainee's own view: who asks what until when, and how far the course is."""
    return _my_page(request, _mine(request, public_id))


@require_POST
@professional_required
def my_parts(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    trajectory = _mine(request, public_id)
    form = _parts_form(request, trajectory)
    if not form.is_valid():
        return _my_page(request, trajectory, parts=form)
    _keep_parts(request, trajectory, form)
    return redirect("my_trajectory_course", public_id)


def _at_school(request: MemberRequest, public_id: UUID) -> Trajectory:
    return get_object_or_404(trajectories.trajectories_of(request.institution), public_id=public_id)


def _mine(request: ProfessionalRequest, public_id: UUID) -> Trajectory:
    rows = trajectories.trajectories_with(request.professional)
    return get_object_or_404(rows, public_id=public_id)


def _row(trajectory: Trajectory, pk: int) -> GrantRow:
    get_object_or_404(SubsidyCase, pk=pk, trajectory=trajectory)
    return next(row for row in queries.rows_of(trajectory) if row.case.pk == pk)


def _parts_form(request: HttpRequest, trajectory: Trajectory) -> PartsForm:
    return PartsForm(request.POST, parts=queries.parts_of(trajectory))


def _keep_parts(request: UserRequest, trajectory: Trajectory, form: PartsForm) -> None:
    if actions.set_parts(trajectory, form.states, by=request.user):
        messages.success(request, _("Noted how far the course is."))


def _school_page(
    request: MemberRequest,
    trajectory: Trajectory,
    *,
    papers: PapersForm | None = None,
    step: StepForm | None = None,
    parts: PartsForm | None = None,
    of: int = 0,
) -> HttpResponse:
    """With the form that was refused, as it was typed."""
    grants = [
        (
            row,
            papers if papers and row.case.pk == of else PapersForm(row=row),
            step if step and row.case.pk == of else StepForm(row=row),
        )
        for row in queries.rows_of(trajectory)
    ]
    rows = queries.parts_of(trajectory)
    context = {
        "trajectory": trajectory,
        "grants": grants,
        "parts": rows,
        "form": parts or PartsForm(parts=rows),
        "refused": papers or step or parts,
    }
    return render(request, "vacancies/training/grant_school.html", context)


def _my_page(
    request: ProfessionalRequest, trajectory: Trajectory, *, parts: PartsForm | None = None
) -> HttpResponse:
    rows = queries.parts_of(trajectory)
    context = {
        "trajectory": trajectory,
        "grants": queries.rows_of(trajectory),
        "parts": rows,
        "form": parts or PartsForm(parts=rows),
    }
    return render(request, "vacancies/training/grant_mine.html", context)
