"""The outbox: what became of every mail and notice. A mail is read here, never edited."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin, Forms
from accounts.enums import MailState
from accounts.identity.gates import UserRequest
from accounts.models import Mail, Notice
from accounts.notifications import actions, queries

SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


@admin.register(Mail)
class MailAdmin(FactsAdmin):
    list_display = ("words", "to_address", "kind", "state", "attempts", "created_at", "sent_at")
    list_filter = ("state", "kind", "language", "created_at")
    search_fields = ("to_address", "subject", "message_id")
    template = "admin/desk/mail.html"
    steps = {"retry": "retry", "cancel": "cancel"}
    facts = (
        *("to_address", "kind", "language", "state", "attempts", "server_answer"),
        *("created_at", "next_attempt_at", "sent_at", "message_id"),
    )

    @admin.display(description=gettext_lazy("subject"), ordering="subject")
    def words(self, row: Mail) -> str:
        return self.heading(row)

    def heading(self, row: Mail) -> str:
        return row.subject or _("Not written yet: %(kind)s") % {"kind": row.kind}

    def get_urls(self) -> list[URLPattern]:
        sheet = path(
            "<int:pk>/html/",
            self.admin_site.admin_view(self.sheet),
            name="accounts_mail_html",
        )
        return [sheet, *super().get_urls()]

    def sheet(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The mail as a mail program shows it, on a page that can do nothing."""
        row = self.row_of(request, str(pk))
        response = HttpResponse("" if row.is_secret else row.html)
        response._csp_exempt = True  # type: ignore[attr-defined]
        response.headers["Content-Security-Policy"] = SANDBOX
        return response

    def more(self, request: HttpRequest, row: Mail, forms: Forms) -> dict[str, Any]:
        return {
            "notices": row.notices.select_related("recipient"),
            "may_retry": row.state in actions.ALLOWED_FROM["retry"] and not row.is_secret,
            "may_cancel": row.state in actions.ALLOWED_FROM["cancel"],
            "is_parked": row.state == MailState.PARKED,
            "health": queries.outbox_health(),
        }

    def retry(self, request: UserRequest, row: Mail) -> str:
        actions.retry(row, by=request.user)
        return _("The mail is queued again.")

    def cancel(self, request: UserRequest, row: Mail) -> str:
        actions.cancel(row, by=request.user)
        return _("The mail is cancelled and will not be sent.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError,)


@admin.register(Notice)
class NoticeAdmin(FactsAdmin):
    """What was told to whom, and where no mail was made, why not."""

    list_display = ("kind", "recipient", "category", "state", "target", "created_at", "read_at")
    list_filter = ("state", "category", "kind", "created_at")
    list_select_related = ("recipient",)
    search_fields = ("recipient__email", "recipient__name", "target", "dedupe_key")
    facts = (
        *("kind", "recipient", "institution", "category", "target", "facts"),
        *("state", "why", "mail", "created_at", "read_at", "dedupe_key"),
    )

    @admin.display(description=gettext_lazy("what that means"))
    def why(self, row: Notice) -> str:
        return queries.why_of(row)
