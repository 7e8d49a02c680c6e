"""Requests to employers, to look at. Only the professional asks, and only the employer answers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import FactsAdmin, Forms
from portal.kit.day_words import day_parts_text
from vacancies.employers import words
from vacancies.lifecycles import Side
from vacancies.models import EmployerRequest


@admin.register(EmployerRequest)
class EmployerRequestAdmin(FactsAdmin):
    list_display = ("employer", "vacancy", "status", "scope", "asked_at", "expires_on")
    list_filter = ("status", "scope", "asked_at")
    list_select_related = ("placement__application__vacancy",)
    search_fields = ("employer", "kvk", "placement__application__vacancy__code")
    template = "admin/desk/employer_request.html"
    facts = (
        *("placement", "status", "scope", "employer", "kvk", "contact_name", "contact_email"),
        *("hours_week", "day_parts", "starts_on", "ends_on", "expires_on", "answered_by"),
        *("answered_at", "text_version"),
    )

    def more(self, request: HttpRequest, row: EmployerRequest, forms: Forms) -> dict[str, Any]:
        steps = row.steps.select_related("by")
        return {
            "told": [(step, words.step(step, Side.SCHOOL)) for step in steps],
            "confirmations": row.placement.confirmations.order_by("at", "pk"),
        }

    @admin.display(description=_("vacancy"))
    def vacancy(self, row: EmployerRequest) -> str:
        return str(row.placement.application.vacancy)

    @admin.display(description=_("day-parts"))
    def day_parts(self, row: EmployerRequest) -> str:
        return day_parts_text(row.day_parts_mask)
