"""Each notice that waits gets its plan: when it goes, and how, or that it does not go at all.

Notices are locked while they are planned, so a choice that changes meanwhile comes before or after.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from django.db import transaction
from django.utils import timezone

from accounts.enums import NoticeState
from accounts.models import Notice, User
from accounts.notifications import bulk, planning, wishes
from portal.kit.poke import poke

DELIVER: Final = "accounts.deliver_mail"
ROWS: Final = 5000
FIELDS: Final = ("pk", "recipient_id", "category", "institution_id", "created_at")


class Told(NamedTuple):
    """A notice, as little of it as planning needs."""

    pk: int
    recipient_id: int
    category: str
    institution_id: int | None
    created_at: datetime


class Fate(NamedTuple):
    """What becomes of a notice."""

    state: NoticeState
    rhythm: str = ""
    due_at: datetime | None = None


def plan_new(now: datetime) -> None:
    """Plan every notice that has no plan, some thousands at a time, in three questions each."""
    reader: int | None = 0
    while reader is not None:
        reader = _plan_from(reader, now)


@transaction.atomic
def plan_again(user: User) -> None:
    """Plan anew all that waits for somebody who wants something else now, and tell the worker."""
    waiting = Notice.objects.filter(recipient=user, state=NoticeState.WAITING)
    rows = waiting.order_by("pk").select_for_update().values_list(*FIELDS)
    told = [Told(*row) for row in rows]
    _plan(told, timezone.now())
    poke(DELIVER)


@transaction.atomic
def _plan_from(reader: int, now: datetime) -> int | None:
    """Plan some thousands, from this reader on; gives the last reader, None when there is none."""
    new = Notice.objects.filter(state=NoticeState.WAITING, due_at=None, recipient_id__gte=reader)
    rows = new.order_by("recipient_id").select_for_update(skip_locked=True)
    told = [Told(*row) for row in rows.values_list(*FIELDS)[:ROWS]]
    _plan(told, now)
    return told[-1].recipient_id if told else None


def _plan(told: Sequence[Told], now: datetime) -> None:
    people = {one.recipient_id for one in told}
    wanted = wishes.wishes_for(people)
    cut_off = unreachable(people)
    by_fate: dict[Fate, list[int]] = defaultdict(list)
    for one in told:
        fate = cut_off.get(one.recipient_id) or _fate(one, wanted, now)
        by_fate[fate].append(one.pk)
    for fate, notices in by_fate.items():
        settle(notices, fate)


def unreachable(people: Collection[int]) -> dict[int, Fate]:
    """Those of these people who get no mail at all."""
    rows = User.objects.filter(pk__in=bulk.among(people)).exclude(is_active=True, mail_stop="")
    return {
        user_id: Fate(NoticeState.NO_ADDRESS if is_active else NoticeState.NOT_WANTED)
        for user_id, is_active in rows.values_list("pk", "is_active")
    }


def _fate(one: Told, wanted: wishes.Wishes, now: datetime) -> Fate:
    """What was due before is due now: nothing is planned in the past."""
    wish = wanted.of(one.recipient_id, one.category, one.institution_id)
    plan = planning.plan(one.created_at, wish)
    if plan is None:
        return Fate(NoticeState.NOT_WANTED)
    at_once = plan.due_at == one.created_at
    return Fate(NoticeState.WAITING, plan.rhythm, now if at_once else max(plan.due_at, now))


def settle(notices: Sequence[int], fate: Fate) -> None:
    """Write down what becomes of these notices; those that are in a mail already stay there."""
    waiting = Notice.objects.filter(pk__in=bulk.among(notices), state=NoticeState.WAITING)
    waiting.update(state=fate.state, rhythm=fate.rhythm, due_at=fate.due_at)
