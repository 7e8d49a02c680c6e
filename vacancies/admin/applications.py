"""Who said yes and how it went on. A moderator reads no messages, and can take a step back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.admin.base import FactsAdmin, Forms, clean
from accounts.identity.gates import UserRequest
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.admin.forms import UndoForm
from vacancies.applications import actions, history
from vacancies.applications.words import step_text
from vacancies.enums import ApplicationStatus
from vacancies.lifecycles import Side
from vacancies.models import Application, ApplicationStep


@dataclass(frozen=True)
class Told:
    """A step as the school reads it, and who took it."""

    step: ApplicationStep
    text: str


@admin.register(Application)
class ApplicationAdmin(FactsAdmin):
    list_display = ("vacancy", "professional", "status", "created_at", "seen_at", "ended_at")
    list_filter = ("status", "created_at")
    list_select_related = ("vacancy", "professional__user")
    search_fields = ("vacancy__title", "vacancy__code", "professional__user__email")
    template = "admin/desk/application.html"
    steps = {"undo": "undo"}
    facts = (
        *("vacancy", "professional", "status", "message"),
        *("created_at", "seen_at", "ended_at"),
    )

    def more(self, request: HttpRequest, row: Application, forms: Forms) -> dict[str, Any]:
        steps = list(row.steps.select_related("by", "application__vacancy__institution"))
        last = history.last_standing(steps)
        back = last is not None and last.source and row.status != ApplicationStatus.WITHDRAWN
        return {
            "told": [Told(step, step_text(step, Side.SCHOOL)) for step in steps],
            "undo_form": forms.get("undo", UndoForm()),
            "undone": ApplicationStatus(last.source).label if last and back else "",
        }

    def undo(self, request: UserRequest, row: Application) -> str:
        typed = clean(UndoForm(request.POST), "undo")
        actions.undo_last_step(row, reason=typed["reason"], by=request.user)
        return _("The step is taken back. Both sides are told why.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError, IllegalTransitionError)
