"""How mail goes: what left by the hour, what came back and why, what waits, who is stopped."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import TruncHour
from django.utils import timezone

from accounts.enums import Frequency, MailState, MailStop, NoticeState
from accounts.models import Mail, MailPace, Notice, User
from accounts.notifications import delivery
from accounts.notifications.calendar import ZONE

HOURS: Final = 24
DAY: Final = timedelta(days=1)
LISTED: Final = 1000
CODE: Final = re.compile(r"^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?")


@dataclass(frozen=True)
class Hour:
    """What left in an hour; `share` is of the busiest one, in percent."""

    began_at: datetime
    sent: int
    share: int

    @property
    def top(self) -> int:
        """Where its bar begins in a drawing with the ground at 119."""
        return 119 - self.share


@dataclass(frozen=True)
class Trouble:
    """Mails of the last day that did not arrive, by state and the beginning of the answer."""

    state: MailState
    reason: str
    number: int


@dataclass(frozen=True)
class Waiting:
    """Notices that wait: with which mail, and when the first of those goes."""

    rhythm: str
    number: int
    first_at: datetime | None

    @property
    def label(self) -> str:
        return str(Frequency(self.rhythm).label) if self.rhythm else ""


@dataclass(frozen=True)
class Line:
    """The line to the mail server: whether it rests, and how fast it may go (0: no limit)."""

    is_paused: bool
    is_suspect: bool
    per_second: int
    free_at: datetime | None


def by_hour(now: datetime | None = None) -> list[Hour]:
    """What left in each of the last 24 hours, the oldest first.

    Summed in UTC: in the night in which the clock goes back an hour of Amsterdam comes twice.
    """
    last = (now or timezone.now()).astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    began = [last - timedelta(hours=hours) for hours in range(HOURS - 1, -1, -1)]
    rows = Mail.objects.filter(sent_at__gte=began[0]).order_by()
    hours = rows.annotate(hour=TruncHour("sent_at", tzinfo=UTC)).values_list("hour")
    sent = dict(hours.annotate(number=Count("pk")))
    most = max(sent.values(), default=1)
    return [
        Hour(hour.astimezone(ZONE), sent.get(hour, 0), round(100 * sent.get(hour, 0) / most))
        for hour in began
    ]


def trouble(now: datetime | None = None) -> list[Trouble]:
    """What did not arrive in the last day, the most frequent first."""
    since = (now or timezone.now()) - DAY
    parked = Q(state=MailState.PARKED, claimed_at__gte=since)
    rows = Mail.objects.filter(parked | Q(state=MailState.RETURNED, sent_at__gte=since))
    told = rows.order_by("-pk").values_list("state", "server_answer")[:LISTED]
    counted = Counter((state, reason_of(answer)) for state, answer in told)
    return [
        Trouble(MailState(state), reason, number)
        for (state, reason), number in counted.most_common()
    ]


def reason_of(answer: str) -> str:
    """The beginning of an answer: its codes, or the class of an error; never an address."""
    found = CODE.match(answer)
    if found:
        return found[0]
    head = answer.partition(":")[0].strip()
    return head if head and "@" not in head else ""


def waiting() -> list[Waiting]:
    """Notices that wait for a mail, by its rhythm; without one they still have to be planned."""
    rows = Notice.objects.filter(state=NoticeState.WAITING).order_by()
    counted = rows.values_list("rhythm").annotate(number=Count("pk"), first=Min("due_at"))
    order = ["", *Frequency.values]
    return sorted(
        (Waiting(rhythm, number, first) for rhythm, number, first in counted),
        key=lambda row: order.index(row.rhythm),
    )


def line() -> Line:
    """How the line to the mail server is."""
    free_at = MailPace.objects.values_list("free_at", flat=True).first()
    return Line(
        is_paused=bool(cache.get(delivery.UNREACHABLE)),
        is_suspect=bool(cache.get(delivery.SUSPECT)),
        per_second=settings.MAIL_PER_SECOND,
        free_at=free_at if free_at and free_at > timezone.now() else None,
    )


def stopped() -> QuerySet[User]:
    """People whose address takes no mail, the latest first."""
    return User.objects.filter(mail_stopped_at__isnull=False).order_by("-mail_stopped_at", "pk")


def stops() -> Sequence[tuple[MailStop, int]]:
    """How many addresses take no mail, by reason."""
    counted = dict(stopped().order_by().values_list("mail_stop").annotate(number=Count("pk")))
    return [(reason, counted[reason]) for reason in MailStop if counted.get(reason)]
