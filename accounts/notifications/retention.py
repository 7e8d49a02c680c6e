"""How long the words of mails are kept: thirty days, then only the fact that there was one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail, MailWords

KEPT: Final = timedelta(days=30)
ENDED: Final = (MailState.SENT, MailState.RETURNED, MailState.PARKED, MailState.CANCELLED)
BATCH: Final = 1000
WORDLESS: Final = {"subject": "", "unsubscribe_url": ""}


def forget_words(now: datetime | None = None) -> int:
    """Wipe what mails said that ended more than thirty days ago; how many. Twice is as good as once.

    To whom, of what kind, when, and what the mail server answered stays; so do notices.
    """
    forgotten, last = 0, 0
    rows = _ended_before((now or timezone.now()) - KEPT).order_by("pk")
    while keys := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        forgotten += _forget(keys)
        last = keys[-1]
    return forgotten


@transaction.atomic
def _forget(keys: Sequence[int]) -> int:
    still = Mail.objects.filter(pk__in=keys, state__in=ENDED).select_for_update()
    ended = list(still.order_by("pk").values_list("pk", flat=True))
    MailWords.objects.filter(pk__in=ended).delete()
    return Mail.objects.filter(pk__in=ended).update(**WORDLESS)


def has_words(mail: Mail) -> bool:
    """Whether it can be read; one made of notices gets words when it is sent."""
    return hasattr(mail, "words")


def is_forgotten(mail: Mail) -> bool:
    """Whether this mail had words once."""
    return not has_words(mail) and mail.state in (MailState.SENT, MailState.RETURNED)


def _ended_before(moment: datetime) -> QuerySet[Mail]:
    """Mails that still have words. What was never sent ended at its last attempt, if it had one."""
    ended = Mail.objects.filter(~Q(subject="") | Q(words__isnull=False), state__in=ENDED)
    return ended.alias(ended_at=Coalesce("sent_at", "claimed_at", "created_at")).filter(
        ended_at__lt=moment
    )
