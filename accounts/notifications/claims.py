"""Which mails are ours to send: claimed by a conditional update, so two workers never hold one.

What never went wrong by our own fault is claimed by the hundreds, the rest one by one: a mail that
kills its worker five times takes nobody along.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail
from accounts.models.notification import MAX_ATTEMPTS
from accounts.notifications import bulk, pace, queries, receipts

BATCH: Final = 400
READ: Final = (
    *("to_address", "kind", "language", "subject", "unsubscribe_url", "is_secret", "message_id"),
    *("claim", "attempts", "deferrals", "deferred_since", "created_at"),
    *(f"recipient__{name}" for name in ("email", "name", "language", "mail_stop")),
)
"""What is read of a mail and of its reader; thousands are."""
GRACE: Final = timedelta(seconds=30)  # longer than a mail server may be silent
DIED: Final = "The worker died at every attempt"


def claim(now: datetime | None = None) -> list[Mail]:
    """Mails that are ours alone until the claim is stale; their attempt is counted already."""
    now = now or timezone.now()
    receipts.settle()
    _park_fatal(now)
    _release_lone(now)
    due, token = queries.due(now), uuid4().hex
    chosen = list(due.filter(attempts=F("deferrals")).values_list("pk", flat=True)[: _most()])
    chosen = chosen or _repeat(now)
    due.filter(pk__in=bulk.among(chosen)).order_by().update(
        state=MailState.SENDING, claim=token, claimed_at=now, attempts=F("attempts") + 1
    )
    rows = Mail.objects.filter(~queries.TAKEN, pk__in=bulk.among(chosen), claim=token)
    ours = rows.select_related("recipient").only(*READ)
    return list(ours.order_by("-is_secret", "next_attempt_at", "pk"))


def hand_back(mails: Sequence[Mail]) -> None:
    """Queue again as if never claimed."""
    if mails:
        keys = [mail.pk for mail in mails]
        ours = Mail.objects.filter(pk__in=keys, claim=mails[0].claim, state=MailState.SENDING)
        ours.update(state=MailState.QUEUED, claim="", attempts=F("attempts") - 1)


def _most() -> int:
    """No more than leaves within the pace of some seconds."""
    return min(BATCH, pace.in_a_batch() or BATCH)


def _repeat(now: datetime) -> list[int]:
    """One mail that failed before. Of a claim that grew stale the last one: if its worker lives
    after all, it works from the first, and sees at its last one that it lost them."""
    due = queries.due(now).order_by("-is_secret", "-next_attempt_at", "-pk")
    return list(due.values_list("pk", flat=True)[:1])


def _release_lone(now: datetime) -> None:
    """The last of a stale claim may be on its way this moment, where it is a clock that jumped:
    who sends it has time to note it (`notes.sent`) before it is anybody's again."""
    others = Mail.objects.filter(state=MailState.SENDING, claim=OuterRef("claim"))
    lone = _stale(now).filter(~Exists(others.exclude(pk=OuterRef("pk"))))
    lone.update(state=MailState.QUEUED, claim="", next_attempt_at=now + GRACE)


def _park_fatal(now: datetime) -> None:
    """Mails whose worker died at the last attempt are not tried again."""
    fatal = _stale(now).filter(attempts__gte=F("deferrals") + MAX_ATTEMPTS)
    fatal.update(state=MailState.PARKED, claim="", server_answer=DIED)


def _stale(now: datetime) -> QuerySet[Mail]:
    """Claimed by a worker that died; its receipts are settled, or being settled."""
    before = now - queries.CLAIM_TERM
    return Mail.objects.filter(~queries.TAKEN, state=MailState.SENDING, claimed_at__lt=before)
