"""What can be shown later: consents, looks at profiles, and everything that happened."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin
from accounts.audit import words
from accounts.models import AuditEvent, Consent, ProfileView


@admin.register(Consent)
class ConsentAdmin(FactsAdmin):
    list_display = ("user", "kind", "text_version", "given_at", "withdrawn_at")
    list_filter = ("kind", "text_version")
    list_select_related = ("user",)
    search_fields = ("user__email", "user__name")
    facts = ("user", "kind", "text_version", "given_at", "withdrawn_at")


@admin.register(ProfileView)
class ProfileViewAdmin(FactsAdmin):
    list_display = ("at", "institution", "professional", "with_name")
    list_filter = ("with_name", "at")
    list_select_related = ("institution", "professional__user")
    search_fields = ("institution__name", "professional__user__email")
    facts = ("professional", "institution", "viewer", "with_name", "at")


@admin.register(AuditEvent)
class AuditEventAdmin(FactsAdmin):
    list_display = ("at", "what", "target_type", "target_id", "actor")
    list_filter = ("target_type", "at")
    list_select_related = ("actor",)
    search_fields = ("verb", "=target_id", "actor__email")
    facts = ("at", "what", "verb", "target_type", "target_id", "actor", "detail")

    @admin.display(description=gettext_lazy("what"), ordering="verb")
    def what(self, row: AuditEvent) -> str:
        return str(words.said(row.verb))
