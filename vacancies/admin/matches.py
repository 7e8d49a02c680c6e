"""Who fits and who said yes: to answer questions, never to change."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin.base import FactsAdmin, Forms
from vacancies.matching import queries
from vacancies.models import Application, Match


@admin.register(Match)
class MatchAdmin(FactsAdmin):
    list_display = ("vacancy", "professional", "score", "state", "is_current", "matched_at")
    list_filter = ("state", "is_current", "dismiss_reason")
    list_select_related = ("vacancy", "professional__user")
    search_fields = ("vacancy__title", "vacancy__code", "professional__user__email")
    template = "admin/desk/match.html"
    facts = (
        *("vacancy", "professional", "score", "rule_version", "is_current", "state"),
        *("dismiss_reason", "matched_at", "notified_at", "seen_at", "decided_at"),
        *("invited_at", "invited_by"),
    )

    def heading(self, row: Match) -> str:
        return f"{row.vacancy}, {row.professional}"

    def more(self, request: HttpRequest, row: Match, forms: Forms) -> dict[str, Any]:
        explanation = queries.explain(row.vacancy, row.professional)
        return {
            "explanation": explanation,
            "reasons": [reason.for_hr for reason in explanation.reasons],
        }


@admin.register(Application)
class ApplicationAdmin(FactsAdmin):
    list_display = ("vacancy", "professional", "status", "created_at", "seen_at", "ended_at")
    list_filter = ("status", "created_at")
    list_select_related = ("vacancy", "professional__user")
    search_fields = ("vacancy__title", "vacancy__code", "professional__user__email")
    facts = (
        *("vacancy", "professional", "status", "message", "answer"),
        *("created_at", "seen_at", "ended_at"),
    )
