"""Who fits: to answer questions, never to change."""

from typing import Any, Final
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from accounts.admin.base import FactsAdmin, Forms
from accounts.audit import actions as audit
from accounts.models import Professional
from accounts.notifications.kind_words import named
from portal.kit.forms import sent_in
from vacancies.admin.forms import PairForm
from vacancies.matching import heard, queries, rows
from vacancies.matching.events import Reader
from vacancies.matching.ledger import ledger_of
from vacancies.models import Match, Vacancy

ASK: Final = "vacancies_match_ask"
PAIR: Final = "vacancies_match_pair"


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

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("waarom/", self.admin_site.admin_view(self.ask_view), name=ASK),
            path(
                "waarom/<str:code>/<uuid:public_id>/",
                self.admin_site.admin_view(self.pair_view),
                name=PAIR,
            ),
        ]
        return [*own, *super().get_urls()]

    def heading(self, row: Match) -> str:
        return f"{row.vacancy}, {row.professional}"

    def more(self, request: HttpRequest, row: Match, forms: Forms) -> dict[str, Any]:
        explanation = queries.explain(row.vacancy, row.professional)
        return {
            "explanation": explanation,
            "reasons": [reason.for_hr for reason in explanation.reasons],
        }

    def ask_view(self, request: HttpRequest) -> HttpResponse:
        """Of which vacancy and which person; sent, so that no mail address is in an address."""
        self._may_look(request)
        form = PairForm(sent_in(request))
        if request.method == "POST" and form.is_valid():
            code = form.cleaned_data["vacancy"].code
            return redirect(f"admin:{PAIR}", code, form.cleaned_data["person"].public_id)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Why, or why not?"),
            "list_url": reverse(self.named("changelist")),
            "form": form,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/desk/pair_ask.html", context)

    def pair_view(self, request: HttpRequest, code: str, public_id: UUID) -> HttpResponse:
        """Everything about one pair, matched or not. That a moderator looked stays on record."""
        self._may_look(request)
        vacancy = get_object_or_404(Vacancy.objects.select_related("institution"), code=code)
        people = Professional.objects.select_related("user")
        person = get_object_or_404(people, public_id=public_id)
        audit.record("profile.opened_by_moderator", person, by=request.user)  # type: ignore[arg-type]
        explanation = queries.explain(vacancy, person)
        match = queries.match_of(vacancy, person)
        context = {
            "vacancy": vacancy,
            "person": person,
            "match": match,
            "notices": named(heard.notices_of(person, match)) if match else [],
            "explanation": explanation,
            "groups": rows.groups(explanation, for_hr=True),
            "lines": rows.score_lines(explanation),
            "ledger": ledger_of(vacancy, person, explanation, reader=Reader.DESK),
        }
        pair = Match(vacancy=vacancy, professional=person)
        return self.page(request, "admin/desk/pair.html", pair, context)

    def _may_look(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied
