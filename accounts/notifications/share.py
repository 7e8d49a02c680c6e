"""A fair share of the mails at once: nobody's reader is drowned by one school.

A kind may say in how many mails at once a day one school may stand (`at_once_a_day`). Counted are
the mails of the reader's day on which a notice was made; what exceeds them waits for the next
daily mail and is never lost, for nothing is stored that could be missed: rows that exist decide.
"""

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import TruncDate
from django.utils import timezone

from accounts.models import Mail, Notice
from accounts.notifications import registry

SCHOOL: Final = "school"  # the fact of a notice that names whom it is about


def within(rows: QuerySet[Notice]) -> QuerySet[Notice]:
    """Of notices that wait for a mail at once, those that may have one."""
    return _judged(rows).exclude(_over())


def beyond(rows: QuerySet[Notice]) -> QuerySet[Notice]:
    """The others: they go with the next daily mail."""
    return _judged(rows).filter(_over())


def is_beyond(notice: Notice) -> bool:
    """Whether the mails at once about its school were full when this notice came."""
    most = registry.kind_of(notice.kind).at_once_a_day if registry.is_known(notice.kind) else 0
    mails = Mail.objects.filter(
        recipient=notice.recipient_id,
        kind=notice.kind,
        created_at__date=timezone.localdate(notice.created_at),
        notices__facts__school=notice.facts.get(SCHOOL),
    )
    others = mails.exclude(pk=notice.mail_id) if notice.mail_id else mails
    return bool(most) and others.distinct().count() >= most


def _judged(rows: QuerySet[Notice]) -> QuerySet[Notice]:
    return rows.alias(day=TruncDate("created_at"), school=KT(f"facts__{SCHOOL}"))


def _over() -> Q:
    """Enough mails of that day, made at once, already told of that school."""
    over = Q(pk__in=[])
    for kind in registry.sharing():
        of_school = Notice.objects.alias(school=KT(f"facts__{SCHOOL}")).filter(
            mail=OuterRef("pk"), school=OuterRef(OuterRef("school"))
        )
        mails = Mail.objects.alias(day=TruncDate("created_at")).filter(
            Exists(of_school), recipient=OuterRef("recipient"), kind=kind.key, day=OuterRef("day")
        )
        over |= Q(Exists(mails.order_by("pk")[kind.at_once_a_day - 1 :]), kind=kind.key)
    return over
