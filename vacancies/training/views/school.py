"""The same trajectory for the school, with the steps that it may take."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from accounts.notifications.actions import mark_read
from accounts.privacy import actions as privacy
from portal.kit.forms import sent_in
from vacancies.applications import queries as applications
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.routes.words.voice import Voice
from vacancies.training import actions, notices, queries
from vacancies.training.errors import RefusedError, StaleError
from vacancies.training.forms import AgreementsForm
from vacancies.training.page import Page
from vacancies.training.together import Together
from vacancies.training.views import beginning, taking

may_record = member_required(Permission.SUITABILITY_RECORD)


@may_record
def trajectory(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """One person on the way: the same timeline, and what we do next."""
    row = _row(request, public_id)
    privacy.record_view(
        row.professional, institution=request.institution, viewer=request.user, with_name=True
    )
    mark_read(request.user, target=notices.TARGET.format(row.pk))
    context = {
        "page": Page(row, Voice.SCHOOL),
        "trajectory": row,
        "care": Together(row, Voice.SCHOOL),
    }
    return render(request, "vacancies/training/trajectory.html", context)


@may_record
def step(request: MemberRequest, public_id: UUID, slug: str) -> HttpResponse:
    return taking.step_page(request, _row(request, public_id), slug, Side.SCHOOL)


@require_POST
@may_record
def milestone(request: MemberRequest, public_id: UUID, code: str) -> HttpResponse:
    return taking.tick(request, _row(request, public_id), code, Side.SCHOOL)


@may_record
def agreements(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Course, guide, coach and study day."""
    row = _row(request, public_id)
    courses = queries.course_starts(row)
    colleagues = queries.recorders(request.institution)
    form = AgreementsForm(row, courses, colleagues, sent_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.agree(row, form.agreements, by=request.user, seen=form.cleaned_data["seen"])
        except StaleError as stale:
            form.add_error(None, str(stale))
        except RefusedError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Kept. The plan follows."))
            return redirect("trajectory", row.public_id)
    context = {"form": form, "trajectory": row}
    return render(request, "vacancies/training/agreements.html", context)


@may_record
def begin(request: MemberRequest, public_id: UUID) -> HttpResponse:
    """Propose this way to somebody who said yes to us."""
    received = applications.received_by(request.institution)
    application = get_object_or_404(received, public_id=public_id)
    return beginning.begin_page(request, application, Side.SCHOOL)


def _row(request: MemberRequest, public_id: UUID) -> Trajectory:
    return get_object_or_404(queries.trajectories_of(request.institution), public_id=public_id)
