from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from accounts.enums import Category, Frequency, MailState, NoticeState
from accounts.models import (
    Institution,
    Mail,
    MailReceipt,
    MailRhythm,
    Membership,
    Notice,
    Professional,
    User,
)
from accounts.notifications import calendar, tokens, wishes
from accounts.notifications.planning import Wish
from portal.kit import day_words

CLAIM_TERM: Final = timedelta(minutes=5)
"""After so long a claim is stale: the worker that held it died."""
TAKEN: Final = Exists(MailReceipt.objects.filter(pk=OuterRef("pk")))
"""The mail server has this mail, though its row does not say so yet."""
LATE_S: Final = 300
"""Mail that waits longer is late."""
OWN: Final = (Category.MATCH, Category.ANSWER, Category.PAPERS)
OF_A_SCHOOL: Final = (Category.MATCH, Category.ANSWER, Category.VACANCY, Category.ACCOUNT)
GENERAL: Final = (Category.ACCOUNT, Category.NEWS)


@dataclass(frozen=True)
class Side:
    """As whom somebody gets mail, and about what; without an institution not as a colleague."""

    institution: Institution | None
    categories: tuple[Category, ...]

    @property
    def pk(self) -> int | None:
        return self.institution.pk if self.institution else None


@dataclass(frozen=True)
class Coming:
    """Mail of a category that somebody gets, as a colleague of an institution if one is named."""

    category: Category
    institution: Institution | None
    frequency: Frequency

    def __str__(self) -> str:
        if not self.institution:
            is_account = self.category == Category.ACCOUNT
            return gettext("Account") if is_account else str(self.category.label)
        return gettext("%(about)s, as a colleague of %(school)s") % {
            "about": self.category.label,
            "school": self.institution.name,
        }

    @property
    def is_often(self) -> bool:
        """Whether it can come more than once a week."""
        return self.frequency in {Frequency.AT_ONCE, Frequency.DAILY}


@dataclass(frozen=True)
class OutboxHealth:
    """The outbox at a glance: mails by state, notices that wait, and how late we are."""

    mails: dict[str, int]
    notices_waiting: int
    oldest_unsent_s: int

    @property
    def late_minutes(self) -> int:
        return self.oldest_unsent_s // 60

    @property
    def is_late(self) -> bool:
        """Whether a moderator should know."""
        return self.oldest_unsent_s > LATE_S


# What somebody wants


def wishes_of(
    user_ids: Collection[int], category: Category, institution_id: int | None = None
) -> dict[int, Wish]:
    """What these people want of a category, as colleagues of an institution if one is given."""
    wanted = wishes.wishes_for(user_ids)
    return {user_id: wanted.of(user_id, category, institution_id) for user_id in user_ids}


def frequency_of(user: User, category: Category, institution_id: int | None = None) -> Frequency:
    """How often this person wants mail of this category."""
    return frequencies_of(user, institution_id)[category]


def frequencies_of(user: User, institution_id: int | None = None) -> dict[Category, Frequency]:
    """How often this person wants mail, for every category."""
    wanted = wishes.frequencies_for([user.pk])
    return {one: _frequency(wanted, user.pk, one, institution_id) for one in Category}


def rhythm_of(user: User) -> MailRhythm:
    """When the digests of this person come, and whether mail rests; not saved: as at the start."""
    return MailRhythm.objects.filter(user=user).first() or MailRhythm(user=user)


def sides_of(user: User) -> list[Side]:
    """The sides from which this person gets mail: as a professional, as a colleague, as anybody."""
    sides = [Side(None, OWN)] if Professional.objects.filter(user=user).exists() else []
    members = Membership.objects.active().filter(user=user).select_related("institution")
    schools = sorted((row.institution for row in members), key=lambda one: (one.name, one.pk))
    return [*sides, *(Side(one, OF_A_SCHOOL) for one in schools), Side(None, GENERAL)]


def reader_of(token: str) -> User | None:
    """Whose mail carried this token. Raises `signing.BadSignature`, ValueError for what is not ours."""
    return User.objects.filter(pk=tokens.read(token)[0]).first()


def stopped_by(token: str) -> list[Coming]:
    """The mail that this token stops, and how often it comes. Raises as `reader_of` does."""
    user_id, abouts = tokens.read(token)
    schools = Institution.objects.in_bulk([of for _category, of in abouts if of])
    wanted = wishes.frequencies_for([user_id])
    return [
        Coming(category, schools.get(of or 0), _frequency(wanted, user_id, category, of))
        for category, of in abouts
    ]


def still_coming(user: User) -> list[Coming]:
    """The mail that this person still gets, and how often."""
    wanted = wishes.frequencies_for([user.pk])
    coming = [
        Coming(category, side.institution, _frequency(wanted, user.pk, category, side.pk))
        for side in sides_of(user)
        for category in side.categories
    ]
    return [one for one in coming if one.frequency != Frequency.NEVER]


