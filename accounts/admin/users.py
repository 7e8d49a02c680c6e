from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.admin.base import FactsAdmin, Forms
from accounts.admin.filters import MailStopFilter
from accounts.identity import actions, queries
from accounts.identity.gates import UserRequest
from accounts.models import User
from accounts.notifications import stops
from accounts.notifications.kind_words import named
from accounts.notifications.queries import inbox

LATEST = 20


@admin.register(User)
class UserAdmin(FactsAdmin):
    """Who signs in. Personal data is the person's own: it is read here, never changed."""

    list_display = ("email", "name", "language", "is_active", "is_staff", "joined_at")
    list_filter = ("is_active", "is_staff", MailStopFilter, "language")
    search_fields = ("email", "name")
    template = "admin/desk/user.html"
    steps = {
        "deactivate": "deactivate",
        "reactivate": "reactivate",
        "resume_mail": "resume_mail",
    }
    facts = (
        *("email", "name", "language", "is_active", "is_staff", "is_superuser"),
        *("confirmed_at", "joined_at", "last_login", "mail_stop", "mail_stopped_at"),
    )

    def more(self, request: HttpRequest, row: User, forms: Forms) -> dict[str, Any]:
        return {
            "professional": queries.professional_of(row),
            "membership": queries.membership_of(row),
            "notices": named(inbox(row)[:LATEST]),
            "is_self": row == request.user,
        }

    def deactivate(self, request: UserRequest, row: User) -> str:
        actions.deactivate(row, by=request.user)
        return _("The account is switched off. Nobody finds this person any more.")

    def reactivate(self, request: UserRequest, row: User) -> str:
        actions.reactivate(row, by=request.user)
        return _("The account is switched on again.")

    def resume_mail(self, request: UserRequest, row: User) -> str:
        stops.resume_mail(row, by=request.user)
        return _("Mail goes to this address again, also what could not go and was not read.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError,)
