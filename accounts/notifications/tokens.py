"""The signed token in a mail with which one may stop that mail, without signing in."""

from collections.abc import Iterable
from typing import Final

from django.core import signing

from accounts.enums import Category

SALT: Final = "accounts.notifications.unsubscribe"


About = tuple[Category, int | None]
"""Mail of a category, as a colleague of the institution with this id, or in all other cases."""


def token_for(user_id: int, abouts: Iterable[About]) -> str:
    """The same for ever for the same person and mail, so that old mails keep working."""
    parts = [category.value if of is None else [category.value, of] for category, of in abouts]
    return signing.Signer(salt=SALT).sign_object([user_id, sorted(parts, key=str)])


def read(token: str) -> tuple[int, list[About]]:
    """The user's id and what is to stop. Raises `signing.BadSignature` if it is not ours."""
    user_id, parts = signing.Signer(salt=SALT).unsign_object(token)
    abouts = [(part, None) if isinstance(part, str) else part for part in parts]
    return user_id, [(Category(category), of) for category, of in abouts]
