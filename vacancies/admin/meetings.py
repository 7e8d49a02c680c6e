"""Appointments, to look at. What the two wrote to each other is theirs and is not shown."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.admin.base import FactsAdmin
from vacancies.models import Meeting


@admin.register(Meeting)
class MeetingAdmin(FactsAdmin):
    list_display = ("vacancy", "professional", "kind", "status", "starts_at", "made")
    list_filter = ("status", "kind", "starts_at")
    list_select_related = ("application__vacancy", "application__professional__user")
    search_fields = (
        "application__vacancy__title",
        "application__vacancy__code",
        "application__professional__user__email",
    )
    facts = (
        *("application", "kind", "status", "proposed_by", "starts_at", "ends_at", "location"),
        *("agreed_at", "cancelled_by", "created_at"),
    )

    @admin.display(description=_("vacancy"))
    def vacancy(self, row: Meeting) -> str:
        return str(row.application.vacancy)

    @admin.display(description=_("professional"))
    def professional(self, row: Meeting) -> str:
        return str(row.application.professional)
