"""The signed token in a mail with which one may stop that mail, without signing in."""

from collections.abc import Iterable
from typing import Final

from django.core.signing import BadSignature

from accounts.enums import Category
from portal.kit.tokens import signed, unsigned

SALT: Final = "accounts.notifications.unsubscribe"
BETWEEN: Final = "-"
OF: Final = "_"

About = tuple[Category, int | None]
"""Mail of a category, as a colleague of the institution with this id, or in all other cases."""


def token_for(user_id: int, abouts: Iterable[About]) -> str:
    """The same for ever for the same person and mail, so that old mails keep working."""
    parts = [f"{category}{OF}{of}" if of else str(category) for category, of in abouts]
    return signed(BETWEEN.join([str(user_id), *sorted(parts)]), salt=SALT)


def read(token: str) -> tuple[int, list[About]]:
    """The user's id and what is to stop. Raises `signing.BadSignature` if it is not ours."""
    try:
        user_id, *parts = unsigned(token, salt=SALT).split(BETWEEN)
        return int(user_id), [_about(part) for part in parts]
    except ValueError as error:
        raise BadSignature from error


def _about(part: str) -> About:
    category, _of, institution = part.partition(OF)
    return Category(category), int(institution) if institution else None
