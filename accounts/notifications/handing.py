"""What a colleague who leaves was to be told goes to the owners: never lost, and never twice."""

from collections.abc import Collection
from itertools import groupby
from typing import Final

from django.db import transaction
from django.db.models import Q

from accounts.enums import MailState, NoticeState
from accounts.models import Institution, Notice, User
from accounts.notifications import registry
from accounts.notifications.actions import NoticeRow, notify_many

UNTOLD: Final = Q(state=NoticeState.WAITING) | Q(state=NoticeState.NO_ADDRESS, read_at=None)
IN_NO_WORDS: Final = Q(state=NoticeState.MAILED, mail__state=MailState.QUEUED, mail__words=None)
"""In a mail that has no words yet: it is still time to leave it out."""


@transaction.atomic
def hand_over(user: User, institution: Institution, *, to: Collection[int]) -> None:
    """What this person was to be told as a colleague is told to these people, who did not hear it.

    What no mail told the person yet is taken back, also what nobody else has to hear.
    """
    theirs = Notice.objects.filter(recipient=user, institution=institution)
    list(theirs.filter(UNTOLD).select_for_update().values_list("pk", flat=True))
    untold = list(theirs.filter(UNTOLD | IN_NO_WORDS).order_by("kind", "pk"))
    for kind, notices in groupby(untold, key=lambda notice: notice.kind):
        if registry.is_known(kind) and not registry.kind_of(kind).is_personal:
            notify_many(kind, _rows(kind, list(notices), to))
    theirs.filter(pk__in=[notice.pk for notice in untold]).update(
        state=NoticeState.WITHDRAWN, mail=None
    )


def _rows(kind: str, notices: Collection[Notice], to: Collection[int]) -> list[NoticeRow]:
    """A notice for each of these people and each thing that they were not told already."""
    targets = {notice.target for notice in notices}
    known = Notice.objects.filter(kind=kind, target__in=targets, recipient__in=to)
    heard = [(one.recipient_id, one.target, one.facts) for one in known]
    return [
        NoticeRow(
            recipient_id=user_id,
            dedupe=f"handed:{notice.pk}:{user_id}",
            target=notice.target,
            facts=notice.facts,
            institution_id=notice.institution_id,
        )
        for notice in notices
        for user_id in to
        if (user_id, notice.target, notice.facts) not in heard
    ]
