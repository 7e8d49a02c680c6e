"""What can be shown later: consents, looks at profiles, and everything that happened."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext as _
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


def kind_of_row(label: str) -> str:
    """The name of a table: "accounts.user" is a user."""
    try:
        return capfirst(_(str(apps.get_model(label)._meta.verbose_name)))
    except (LookupError, ValueError):
        return label


class RowKindFilter(admin.AllValuesFieldListFilter):
    """By table, in words."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            label, space, count = str(choice["display"]).partition(" (")
            yield {**choice, "display": f"{kind_of_row(label)}{space}{count}"}


@admin.register(AuditEvent)
class AuditEventAdmin(FactsAdmin):
    list_display = ("at", "what", "about", "target_id", "actor")
    list_filter = (("target_type", RowKindFilter), "at")
    list_select_related = ("actor",)
    search_fields = ("verb", "=target_id", "actor__email")
    facts = ("at", "what", "verb", "about", "target_id", "actor", "detail")

    @admin.display(description=gettext_lazy("what"), ordering="verb")
    def what(self, row: AuditEvent) -> str:
        return str(words.said(row.verb))

    @admin.display(description=gettext_lazy("kind of row"), ordering="target_type")
    def about(self, row: AuditEvent) -> str:
        return kind_of_row(row.target_type)
