"""The rows of a run: people to tell, and what the site still has to do.

Needs Django set up. A question is asked again while the database is away.
"""

import time
from collections.abc import Callable
from typing import Final, TypeVar

from django.db import DatabaseError, InterfaceError, close_old_connections, connection
from django.utils import timezone

from accounts.enums import MailState, NoticeState
from accounts.models import Mail, Notice, User

Answer = TypeVar("Answer")
PATIENCE_S: Final = 60
CHUNK: Final = 2_000


def patiently(question: Callable[[], Answer]) -> Answer:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            close_old_connections()
            return question()
        except (DatabaseError, InterfaceError):
            connection.close()
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def people(count: int, prefix: str = "person-") -> int:
    """So many people, half of them reading English; gives the id of the first."""
    rows = [
        User(
            email=f"{prefix}{number}@faults.example",
            name=f"Person {number}",
            language="nl" if number % 2 else "en",
            password="!",
            confirmed_at=timezone.now(),
        )
        for number in range(count)
    ]
    User.objects.bulk_create(rows, batch_size=CHUNK)
    first = User.objects.filter(email=f"{prefix}0@faults.example").values_list("pk", flat=True)
    return int(first[0])


def moderator() -> User:
    return User.objects.create_superuser("mo@faults.example", name="Mo", language="en")


def unfinished() -> int:
    """Notices without a mail, and mails that are neither sent nor given up."""
    open_states = [MailState.QUEUED, MailState.SENDING]
    return patiently(
        lambda: (
            Notice.objects.filter(state=NoticeState.WAITING).count()
            + Mail.objects.filter(state__in=open_states).count()
        )
    )


def let_time_pass() -> None:
    """What waits for a next attempt is due now, as if the hours between had passed."""
    waiting = Mail.objects.filter(state=MailState.QUEUED)
    patiently(lambda: waiting.update(next_attempt_at=timezone.now()))


def parked() -> list[Mail]:
    return patiently(lambda: list(Mail.objects.filter(state=MailState.PARKED).order_by("pk")))


def states() -> str:
    """Where mails and notices stand, for a report of what went wrong."""
    count = {
        str(state): Mail.objects.filter(state=state).count()
        for state in MailState
        if Mail.objects.filter(state=state).exists()
    }
    waiting = Notice.objects.filter(state=NoticeState.WAITING).count()
    return f"mails {count}, notices waiting {waiting}"
