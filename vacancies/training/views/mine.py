"""The trainee's own pages."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.identity.gates import ProfessionalRequest, professional_required
from accounts.notifications.actions import mark_read
from vacancies.applications import queries as applications
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.routes.words.voice import Voice
from vacancies.training import notices, queries
from vacancies.training.page import Page
from vacancies.training.together import Together
from vacancies.training.views import beginning, taking

MINE = Side.PROFESSIONAL


@professional_required
def my_trajectory(request: ProfessionalRequest) -> HttpResponse:
    """The one that runs; without any, what it would be and how it begins."""
    row = queries.current(request.professional)
    if row:
        return redirect("my_trajectory_at", row.public_id)
    return render(request, "vacancies/training/none.html", {})


@professional_required
def my_trajectory_at(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """My way at one school: what is mine now, what waits for whom, how the clocks run."""
    row = _row(request, public_id)
    mark_read(request.user, target=notices.TARGET.format(row.pk))
    others = queries.trajectories_with(request.professional).exclude(pk=row.pk)
    context = {"page": Page(row, Voice.PERSON), "trajectory": row, "others": others}
    context["care"] = Together(row, Voice.PERSON)
    return render(request, "vacancies/training/mine.html", context)


@professional_required
def my_step(request: ProfessionalRequest, public_id: UUID, slug: str) -> HttpResponse:
    return taking.step_page(request, _row(request, public_id), slug, MINE)


@require_POST
@professional_required
def my_milestone(request: ProfessionalRequest, public_id: UUID, code: str) -> HttpResponse:
    return taking.tick(request, _row(request, public_id), code, MINE)


@professional_required
def my_begin(request: ProfessionalRequest, public_id: UUID) -> HttpResponse:
    """Propose this way to a school that I said yes to."""
    application = get_object_or_404(applications.own(request.professional), public_id=public_id)
    return beginning.begin_page(request, application, MINE)


def _row(request: ProfessionalRequest, public_id: UUID) -> Trajectory:
    rows = queries.trajectories_with(request.professional)
    return get_object_or_404(rows, public_id=public_id)
