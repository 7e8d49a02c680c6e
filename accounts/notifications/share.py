"""A fair share of the mails at once: nobody's reader is drowned by one school.

A kind may say in how many mails at once a day one school may stand (`at_once_a_day`). Counted are
the mails that were made today; what exceeds them is planned for the next daily mail, and so is
never lost.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.utils import timezone

from accounts.enums import Frequency
from accounts.models import Mail, Notice
from accounts.notifications import calendar, registry
from accounts.notifications.registry import NoticeKind

SCHOOL: Final = "school"  # the fact of a notice that names whom it is about


def beyond(notices: QuerySet[Notice], now: datetime) -> set[int]:
    """Of notices that are due at once, those about schools that stand in enough mails of today."""
    over = Q()
    for kind in registry.sharing():
        of_school = Notice.objects.alias(school=KT(f"facts__{SCHOOL}")).filter(
            mail=OuterRef("pk"), school=OuterRef(OuterRef("school"))
        )
        today = Mail.objects.filter(
            Exists(of_school),
            recipient=OuterRef("recipient"),
            kind=kind.key,
            created_at__gte=_start_of_today(now),
        )
        over |= Q(Exists(today.order_by("pk")[kind.at_once_a_day - 1 :]), kind=kind.key)
    if not over:
        return set()
    at_once = notices.filter(rhythm=Frequency.AT_ONCE).alias(school=KT(f"facts__{SCHOOL}"))
    return set(at_once.filter(over).order_by().values_list("pk", flat=True))


def full(kind: type[NoticeKind], school: int, people: Collection[int], now: datetime) -> set[int]:
    """Which of these people get no more mails at once about this school today."""
    if not kind.at_once_a_day or not people:
        return set()
    mails = Mail.objects.filter(
        recipient__in=people,
        kind=kind.key,
        created_at__gte=_start_of_today(now),
        notices__facts__school=school,
    )
    counted = mails.order_by().values("recipient").annotate(number=Count("pk", distinct=True))
    enough = counted.filter(number__gte=kind.at_once_a_day)
    return set(enough.values_list("recipient", flat=True))


def is_beyond(notice: Notice) -> bool:
    """Whether it goes with the daily mail because the mails at once about its school were full."""
    most = registry.kind_of(notice.kind).at_once_a_day if registry.is_known(notice.kind) else 0
    if not most or notice.rhythm != Frequency.DAILY:
        return False
    mails = Mail.objects.filter(
        recipient=notice.recipient_id,
        kind=notice.kind,
        created_at__date=timezone.localdate(notice.created_at),
        notices__facts__school=notice.facts.get(SCHOOL),
    )
    return mails.distinct().count() >= most


def _start_of_today(now: datetime) -> datetime:
    return calendar.start_of(timezone.localdate(now), 0)
