from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.admin.base import FactsAdmin
from vacancies.models import Vacancy
from vacancies.moderation import actions, queries, views

WAITING = "waiting"


class QueueFilter(admin.SimpleListFilter):
    """The queue first; everything else is one click away."""

    title = _("queue")
    parameter_name = "which"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(WAITING, _("To be looked at")), ("all", _("All vacancies"))]

    def choices(self, changelist: Any) -> Any:
        for value, label in self.lookup_choices:
            yield {
                "selected": (self.value() or WAITING) == value,
                "query_string": changelist.get_query_string({self.parameter_name: value}),
                "display": label,
            }

    def queryset(self, request: HttpRequest, queryset: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
        if (self.value() or WAITING) == WAITING:
            return queryset.filter(pk__in=Vacancy.objects.to_moderate().order_by().values("pk"))
        return queryset


@admin.register(Vacancy)
class VacancyAdmin(FactsAdmin):
    """The queue of vacancies to read, the longest waiting first. Moderators edit no vacancy."""

    actions = ["approve_without_hits"]
    list_display = ("title", "institution", "status", "words", "review_since", "closes_on")
    list_filter = (QueueFilter, "status", "function_kind")
    search_fields = ("title", "code", "institution__name")
    ordering = ("review_since", "-pk")
    list_per_page = 25

    def get_queryset(self, request: HttpRequest) -> QuerySet[Vacancy]:
        rows: QuerySet[Vacancy] = super().get_queryset(request)
        return queries.with_what_a_row_shows(rows).defer("approved_snapshot")

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The words that stand out, for all rows of the page at once."""
        changelist = super().get_changelist_instance(request)
        for row in queries.rows_of(list(changelist.result_list)):
            row.vacancy.queue_row = row  # type: ignore[attr-defined]
        return changelist

    @admin.display(description=_("words that stand out"))
    def words(self, vacancy: Vacancy) -> str:
        row: queries.QueueRow = vacancy.queue_row  # type: ignore[attr-defined]
        number = len(row.hits)
        return ngettext("%(n)d word", "%(n)d words", number) % {"n": number} if number else ""

    def get_urls(self) -> list[URLPattern]:
        steps = {
            "approve": views.approve,
            "return": views.return_with_reason,
            "take_down": views.take_down,
        }
        own = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(view),
                name=f"vacancies_vacancy_{name}",
            )
            for name, view in steps.items()
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return views.review(request, self.row_of(request, object_id).pk)

    @admin.action(description=_("Approve those in which no word stands out"), permissions=["act"])
    def approve_without_hits(self, request: HttpRequest, chosen: QuerySet[Vacancy]) -> None:
        approved, left = actions.approve_without_hits(chosen, by=request.user)  # type: ignore[arg-type]
        if approved:
            told = ngettext("%(n)d vacancy is approved.", "%(n)d vacancies are approved.", approved)
            self.message_user(request, told % {"n": approved}, messages.SUCCESS)
        if left:
            told = ngettext(
                "%(n)d vacancy still needs your eyes: a word stands out, or the school is not"
                " verified.",
                "%(n)d vacancies still need your eyes: words stand out, or a school is not"
                " verified.",
                left,
            )
            self.message_user(request, told % {"n": left}, messages.WARNING)

    def has_act_permission(self, request: HttpRequest) -> bool:
        return self.may_act(request)
