from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.admin.base import FactsAdmin
from accounts.identity.gates import UserRequest
from accounts.models import Invitation, Membership
from accounts.organisations import actions, queries


@admin.register(Membership)
class MembershipAdmin(FactsAdmin):
    """Colleagues of schools; who waits can be let in where no owner answers."""

    list_display = ("user", "institution", "role", "status", "created_at")
    list_filter = ("status", "role")
    list_select_related = ("user", "institution")
    search_fields = ("user__name", "user__email", "institution__name")
    ordering = ("-created_at", "-pk")
    template = "admin/desk/membership.html"
    steps = {"approve": "approve", "end": "end"}
    facts = ("user", "address", "own_domain", "institution", "role", "status", "created_at")

    @admin.display(description=gettext_lazy("e-mail address"))
    def address(self, row: Membership) -> str:
        return row.user.email

    @admin.display(description=gettext_lazy("address at a domain of the school"))
    def own_domain(self, row: Membership) -> str:
        return _("yes") if queries.has_own_domain(row.institution, row.user.email) else _("no")

    def approve(self, request: UserRequest, row: Membership) -> str:
        actions.approve_member(row, by=request.user)
        return _("%(name)s is a colleague now and gets a message.") % {"name": row.user}

    def end(self, request: UserRequest, row: Membership) -> str:
        actions.end_member(row, by=request.user)
        return _("%(name)s is no longer a colleague.") % {"name": row.user}

    def refusals(self) -> tuple[type[Exception], ...]:
        return (actions.RefusedError,)


@admin.register(Invitation)
class InvitationAdmin(FactsAdmin):
    list_display = ("email", "institution", "role", "created_at", "expires_at", "accepted_at")
    list_select_related = ("institution",)
    search_fields = ("email", "institution__name")
    facts = (
        *("email", "institution", "role", "invited_by", "created_at", "expires_at"),
        *("accepted_at", "revoked_at"),
    )