def _frequency(
    wanted: wishes.Wishes, user_id: int, category: Category, institution_id: int | None
) -> Frequency:
    return Frequency(wanted.of(user_id, category, institution_id).frequency)


# Notices


def inbox(user: User) -> QuerySet[Notice]:
    """What this person was told, the latest first."""
    return Notice.objects.filter(recipient=user).exclude(state=NoticeState.WITHDRAWN)


def unread_count(user: User) -> int:
    """How many notices this person has not opened."""
    return inbox(user).filter(read_at=None).count()


def why_of(notice: Notice) -> str:
    """Why a notice is in a mail, or why not, for a moderator who is asked."""
    if notice.state == NoticeState.WITHDRAWN:
        return gettext("What it told was no longer true when the mail was made.")
    if notice.state == NoticeState.NOT_WANTED:
        return gettext("This person wants no mail about this. It is in the inbox on the site.")
    if notice.state == NoticeState.NO_ADDRESS:
        return gettext("The address takes no mail since %(day)s. It is in the inbox.") % {
            "day": _day(notice.recipient.mail_stopped_at or notice.created_at)
        }
    if notice.state == NoticeState.MAILED:
        return gettext("It went out in the mail below.")
    if not notice.recipient.is_active:
        return gettext("The account is switched off: no mail is made.")
    return _plan_in_words(notice)


def _plan_in_words(notice: Notice) -> str:
    if notice.due_at is None:
        return gettext("It was told just now: in a minute it is known with which mail it goes.")
    wanted = wishes.wishes_for([notice.recipient_id])
    wish = wanted.of(notice.recipient_id, notice.category, notice.institution_id)
    if wish.paused_until and notice.due_at >= calendar.start_of(wish.paused_until, 0):
        return gettext("Mail rests until %(day)s, as this person asked.") % {
            "day": date_format(wish.paused_until)
        }
    if notice.rhythm == Frequency.AT_ONCE:
        return gettext("Goes with the next mail. This person wants it at once.")
    if notice.rhythm == Frequency.DAILY and wish.frequency == Frequency.AT_ONCE:
        return gettext(
            "Waits for the next daily mail: enough came at once of this school that day."
        )
    words = {
        Frequency.DAILY: gettext("Waits for the daily mail of %(moment)s."),
        Frequency.WEEKLY: gettext("Waits for the weekly mail of %(moment)s."),
    }
    day = date_format(localtime(notice.due_at), "l j F")
    return words[Frequency(notice.rhythm)] % {"moment": f"{day}, {day_words.clock(notice.due_at)}"}


def _day(moment: datetime) -> str:
    return date_format(localtime(moment))


# Mails


def due(now: datetime) -> QuerySet[Mail]:
    """Mails to send now: queued ones, and those of a worker that died. Codes go first."""
    queued = Q(state=MailState.QUEUED, next_attempt_at__lte=now)
    stale = Q(state=MailState.SENDING, claimed_at__lt=now - CLAIM_TERM)
    rows = Mail.objects.filter(queued | stale, ~TAKEN)
    return rows.order_by("-is_secret", "next_attempt_at", "pk")


def worded_mails() -> QuerySet[Mail]:
    """Mails that have words: one made of notices gets them when it is sent."""
    return Mail.objects.filter(words__isnull=False).select_related("words")


def latest_mails(count: int) -> QuerySet[Mail]:
    """The last mails that can be read."""
    return worded_mails().order_by("-created_at", "-pk")[:count]


def oldest_unsent_s() -> int:
    """How many seconds the latest mail, or the making of one, is late; 0 when none is.

    A digest is late after its hour; what rests, or waits for a digest, is not.
    """
    now = timezone.now()
    unsent = Mail.objects.filter(
        state__in=[MailState.QUEUED, MailState.SENDING], next_attempt_at__lte=now
    )
    waiting = Notice.objects.filter(state=NoticeState.WAITING)
    since = (
        unsent.aggregate(first=Min("next_attempt_at"))["first"],
        waiting.filter(due_at__lte=now).aggregate(first=Min("due_at"))["first"],
        waiting.filter(due_at=None).aggregate(first=Min("created_at"))["first"],
    )
    return max((int((now - moment).total_seconds()) for moment in since if moment), default=0)


def outbox_health() -> OutboxHealth:
    """Mails by state, notices that wait for a mail, and how late the latest is."""
    counts = Mail.objects.order_by().values_list("state").annotate(number=Count("pk"))
    return OutboxHealth(
        mails=dict.fromkeys(MailState.values, 0) | dict(counts),
        notices_waiting=Notice.objects.filter(state=NoticeState.WAITING).count(),
        oldest_unsent_s=oldest_unsent_s(),
    )
