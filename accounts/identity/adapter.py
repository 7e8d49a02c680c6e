"""Where allauth meets this house: the language of a new user; mail goes through the outbox."""

from typing import Any
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import translation

from accounts.identity.letters import is_secret, letter_for
from accounts.models import User
from accounts.notifications.actions import post


class AccountAdapter(DefaultAccountAdapter):
    def new_user(self, request: HttpRequest) -> Any:
        user = super().new_user(request)
        user.language = translation.get_language() or "nl"
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A row in the outbox; with the mail server down the page still answers."""
        user = context.get("user")
        kind = template_prefix.rpartition("/")[2]
        post(
            letter_for(template_prefix, {"email": email, **context}),
            kind=kind,
            key=f"account:{kind}:{uuid4().hex}",
            to=email,
            language=translation.get_language() or "nl",
            recipient=user if isinstance(user, User) and user.pk else None,
            secret=is_secret(template_prefix),
        )
