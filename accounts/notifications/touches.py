"""Signs that somebody still reads what we mail: kept at most once a day for each person."""

from datetime import timedelta
from typing import Final

from django.utils import timezone

from accounts.models import MailRhythm, User

A_DAY: Final = timedelta(days=1)


def touch(user: User) -> None:
    """This person did something that shows the alerts are wanted."""
    now = timezone.now()
    if MailRhythm.objects.filter(user=user, touched_at__gt=now - A_DAY).exists():
        return
    MailRhythm.objects.update_or_create(user=user, defaults={"touched_at": now})
