from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin, Forms
from accounts.audit import actions as audit
from accounts.enums import EmploymentForm, FunctionKind
from accounts.models import Professional
from accounts.notifications.kind_words import named
from accounts.notifications.queries import inbox
from portal.kit.day_words import day_parts_text

LATEST = 20


@admin.register(Professional)
class ProfessionalAdmin(FactsAdmin):
    """A professional's ledger: the profile, what fitted, what was told. Nothing can be changed,
    and that a moderator read it stays on record."""

    list_display = ("user", "occupation", "place", "visibility", "refreshed_at")
    list_filter = ("visibility", "domains", "willing_to_train")
    list_select_related = ("user", "place")
    search_fields = ("user__email", "user__name", "occupation", "place__name")
    template = "admin/desk/professional.html"
    facts = (
        *("user", "visibility", "occupation", "place", "max_distance_km", "functions"),
        *("employment", "day_parts", "hours_min", "hours_max", "available_from"),
        *("available_until", "level", "years_experience", "dutch_level", "willing_to_train"),
        *("trade", "skills", "hidden", "created_at", "refreshed_at"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Professional]:
        rows: QuerySet[Professional] = super().get_queryset(request)
        return rows.select_related("user", "place")

    def row_page(self, request: HttpRequest, row: Professional, forms: Forms) -> HttpResponse:
        audit.record("profile.opened_by_moderator", row, by=request.user)  # type: ignore[arg-type]
        return super().row_page(request, row, forms)

    def more(self, request: HttpRequest, row: Professional, forms: Forms) -> dict[str, Any]:
        matches = row.matches.select_related("vacancy__institution").by_score()
        return {
            "matches": matches[:LATEST],
            "applications": row.applications.select_related("vacancy__institution")[:LATEST],
            "notices": named(inbox(row.user)[:LATEST]),
        }

    @admin.display(description=gettext_lazy("functions sought"))
    def functions(self, row: Professional) -> str:
        return _listed(FunctionKind(value).label for value in row.functions)

    @admin.display(description=gettext_lazy("employment forms"))
    def employment(self, row: Professional) -> str:
        return _listed(EmploymentForm(value).label for value in row.employment_forms)

    @admin.display(description=gettext_lazy("free day-parts"))
    def day_parts(self, row: Professional) -> str:
        availability = getattr(row, "availability", None)
        return day_parts_text(availability.day_parts_mask) if availability else ""

    @admin.display(description=gettext_lazy("domains"))
    def trade(self, row: Professional) -> str:
        return _listed(row.domains.all())

    @admin.display(description=gettext_lazy("competences"))
    def skills(self, row: Professional) -> str:
        return _listed(row.competences.all())

    @admin.display(description=gettext_lazy("hidden from"))
    def hidden(self, row: Professional) -> str:
        return _listed(row.hidden_from.all())


def _listed(items: Any) -> str:
    return str(get_text_list([str(item) for item in items], _("and")))
