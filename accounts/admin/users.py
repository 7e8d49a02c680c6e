from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.admin.base import FactsAdmin, Forms
from accounts.identity import actions, queries
from accounts.identity.gates import UserRequest
from accounts.models import User
from accounts.notifications.queries import inbox

LATEST = 20


@admin.register(User)
class UserAdmin(FactsAdmin):
    """Who signs in. Personal data is the person's own: it is read here, never changed."""

    list_display = ("email", "name", "language", "is_active", "is_staff", "joined_at")
    list_filter = ("is_active", "is_staff", "language")
    search_fields = ("email", "name")
    template = "admin/desk/user.html"
    steps = {"deactivate": "deactivate", "reactivate": "reactivate"}
    facts = (
        *("email", "name", "language", "is_active", "is_staff", "is_superuser"),
        *("confirmed_at", "joined_at", "last_login"),
    )

    def more(self, request: HttpRequest, row: User, forms: Forms) -> dict[str, Any]:
        return {
            "professional": queries.professional_of(row),
            "membership": queries.membership_of(row),
            "notices": inbox(row)[:LATEST],
            "is_self": row == request.user,
        }

    def deactivate(self, request: UserRequest, row: User) -> str:
        actions.deactivate(row, by=request.user)
        return _("The account is switched off. Nobody finds this person any more.")

    def reactivate(self, request: UserRequest, row: User) -> str:
        actions.reactivate(row, by=request.user)
        return _("The account is switched on again.")

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError,)
