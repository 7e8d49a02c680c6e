"""Papers as a moderator sees them: what was told, never the file."""

from datetime import datetime

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin, Forms
from accounts.audit import actions as audit
from accounts.models import Credential


@admin.register(Credential)
class CredentialAdmin(FactsAdmin):
    """Nothing can be changed or fetched, and that a moderator read it stays on record."""

    list_display = ("person", "kind", "issued_on", "valid_until", "has_file", "changed_at")
    list_filter = ("kind", "valid_until")
    list_select_related = ("professional__user",)
    search_fields = ("professional__user__email", "professional__user__name")
    ordering = ("-updated_at", "-pk")
    facts = (
        *("professional", "kind", "field", "origin", "scope", "issuer", "issued_on"),
        *("valid_until", "has_file", "schools", "made_at", "changed_at"),
    )

    def row_page(self, request: HttpRequest, row: Credential, forms: Forms) -> HttpResponse:
        audit.record("credential.opened_by_moderator", row, by=request.user)  # type: ignore[arg-type]
        return super().row_page(request, row, forms)

    @admin.display(description=gettext_lazy("made at"), ordering="created_at")
    def made_at(self, row: Credential) -> datetime:
        return row.created_at

    @admin.display(description=gettext_lazy("changed at"), ordering="updated_at")
    def changed_at(self, row: Credential) -> datetime:
        return row.updated_at

    @admin.display(description=gettext_lazy("with a file"), boolean=True)
    def has_file(self, row: Credential) -> bool:
        return bool(row.file)

    @admin.display(description=gettext_lazy("seen by"))
    def schools(self, row: Credential) -> str:
        checks = row.checks.select_related("institution")
        return ", ".join(f"{one.institution}: {one.get_outcome_display()}" for one in checks)
