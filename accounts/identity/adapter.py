"""Where allauth meets this house: mail through the outbox, confirmation noted, language kept."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.http import HttpRequest
from django.utils import timezone, translation

from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):
    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Note the moment on the user as well: only confirmed people are matched."""
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            User.objects.filter(pk=email_address.user_id, confirmed_at__isnull=True).update(
                confirmed_at=timezone.now()
            )
        return confirmed

    def new_user(self, request: HttpRequest) -> Any:
        user = super().new_user(request)
        user.language = translation.get_language() or "nl"
        return user
