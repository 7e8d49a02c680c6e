"""Where allauth meets this house: the language of a new user; mail goes through the outbox."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import translation


class AccountAdapter(DefaultAccountAdapter):
    def new_user(self, request: HttpRequest) -> Any:
        user = super().new_user(request)
        user.language = translation.get_language() or "nl"
        return user
