from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin
from accounts.identity.gates import UserRequest
from vacancies.models import Report
from vacancies.moderation import actions


@admin.register(Report)
class ReportAdmin(FactsAdmin):
    """What visitors say about a vacancy; nobody's name is kept."""

    list_display = ("vacancy", "reason", "text", "created_at", "handled_at")
    list_filter = (("handled_at", admin.EmptyFieldListFilter), "reason")
    list_select_related = ("vacancy",)
    search_fields = ("vacancy__title", "vacancy__code", "text")
    template = "admin/desk/report.html"
    steps = {"handle": "handle"}
    facts = ("vacancy", "school", "reason", "text", "created_at", "handled_at", "handled_by")

    @admin.display(description=gettext_lazy("institution"))
    def school(self, row: Report) -> str:
        return str(row.vacancy.institution)

    def handle(self, request: UserRequest, row: Report) -> str:
        actions.handle_report(row, by=request.user)
        return _("The report is handled.")
