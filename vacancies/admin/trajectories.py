"""Trajectories with their steps: to answer questions, and to take the last step back."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.admin.base import FactsAdmin, Forms, clean
from accounts.audit import actions as audit
from accounts.identity.gates import UserRequest
from vacancies.admin.forms import UndoForm
from vacancies.applications import history
from vacancies.enums import TrajectoryStatus
from vacancies.models import Trajectory
from vacancies.routes.words.voice import Voice
from vacancies.training import actions, queries, words
from vacancies.training.errors import RefusedError


@admin.register(Trajectory)
class TrajectoryAdmin(FactsAdmin):
    list_display = ("person", "of_school", "status", "starts_on", "term_ends_on")
    list_filter = ("status", "stop_reason")
    list_select_related = ("professional__user", "institution")
    search_fields = ("professional__user__email", "institution__name")
    template = "admin/desk/trajectory.html"
    steps = {"undo": "undo"}
    facts = (
        *("professional", "institution", "application", "placement", "status", "guide"),
        *("course_start", "starts_on", "appointed_on", "term_ends_on", "certificate_by"),
        *("extended_until", "agreed_until", "extension_reason", "stop_reason", "holiday_region"),
        *("created_at", "updated_at"),
    )

    def row_page(self, request: HttpRequest, row: Trajectory, forms: Forms) -> HttpResponse:
        audit.record("trajectory.opened_by_moderator", row, by=request.user)  # type: ignore[arg-type]
        return super().row_page(request, row, forms)

    def more(self, request: HttpRequest, row: Trajectory, forms: Forms) -> dict[str, Any]:
        taken = list(queries.steps_of(row))
        last = history.last_standing(taken)
        return {
            "told": [
                (one, words.happened(one.verb, Voice.SCHOOL, is_undo=one.is_undo)) for one in taken
            ],
            "milestones": [
                (one, words.milestone_name(one.code, Voice.SCHOOL)) for one in row.milestones.all()
            ],
            "undo_form": forms.get("undo", UndoForm()),
            "undone": TrajectoryStatus(last.source).label if last and last.source else "",
        }

    def undo(self, request: UserRequest, row: Trajectory) -> str:
        typed = clean(UndoForm(request.POST), "undo")
        actions.undo_last_step(row, reason=typed["reason"], by=request.user)
        return _("The step is taken back. Both sides are told why.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (RefusedError,)
