"""Mail about matches that nobody touched for a year: asked once, and stopped a month later.

A sign of life is signing in, an answer to a match, a saved choice, or the yes to the question.
Who is asked follows from the rows that are there, so a day that was missed is made up for.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from accounts.enums import Category, Frequency, Visibility
from accounts.models import MailRhythm, Notice, NoticePreference, User
from accounts.notifications import actions
from accounts.notifications.actions import NoticeRow
from accounts.notifications.alert_notices import A_MONTH
from accounts.notifications.touches import touch
from accounts.notifications.wishes import DEFAULTS

A_YEAR: Final = timedelta(days=365)
CHUNK: Final = 1000
ASK: Final = "alert_ask"
STOPPED: Final = "alert_stopped"


def ask_and_stop(now: datetime | None = None) -> tuple[int, int]:
    """Ask who gave no sign for a year, stop what was asked a month ago; how many of each."""
    now = now or timezone.now()
    stopped = sum(_stop(pk, now) for pk in _to_stop(now).values_list("pk", flat=True))
    asked, people = 0, list(_to_ask(now).values_list("pk", flat=True))
    for start in range(0, len(people), CHUNK):
        asked += _ask(people[start : start + CHUNK], now)
    return asked, stopped


@transaction.atomic
def keep(user: User) -> None:
    """Yes, go on: also after we stopped, then as everybody has it at the start."""
    touch(user)
    chosen = NoticePreference.objects.filter(
        user=user, category=Category.MATCH, institution=None, frequency=Frequency.NEVER
    ).first()
    if chosen is None:
        return
    by_us = Notice.objects.filter(
        recipient=user, kind=STOPPED, created_at__gte=chosen.chosen_at
    ).exists()
    if by_us:
        actions.set_frequency(user, Category.MATCH, DEFAULTS[Category.MATCH], by=user)


def _to_ask(now: datetime) -> QuerySet[User]:
    not_yet = Q(mail_rhythm__asked_at=None) | Q(mail_rhythm__asked_at__lt=F("sign"))
    return _reached(now - A_YEAR).filter(not_yet)


def _to_stop(now: datetime) -> QuerySet[User]:
    return _reached(now - A_YEAR).filter(
        mail_rhythm__asked_at__gte=F("sign"), mail_rhythm__asked_at__lte=now - A_MONTH
    )


def _reached(before: datetime) -> QuerySet[User]:
    """Professionals who get mail about matches, and gave no sign (`sign`: the last) since then."""
    never = _match_choices().filter(frequency=Frequency.NEVER)
    chosen_at = Subquery(_match_choices().order_by().values("chosen_at")[:1])
    moments = [
        Coalesce(moment, "joined_at", output_field=DateTimeField())
        for moment in (F("last_login"), F("mail_rhythm__touched_at"), chosen_at)
    ]
    return (
        User.objects.filter(
            is_active=True, mail_stop="", professional__visibility=Visibility.VISIBLE
        )
        .annotate(sign=Greatest("joined_at", *moments))
        .filter(~Exists(never), sign__lt=before)
        .order_by("pk")
    )


def _match_choices() -> QuerySet[NoticePreference]:
    return NoticePreference.objects.filter(
        user=OuterRef("pk"), category=Category.MATCH, institution=None
    )


@transaction.atomic
def _ask(people: Sequence[int], now: datetime) -> int:
    on = timezone.localdate(now).isoformat()
    MailRhythm.objects.bulk_create(
        [MailRhythm(user_id=pk, asked_at=now) for pk in people],
        update_conflicts=True,
        unique_fields=["user"],
        update_fields=["asked_at"],
    )
    actions.notify_many(ASK, [NoticeRow(pk, dedupe=f"{ASK}:{pk}:{on}") for pk in people])
    return len(people)


@transaction.atomic
def _stop(pk: int, now: datetime) -> bool:
    """Unless the person answers at this very moment; whether it stopped."""
    MailRhythm.objects.select_for_update().get(user=pk)
    user = _to_stop(now).filter(pk=pk).first()
    if user is None:
        return False
    actions.set_frequency(user, Category.MATCH, Frequency.NEVER, by=None)
    on = timezone.localdate(now).isoformat()
    actions.notify(STOPPED, to=user, dedupe=f"{STOPPED}:{pk}:{on}")
    return True
