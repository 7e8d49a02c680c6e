"""From notices to queued mails: at once, or in a digest. The words come when a mail is sent.

First what is new is planned, then what is due is bundled, some thousands of people at a time, in
as many questions as for one. Notices are locked while they are bundled, all in one order, so that a
second run waits and finds nothing left; and the key of a mail is unique: nobody has two digests of
one period.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime
from typing import Final, NamedTuple
from uuid import uuid4

from django.db import transaction
from django.db.models import Func, IntegerField, QuerySet
from django.utils import timezone

from accounts.enums import Frequency, NoticeState
from accounts.models import Mail, Notice, User
from accounts.notifications import bulk, planning, plans, registry, share, wishes
from accounts.notifications.actions import message_id_of
from accounts.notifications.planning import Wish
from accounts.notifications.plans import Fate

PEOPLE: Final = 2000
IN_MAILS: Final = ("key", "recipient", "to_address", "kind", "language", "message_id")
DIGEST: Final = "digest"


class Content(NamedTuple):
    """What goes into one mail: the ids of notices, best first; `wish` is the reader's rhythm."""

    recipient_id: int
    kind: str
    key: str
    notices: tuple[int, ...]
    wish: Wish


Due = tuple[int, int, str, str, int]
"""Of a notice its number, reader, kind and rhythm, and how good it is (the fact `registry.RANK`)."""


def make_mails(now: datetime | None = None) -> int:
    """Plan what is new and queue a mail for all that is due; gives how many mails.

    A run that is late, or that was missed for days, makes one digest of all that waited. A second
    run, and one at a clock that jumped, adds nothing.
    """
    now = now or timezone.now()
    plans.plan_new(now)
    return sum(_bundle(people, now) for people in _people(_due(now)))


def digest_contents(now: datetime) -> Iterator[Content]:
    """What would go into whose mails at this moment, as far as it is planned."""
    due = _due(now)
    for people in _people(due):
        yield from _contents(due.filter(recipient__in=bulk.among(people)).order_by(), now)


def _due(now: datetime) -> QuerySet[Notice]:
    return Notice.objects.filter(state=NoticeState.WAITING, due_at__lte=now)


def _people(due: QuerySet[Notice]) -> Iterator[list[int]]:
    """Whose notices are due, some thousands of people at a time."""
    people = sorted(set(due.order_by().values_list("recipient_id", flat=True)))
    for start in range(0, len(people), PEOPLE):
        yield people[start : start + PEOPLE]


# Contents


class Rank(Func):
    """How good a notice is among those of its kind; 0 if its facts do not say it."""

    template = f"COALESCE(CAST(%(expressions)s ->> '{registry.RANK}' AS integer), 0)"
    output_field = IntegerField()


def _contents(due: QuerySet[Notice], now: datetime) -> list[Content]:
    """The mails of some people, by two questions: their notices, and when their digests come."""
    rows: Iterable[Due] = due.values_list("pk", "recipient_id", "kind", "rhythm", Rank("facts"))
    groups: dict[tuple[int, str, str], list[tuple[int, int, int]]] = defaultdict(list)
    weights = registry.weights()
    for pk, recipient_id, kind, rhythm, rank in rows:
        group = kind if rhythm == planning.AT_ONCE else DIGEST
        groups[recipient_id, rhythm, group].append((weights.get(kind, 0), rank, pk))
    rhythms = wishes.rhythms_of({recipient_id for recipient_id, _rhythm, _group in groups})
    return [
        _content(recipient_id, group, found, Wish(rhythm, *rhythms.get(recipient_id, ())), now)
        for (recipient_id, rhythm, group), found in sorted(groups.items())
    ]


def _content(
    recipient_id: int, group: str, found: list[tuple[int, int, int]], wish: Wish, now: datetime
) -> Content:
    """A digest is called after its period, another mail after its first notice."""
    found.sort(reverse=True)
    notices = tuple([pk for _weight, _rank, pk in found])
    if group == DIGEST:
        key = f"digest:{recipient_id}:{wish.frequency}:{planning.period(now, wish)}"
        return Content(recipient_id, f"digest_{wish.frequency}", key, notices, wish)
    key = f"notices:{recipient_id}:{group}:{min(notices)}"
    return Content(recipient_id, group, key, notices, wish)


# Bundling


@transaction.atomic
def _bundle(people: Sequence[int], now: datetime) -> int:
    """Put due notices of these people in mails, all or none; gives how many mails."""
    due = _due(now).filter(recipient__in=bulk.among(people))
    contents = _contents(due.order_by("pk").select_for_update(), now)
    contents = _reachable(contents)
    contents, too_much = _shared(contents, share.beyond(due, now))
    mails = _queued(contents)
    mailed = {pk: mails[one.key] for one in contents if one.key in mails for pk in one.notices}
    bulk.change(Notice, ["mail"], list(mailed.items()), state=NoticeState.MAILED)
    _put_off([*too_much, *(one for one in contents if one.key not in mails)], now)
    return len(mails)


def _reachable(contents: Sequence[Content]) -> list[Content]:
    """What can be mailed; the notices of who gets no mail any more are settled."""
    cut_off = plans.unreachable({one.recipient_id for one in contents})
    for user_id, fate in cut_off.items():
        theirs = [one.notices for one in contents if one.recipient_id == user_id]
        plans.settle([pk for notices in theirs for pk in notices], fate)
    return [one for one in contents if one.recipient_id not in cut_off]


def _shared(contents: Sequence[Content], beyond: Set[int]) -> tuple[list[Content], list[Content]]:
    """What is within the share of its school, and what is too much of it for today."""
    within, too_much = [], []
    for one in contents:
        parts: dict[bool, list[int]] = {False: [], True: []}
        for pk in one.notices:
            parts[pk in beyond].append(pk)
        if parts[False]:
            within.append(one._replace(notices=tuple(parts[False])))
        if parts[True]:
            too_much.append(one._replace(notices=tuple(parts[True])))
    return within, too_much


def _queued(contents: Sequence[Content]) -> dict[str, int]:
    """Queue the mails of which the key is new; gives them by key."""
    readers = User.objects.filter(pk__in=bulk.among({one.recipient_id for one in contents}))
    known = {pk: reader for pk, *reader in readers.values_list("pk", "email", "language")}
    batch = uuid4().hex
    rows = []
    for one in contents:
        address, language = known[one.recipient_id]
        names = (one.key, one.recipient_id, address, one.kind, language, message_id_of(one.key))
        rows.append(names)
    bulk.insert(Mail, IN_MAILS, rows, claim=batch)
    made = Mail.objects.filter(key__in=bulk.among_texts(one.key for one in contents), claim=batch)
    return dict(made.order_by().values_list("key", "pk"))


def _put_off(contents: Iterable[Content], now: datetime) -> None:
    """What cannot go now goes with the reader's next digest: a daily one, unless it is weekly."""
    by_fate: dict[Fate, list[int]] = defaultdict(list)
    for one in contents:
        rhythm = Frequency.WEEKLY if one.wish.frequency == Frequency.WEEKLY else Frequency.DAILY
        later = planning.next_digest(now, one.wish)
        by_fate[Fate(NoticeState.WAITING, rhythm, later)] += one.notices
    for fate, notices in by_fate.items():
        plans.settle(notices, fate)
