"""By what the lists of mails, notices and people are narrowed down."""

from datetime import timedelta
from typing import Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.notifications import kind_words

LATEST: Final = 5000
AGES: Final = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}


class KindFilter(admin.SimpleListFilter):
    """By kind, in words; only kinds that occurred lately."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        latest = model_admin.model.objects.order_by("-pk").values_list("kind", flat=True)[:LATEST]
        chosen = request.GET.get(self.parameter_name)
        kinds = {*latest, *([chosen] if chosen else [])}
        named = [(kind, kind_words.name_of(kind)) for kind in kinds]
        return sorted(named, key=lambda pair: pair[1].lower())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class AgeFilter(admin.SimpleListFilter):
    """By how long ago it was made."""

    title = _("age")
    parameter_name = "older"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("hour", _("Older than an hour")),
            ("day", _("Older than a day")),
            ("week", _("Older than a week")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        age = AGES.get(self.value() or "")
        return queryset.filter(created_at__lte=timezone.now() - age) if age else queryset


class MailStopFilter(admin.SimpleListFilter):
    """People whose address takes no mail."""

    title = _("mail")
    parameter_name = "no_mail"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("Address takes no mail"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(mail_stopped_at__isnull=False) if self.value() else queryset
