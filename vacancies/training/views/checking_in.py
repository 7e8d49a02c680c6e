"""The questions of a week, for each side; and a friendly task that was done."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
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
from portal.kit.forms import sent_in
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.routes.words.voice import Voice
from vacancies.training import actions, queries
from vacancies.training.check_in_forms import CheckInForm
from vacancies.training.errors import RefusedError
from vacancies.training.together import Together


@professional_required
def my_check_in(request: ProfessionalRequest, public_id: UUID, week: int) -> HttpResponse:
    rows = queries.trajectories_with(request.professional)
    row = get_object_or_404(rows, public_id=public_id)
    return _page(request, row, week, Side.PROFESSIONAL)


@member_required(Permission.SUITABILITY_RECORD)
def check_in(request: MemberRequest, public_id: UUID, week: int) -> HttpResponse:
    return _page(request, _of_school(request, public_id), week, Side.SCHOOL)


@require_POST
@member_required(Permission.SUITABILITY_RECORD)
def help_given(request: MemberRequest, public_id: UUID, task_id: int) -> HttpResponse:
    """A task is done, with a word about what was done."""
    row = _of_school(request, public_id)
    try:
        actions.give_help(row, task_id, note=request.POST.get("note", ""), by=request.user)
    except LookupError as error:
        raise Http404 from error
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Kept. The trainee reads what you did."))
    return redirect(reverse("trajectory", args=[row.public_id]) + "#hulp")


def _page(request: UserRequest, row: Trajectory, week: int, side: Side) -> HttpResponse:
    """The questions, or why they cannot be answered now; what was typed stays."""
    voice = Voice.SCHOOL if side == Side.SCHOOL else Voice.PERSON
    together = Together(row, voice)
    asked = next((one for one in together.weeks if one.number == week), None)
    if asked is None:
        raise Http404
    back = reverse(
        "trajectory" if side == Side.SCHOOL else "my_trajectory_at", args=[row.public_id]
    )
    form = CheckInForm(row, side, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_check_in(row, week, form.answer, side=side, by=request.user)
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Thank you. Your answer is kept."))
            return redirect(f"{back}#week-voor-week")
    context = {
        "trajectory": row,
        "form": form,
        "week": asked,
        "is_open": bool(asked.url) or request.method == "POST",
        "is_school": voice is Voice.SCHOOL,
        "back_url": back,
    }
    return render(request, "vacancies/training/check_in.html", context)


def _of_school(request: MemberRequest, public_id: UUID) -> Trajectory:
    return get_object_or_404(queries.trajectories_of(request.institution), public_id=public_id)
