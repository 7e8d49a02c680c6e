from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from accounts.enums import Category, Frequency, MailState, NoticeState
from accounts.models import Mail, Membership, Notice, NoticePreference, User
from accounts.notifications import share, tokens

DEFAULTS: Final = {
    Category.MATCH: Frequency.DAILY,
    Category.ANSWER: Frequency.AT_ONCE,
    Category.VACANCY: Frequency.AT_ONCE,
    Category.PAPERS: Frequency.AT_ONCE,
    Category.ACCOUNT: Frequency.AT_ONCE,
    Category.NEWS: Frequency.NEVER,
}
CLAIM_TERM: Final = timedelta(minutes=5)
"""After so long a claim is stale: the worker that held it died."""

Chosen = dict[tuple[int, str], NoticePreference]


@dataclass(frozen=True)
class OutboxHealth:
    """The outbox at a glance: mails by state, notices that wait, and how late we are."""

    mails: dict[str, int]
    notices_waiting: int
    oldest_unsent_s: int


# What somebody wants


def frequency_of(user: User, category: Category) -> Frequency:
    """How often this person wants mail of this category."""
    return frequencies_of(user)[category]


def frequencies_of(user: User) -> dict[Category, Frequency]:
    """How often this person wants mail, for every category."""
    rows = NoticePreference.objects.filter(user=user).values_list("category", "frequency")
    return DEFAULTS | {Category(category): Frequency(frequency) for category, frequency in rows}


def chosen_by(user_ids: Collection[int]) -> Chosen:
    """What these people chose themselves, by user and category."""
    rows = NoticePreference.objects.filter(user__in=user_ids)
    return {(row.user_id, row.category): row for row in rows}


def works_for_a_school(user: User) -> bool:
    """Whether this person is a colleague of an institution."""
    return Membership.objects.active().filter(user=user).exists()


def reader_of(token: str) -> User | None:
    """Whose mail carried this token. Raises `signing.BadSignature`, ValueError for what is not ours."""
    return User.objects.filter(pk=tokens.read(token)[0]).first()


def comes_often(user: User, categories: Iterable[Category]) -> bool:
    """Whether mail of one of these categories comes more than once a week."""
    often = {Frequency.AT_ONCE, Frequency.DAILY}
    frequencies = frequencies_of(user)
    return any(frequencies[category] in often for category in categories)


def still_coming(user: User) -> list[tuple[Category, Frequency]]:
    """The mail that this person still gets, and how often."""
    frequencies = frequencies_of(user)
    del frequencies[Category.PAPERS if works_for_a_school(user) else Category.VACANCY]
    return [pair for pair in frequencies.items() if pair[1] != Frequency.NEVER]


# Notices


def inbox(user: User) -> QuerySet[Notice]:
    """What this person was told, the latest first."""
    return Notice.objects.filter(recipient=user).exclude(state=NoticeState.WITHDRAWN)


def unread_count(user: User) -> int:
    """How many notices this person has not opened."""
    return inbox(user).filter(read_at=None).count()


def waiting_for(frequency: Frequency) -> QuerySet[Notice]:
    """Notices not mailed yet, whose reader wants mail of their category this often."""
    wanted = Q()
    for category, default in DEFAULTS.items():
        chosen = NoticePreference.objects.filter(category=category)
        if default == frequency:
            others = chosen.exclude(frequency=frequency).values("user")
            wanted |= Q(category=category) & ~Q(recipient__in=others)
        else:
            those = chosen.filter(frequency=frequency).values("user")
            wanted |= Q(category=category, recipient__in=those)
    return Notice.objects.filter(wanted, state=NoticeState.WAITING)


def waiting_for_digest(frequency: Frequency) -> QuerySet[Notice]:
    """What the digest of this frequency takes: the daily one also what was too much at once."""
    waiting = waiting_for(frequency)
    if frequency != Frequency.DAILY:
        return waiting
    beyond = share.beyond(waiting_for(Frequency.AT_ONCE)).values("pk")
    return Notice.objects.filter(Q(pk__in=waiting.values("pk")) | Q(pk__in=beyond))


def why_of(notice: Notice) -> str:
    """Why a notice is in a mail, or why not, for a moderator who is asked."""
    if notice.state == NoticeState.WITHDRAWN:
        return gettext("What it told was no longer true when the mail was made.")
    if notice.state == NoticeState.NOT_WANTED:
        return gettext("This person wants no mail about this. It is in the inbox on the site.")
    if notice.state == NoticeState.MAILED:
        return gettext("It went out in the mail below.")
    if not notice.recipient.is_active:
        return gettext("The account is switched off: no mail is made.")
    frequency = frequency_of(notice.recipient, Category(notice.category))
    if frequency == Frequency.AT_ONCE and share.is_beyond(notice):
        return gettext(
            "Waits for the next daily mail: enough came at once of this school that day."
        )
    return gettext("Waits for the next mail. This person chose: %(frequency)s.") % {
        "frequency": frequency.label
    }


# Mails


def due(now: datetime) -> QuerySet[Mail]:
    """Mails to send now: queued ones, and those of a worker that died. Codes go first."""
    queued = Q(state=MailState.QUEUED, next_attempt_at__lte=now)
    stale = Q(state=MailState.SENDING, claimed_at__lt=now - CLAIM_TERM)
    return Mail.objects.filter(queued | stale).order_by("-is_secret", "next_attempt_at", "pk")


def worded_mails() -> QuerySet[Mail]:
    """Mails that have words: one made of notices gets them when it is sent."""
    return Mail.objects.exclude(text="")


def latest_mails(count: int) -> QuerySet[Mail]:
    """The last mails that can be read."""
    return worded_mails().order_by("-created_at", "-pk")[:count]


def oldest_unsent_s() -> int:
    """How many seconds the latest mail, or notice due at once, is late; 0 when none is."""
    now = timezone.now()
    unsent = Mail.objects.filter(
        state__in=[MailState.QUEUED, MailState.SENDING], next_attempt_at__lte=now
    )
    mail = unsent.order_by("next_attempt_at").values_list("next_attempt_at", flat=True).first()
    at_once = share.within(waiting_for(Frequency.AT_ONCE)).order_by("created_at")
    notice = at_once.values_list("created_at", flat=True).first()
    late = [int((now - moment).total_seconds()) for moment in (mail, notice) if moment]
    return max(late, default=0)


def outbox_health() -> OutboxHealth:
    """Mails by state, notices that wait for a mail, and the age of the oldest unsent one."""
    counts = Mail.objects.order_by().values_list("state").annotate(number=Count("pk"))
    return OutboxHealth(
        mails=dict.fromkeys(MailState.values, 0) | dict(counts),
        notices_waiting=Notice.objects.filter(state=NoticeState.WAITING).count(),
        oldest_unsent_s=oldest_unsent_s(),
    )
