"""The signed token of a private calendar: who and which serial, nothing else."""

from typing import Final

from django.core import signing

from vacancies.models import CalendarFeed

SALT: Final = "vacancies.meetings.feed"


def token_of(feed: CalendarFeed) -> str:
    """The same until the address is renewed."""
    return signing.Signer(salt=SALT).sign_object([feed.pk, feed.serial])


def read(token: str) -> tuple[int, int]:
    """The user's id and the serial. Raises `signing.BadSignature` if it is not ours."""
    user_id, serial = signing.Signer(salt=SALT).unsign_object(token)
    return user_id, serial
