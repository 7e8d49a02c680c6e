"""From notices to queued mails: at once, or in a digest. The words come when a mail is sent.

Notices are locked while they are bundled, so that two runs at a time never bundle one twice.
"""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Final, NamedTuple
from uuid import uuid4

from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from accounts.enums import Frequency, NoticeState
from accounts.models import Mail, Notice, User
from accounts.notifications import calendar, queries, share
from accounts.notifications.actions import message_id_of

PEOPLE: Final = 500
ROWS: Final = 5000
DIGESTS: Final = {
    Frequency.DAILY: calendar.daily_period,
    Frequency.WEEKLY: calendar.weekly_period,
}


class Due(NamedTuple):
    """A notice that is due, as little of it as bundling needs."""

    pk: int
    recipient_id: int
    kind: str


Label = Callable[[Due], tuple[str, str]]
"""The key and the kind of the mail that a notice belongs in."""

Sieve = Callable[[QuerySet[Notice]], QuerySet[Notice]]
"""Which of some hundreds of people's notices that are due go now."""


def make_mails() -> int:
    """Queue a mail for each person and kind with notices due at once; gives how many."""
    queries.waiting_for(Frequency.NEVER).update(state=NoticeState.NOT_WANTED)
    return _bundle_all(queries.waiting_for(Frequency.AT_ONCE), _at_once, share.within)


def make_digests(now: datetime | None = None) -> int:
    """Queue the digests that are due; gives how many. A second run, or a late one, adds nothing.

    A digest holds all that waited when its period began, however long ago the last one was. The
    daily one also takes what exceeded the share of a school in the mails at once.
    """
    made = 0
    for frequency, period_of in DIGESTS.items():
        period = period_of(now or timezone.now())
        before = calendar.start_of(period)
        had_it = Mail.objects.filter(key=_key_of(frequency, period))
        waiting = queries.waiting_for_digest(frequency).filter(created_at__lt=before)
        due = waiting.filter(~Exists(had_it))
        made += _bundle_all(due, partial(_digest, frequency, period))
    return made


def _all(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    return notices


def _at_once(notice: Due) -> tuple[str, str]:
    return f"notices:{notice.recipient_id}:{notice.kind}:{notice.pk}", notice.kind


def _digest(frequency: Frequency, period: date, notice: Due) -> tuple[str, str]:
    return f"digest:{notice.recipient_id}:{frequency.value}:{period}", f"digest_{frequency.value}"


def _key_of(frequency: Frequency, period: date) -> Concat:
    """The key of `_digest`, in SQL, for the notice's recipient."""
    recipient = Cast(OuterRef("recipient_id"), CharField())
    return Concat(Value("digest:"), recipient, Value(f":{frequency.value}:{period}"))


def _bundle_all(due: QuerySet[Notice], label: Label, sieve: Sieve = _all) -> int:
    """Some hundreds of people after the other, so that whose notices stay waiting is asked once."""
    made = 0
    waiting = due.order_by("recipient").values_list("recipient", flat=True).distinct()
    people = list(waiting[:PEOPLE])
    while people:
        made += _bundle(sieve(due.filter(recipient__in=people)), label)
        people = list(waiting.filter(recipient__gt=people[-1])[:PEOPLE])
    return made


@transaction.atomic
def _bundle(due: QuerySet[Notice], label: Label) -> int:
    """Put due notices in mails, all or none; gives how many mails."""
    locked = due.select_for_update(skip_locked=True, of=("self",))
    rows = [Due(*row) for row in locked.order_by("pk").values_list("pk", "recipient_id", "kind")]
    users = User.objects.filter(is_active=True).in_bulk({row.recipient_id for row in rows})
    _drop([row.pk for row in rows if row.recipient_id not in users])
    batch = uuid4().hex
    mails: dict[tuple[int, str], Mail] = {}
    for row in rows:
        key, kind = label(row)
        user = users.get(row.recipient_id)
        if user and (user.pk, kind) not in mails:
            mails[user.pk, kind] = _mail(user, key, kind, batch)
    Mail.objects.bulk_create(mails.values(), batch_size=PEOPLE)
    _link([row.pk for row in rows if row.recipient_id in users], batch)
    return len(mails)


def _mail(user: User, key: str, kind: str, batch: str) -> Mail:
    return Mail(
        key=key,
        recipient=user,
        to_address=user.email,
        kind=kind,
        language=user.language,
        message_id=message_id_of(key),
        claim=batch,
    )


def _drop(notices: list[int]) -> None:
    if notices:
        Notice.objects.filter(pk__in=notices).update(state=NoticeState.NOT_WANTED)


def _link(notices: list[int], batch: str) -> None:
    """Each notice to the mail of this batch for its person: of its kind, or the digest."""
    own = Mail.objects.filter(claim=batch, recipient=OuterRef("recipient"))
    own = own.filter(kind=OuterRef("kind")) | own.filter(kind__startswith="digest_")
    for start in range(0, len(notices), ROWS):
        chunk = Notice.objects.filter(pk__in=notices[start : start + ROWS])
        chunk.update(state=NoticeState.MAILED, mail=Subquery(own.values("pk")[:1]))
