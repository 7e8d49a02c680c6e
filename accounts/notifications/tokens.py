"""The signed token in a mail with which one may stop that mail, without signing in."""

from collections.abc import Iterable
from typing import Final

from django.core import signing

from accounts.enums import Category

SALT: Final = "accounts.notifications.unsubscribe"


def token_for(user_id: int, categories: Iterable[str]) -> str:
    """The same for ever for the same person and categories, so that old mails keep working."""
    return signing.Signer(salt=SALT).sign_object([user_id, sorted(categories)])


def read(token: str) -> tuple[int, list[Category]]:
    """The user's id and the categories of a token. Raises `signing.BadSignature` if it is not ours."""
    user_id, categories = signing.Signer(salt=SALT).unsign_object(token)
    return user_id, [Category(category) for category in categories]
