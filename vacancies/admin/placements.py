"""Offers and placements, to look at. What the two agreed is theirs; a wrong step is undone at its
application."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import FactsAdmin, Forms
from portal.kit.day_words import day_parts_text
from vacancies.models import Placement
from vacancies.placement import words
from vacancies.routes.words import route_label


@admin.register(Placement)
class PlacementAdmin(FactsAdmin):
    list_display = ("vacancy", "professional", "status", "starts_on", "ends_on", "made")
    list_filter = ("status", "employment_form", "starts_on")
    list_select_related = ("application__vacancy", "application__professional__user")
    search_fields = (
        "application__vacancy__title",
        "application__vacancy__code",
        "application__professional__user__email",
    )
    template = "admin/desk/placement.html"
    facts = (
        *("application", "status", "function_kind", "day_parts", "starts_on", "ends_on"),
        *("employment_form", "fte", "coach", "answer_by", "created_at"),
    )

    def more(self, request: HttpRequest, row: Placement, forms: Forms) -> dict[str, Any]:
        steps = row.steps.select_related("by")
        return {
            "told": [(step, words.step(step)) for step in steps],
            "blocks": [(block, route_label(block.route)) for block in row.blocks.all()],
        }

    @admin.display(description=_("vacancy"))
    def vacancy(self, row: Placement) -> str:
        return str(row.application.vacancy)

    @admin.display(description=_("professional"))
    def professional(self, row: Placement) -> str:
        return str(row.application.professional)

    @admin.display(description=_("day-parts"))
    def day_parts(self, row: Placement) -> str:
        return day_parts_text(row.day_parts_mask)
