"""The outbox: what became of every mail and notice. A mail is read here, never edited."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.admin.base import FactsAdmin, Forms
from accounts.admin.filters import AgeFilter, KindFilter
from accounts.enums import MailState
from accounts.identity.gates import UserRequest
from accounts.models import Mail, Notice
from accounts.notifications import actions, kind_words, many, queries, retention
from portal.kit import day_words

SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
AT_ONCE: Final = 1000
SHOWN: Final = 20


def _short(at: datetime | None) -> str:
    """A moment without its year: the list has six columns."""
    return f"{date_format(localtime(at), 'j N')}, {day_words.clock(at)}" if at else "–"


@admin.register(Mail)
class MailAdmin(FactsAdmin):
    actions = ("retry_chosen", "cancel_chosen")
    list_display = ("title", "to_address", "about", "state", "made_at", "left_at")
    list_filter = ("state", KindFilter, AgeFilter, "language")
    search_fields = ("to_address", "subject", "message_id")
    change_list_template = "admin/desk/mail_list.html"
    template = "admin/desk/mail.html"
    steps = {"retry": "retry", "cancel": "cancel"}
    facts = (
        *("to_address", "recipient", "about", "language", "state", "attempts", "deferrals"),
        *("deferred_since", "server_answer"),
        *("created_at", "next_attempt_at", "sent_at", "message_id"),
    )

    @admin.display(description=gettext_lazy("subject"), ordering="subject")
    def title(self, row: Mail) -> str:
        return self.heading(row)

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def about(self, row: Mail) -> str:
        return kind_words.name_of(row.kind)

    @admin.display(description=gettext_lazy("made at"), ordering="created_at")
    def made_at(self, row: Mail) -> str:
        return _short(row.created_at)

    @admin.display(description=gettext_lazy("sent at"), ordering="sent_at")
    def left_at(self, row: Mail) -> str:
        return _short(row.sent_at)

    def heading(self, row: Mail) -> str:
        kind = kind_words.name_of(row.kind)
        if retention.is_forgotten(row):
            return kind
        return row.subject or _("Not written yet: %(kind)s") % {"kind": kind}

    def get_urls(self) -> list[URLPattern]:
        sheet = path(
            "<int:pk>/html/",
            self.admin_site.admin_view(self.sheet),
            name="accounts_mail_html",
        )
        return [sheet, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mail]:
        rows: QuerySet[Mail] = super().get_queryset(request)
        return rows.select_related("words").defer("words__text", "words__html", "words__calendars")

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if request.method == "POST":
            return super().changelist_view(request, extra_context)
        health = queries.outbox_health()
        counts = [
            (state.label, health.mails[state], f"?state__exact={state.value}")
            for state in MailState
        ]
        counted = {"counts": counts, "outbox": health}
        return super().changelist_view(request, {**counted, **(extra_context or {})})

    def sheet(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The mail as a mail program shows it, on a page that can do nothing."""
        row = self.row_of(request, str(pk))
        response = HttpResponse(
            "" if row.is_secret or not retention.has_words(row) else row.words.html
        )
        response._csp_exempt = True  # type: ignore[attr-defined]
        response.headers["Content-Security-Policy"] = SANDBOX
        return response

    def more(self, request: HttpRequest, row: Mail, forms: Forms) -> dict[str, Any]:
        return {
            "notices": kind_words.named(row.notices.all()),
            "may_retry": row.state in actions.ALLOWED_FROM["retry"] and not row.is_secret,
            "may_cancel": row.state in actions.ALLOWED_FROM["cancel"],
            "is_parked": row.state == MailState.PARKED,
            "is_forgotten": retention.is_forgotten(row),
        }

    def retry(self, request: UserRequest, row: Mail) -> str:
        actions.retry(row, by=request.user)
        return _("The mail is queued again.")

    def cancel(self, request: UserRequest, row: Mail) -> str:
        actions.cancel(row, by=request.user)
        return _("The mail is cancelled and will not be sent.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError,)

    @admin.action(description=gettext_lazy("Send the chosen mails again"), permissions=["act"])
    def retry_chosen(self, request: HttpRequest, chosen: QuerySet[Mail]) -> HttpResponse | None:
        return self._step_for_many(request, chosen, "retry_chosen", many.retry_many)

    @admin.action(description=gettext_lazy("Do not send the chosen mails"), permissions=["act"])
    def cancel_chosen(self, request: HttpRequest, chosen: QuerySet[Mail]) -> HttpResponse | None:
        return self._step_for_many(request, chosen, "cancel_chosen", many.cancel_many)

    def has_act_permission(self, request: HttpRequest) -> bool:
        return self.may_act(request)

    def _step_for_many(
        self,
        request: HttpRequest,
        chosen: QuerySet[Mail],
        step: str,
        take: Callable[..., tuple[int, int]],
    ) -> HttpResponse | None:
        """Ask first, showing what it is about; then do it and say what could not be done."""
        mails = list(chosen[:AT_ONCE])
        if "confirmed" not in request.POST:
            return self._ask(request, mails, step)
        done, left = take(mails, by=request.user)
        if done:
            told = ngettext("%(n)d mail: done.", "%(n)d mails: done.", done) % {"n": done}
            self.message_user(request, told, messages.SUCCESS)
        if left:
            told = ngettext(
                "%(n)d mail is not in a state in which that can be done, or holds a code.",
                "%(n)d mails are not in a state in which that can be done, or hold a code.",
                left,
            )
            self.message_user(request, told % {"n": left}, messages.WARNING)
        return None

    def _ask(self, request: HttpRequest, mails: list[Mail], step: str) -> HttpResponse:
        number = {"n": len(mails)}
        if step == "retry_chosen":
            question = ngettext("Send %(n)d mail again?", "Send %(n)d mails again?", len(mails))
        else:
            question = ngettext("Do not send %(n)d mail?", "Do not send %(n)d mails?", len(mails))
        context = {
            "title": question % number,
            "mails": [(mail, self.heading(mail)) for mail in mails[:SHOWN]],
            "more": max(len(mails) - SHOWN, 0),
            "keys": [mail.pk for mail in mails],
            "step": step,
            "is_stop": step == "cancel_chosen",
            "back": reverse(self.named("changelist")),
        }
        return self.page(request, "admin/desk/mail_confirm.html", Mail(), context)


@admin.register(Notice)
class NoticeAdmin(FactsAdmin):
    """What was told to whom, and where no mail was made, why not."""

    list_display = ("about", "recipient", "category", "state", "rhythm", "due_at", "created_at")
    list_filter = ("state", "rhythm", "category", KindFilter, AgeFilter)
    list_select_related = ("recipient",)
    search_fields = ("recipient__email", "recipient__name", "target", "dedupe_key")
    facts = (
        *("about", "recipient", "institution", "category", "target", "facts_told"),
        *("state", "rhythm", "due_at", "why", "mail", "created_at", "read_at", "dedupe_key"),
    )

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def about(self, row: Notice) -> str:
        return kind_words.name_of(row.kind)

    @admin.display(description=gettext_lazy("what that means"))
    def why(self, row: Notice) -> str:
        return queries.why_of(row)

    @admin.display(description=gettext_lazy("numbers"))
    def facts_told(self, row: Notice) -> str:
        return ", ".join(f"{name} {value}" for name, value in row.facts.items())

    def heading(self, row: Notice) -> str:
        return kind_words.name_of(row.kind)
