from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.enums import Category, Frequency, MailState, NoticeState
from accounts.models import Institution, Mail, MailRhythm, MailWords, Notice, NoticePreference, User
from accounts.notifications import bulk, plans, queries, registry, tokens
from accounts.notifications.letters import Letter, words_of
from accounts.notifications.wishes import Wanted
from portal.kit.poke import poke

CHUNK = 5000
FIELDS = ("recipient", "dedupe_key", "target", "facts", "institution")
DELIVER = "accounts.deliver_mail"
ALLOWED_FROM = {
    "retry": {MailState.PARKED, MailState.CANCELLED, MailState.RETURNED},
    "cancel": {MailState.QUEUED, MailState.PARKED},
}


class RefusedError(Exception):
    """This cannot be done now; the message says why, in the reader's language."""


@dataclass(frozen=True)
class NoticeRow:
    """One notice to write; `facts` holds ids, codes and numbers only."""

    recipient_id: int
    dedupe: str
    target: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    institution_id: int | None = None


# Telling


def notify(
    kind: str,
    *,
    to: User,
    dedupe: str,
    target: str = "",
    facts: dict[str, Any] | None = None,
    institution: Institution | None = None,
) -> None:
    """Tell one person once: what was told under this `dedupe` before is not told again.

    Raises LookupError for a kind that no feature registered.
    """
    institution_id = institution.pk if institution else None
    notify_many(kind, [NoticeRow(to.pk, dedupe, target, facts or {}, institution_id)])


@transaction.atomic
def notify_many(kind: str, rows: Iterable[NoticeRow]) -> None:
    """Tell many people once each, all or none, with one statement for thousands of them."""
    category = registry.kind_of(kind).category
    now, left, told = timezone.now(), iter(rows), False
    while chunk := [_as_row(row) for row in islice(left, CHUNK)]:
        bulk.insert(Notice, FIELDS, chunk, kind=kind, category=category, created_at=now)
        told = True
    if told:
        poke(DELIVER)


def _as_row(row: NoticeRow) -> tuple[object, ...]:
    return row.recipient_id, row.dedupe, row.target, row.facts, row.institution_id


@transaction.atomic
def post(
    letter: Letter,
    *,
    kind: str,
    key: str,
    to: str,
    language: str,
    recipient: User | None = None,
    secret: bool = False,
) -> None:
    """Put a letter to an address in the outbox; the same `key` twice is one mail.

    Not subject to preferences: for codes, invitations and security. A `secret` letter lapses
    after `delivery.SECRET_TERM`, or the term of its kind in `registry`, and its words are wiped
    once it is sent.
    """
    words = words_of(letter)
    row = {
        "recipient": recipient,
        "to_address": to,
        "kind": kind,
        "language": language,
        "subject": words.subject,
        "is_secret": secret,
        "message_id": message_id_of(key),
    }
    mail, is_new = Mail.objects.get_or_create(key=key, defaults=row)
    if is_new:
        MailWords.objects.create(mail=mail, text=words.text, html=words.html)
    poke(DELIVER)


def message_id_of(key: str) -> str:
    """The Message-ID of the mail with this key: the same at every attempt."""
    return f"{sha256(key.encode()).hexdigest()[:32]}@{settings.MAIL_DOMAIN}"


# Reading


def mark_read(user: User, *, target: str = "", notices: Sequence[int] = ()) -> None:
    """Note that this person saw what these notices, or all about this target, tell."""
    if not target and not notices:
        return
    unread = queries.inbox(user).filter(read_at=None)
    chosen = unread.filter(target=target) if target else unread.filter(pk__in=notices)
    chosen.update(read_at=timezone.now())


def mark_all_read(user: User) -> None:
    """Note that this person saw everything."""
    queries.inbox(user).filter(read_at=None).update(read_at=timezone.now())


def withdraw(notices: Sequence[int]) -> None:
    """Take back notices about something that is gone: they are shown and mailed no more."""
    if notices:
        Notice.objects.filter(pk__in=notices).update(state=NoticeState.WITHDRAWN)


# Choosing


@transaction.atomic
def set_frequency(
    user: User,
    category: Category,
    frequency: Frequency,
    *,
    by: User | None,
    institution_id: int | None = None,
) -> None:
    """Mail of this category comes this often from now on, also for what waits already.

    With an institution: what this person is told as a colleague of it.
    """
    if _chose(user, Wanted(category, institution_id, frequency), by):
        plans.plan_again(user)


@transaction.atomic
def save_choices(
    user: User,
    wanted: Iterable[Wanted],
    *,
    hour: int,
    day: int,
    paused_until: date | None,
    by: User | None,
) -> None:
    """How often mail comes, at what hour and day the digests do, and until when it rests.

    What waits already follows. Day 0 is Monday.
    """
    changed = [_chose(user, one, by) for one in wanted]
    rhythm, _created = MailRhythm.objects.get_or_create(user=user)
    rows = MailRhythm.objects.filter(user=user)
    if (rhythm.digest_hour, rhythm.digest_day) != (hour, day):
        rows.update(digest_hour=hour, digest_day=day)
        audit.record("notices.digest_set", user, by=by, detail={"hour": hour, "day": day})
        changed.append(True)
    if rhythm.paused_until != paused_until:
        rows.update(paused_until=paused_until)
        until: audit.Detail = {"until": paused_until.isoformat()} if paused_until else {}
        audit.record(f"notices.{'paused' if until else 'resumed'}", user, by=by, detail=until)
        changed.append(True)
    if any(changed):
        plans.plan_again(user)


def _chose(user: User, wanted: Wanted, by: User | None) -> bool:
    """Write down a choice; whether it is another one than before."""
    category, institution_id, frequency = wanted
    about: dict[str, Any] = {
        "user": user,
        "category": category,
        "institution_id": institution_id,
    }
    before = NoticePreference.objects.filter(**about).first()
    if before and before.frequency == frequency:
        return False
    defaults = {"frequency": frequency, "chosen_at": timezone.now()}
    NoticePreference.objects.update_or_create(**about, defaults=defaults)
    detail: audit.Detail = {"category": category.value, "frequency": frequency.value}
    if institution_id:
        detail["institution"] = institution_id
    audit.record("notices.frequency_set", user, by=by, detail=detail)
    return True


@transaction.atomic
def unsubscribe(token: str, *, frequency: Frequency = Frequency.NEVER) -> User | None:
    """Stop, or slow down, the mail that carried this token; twice is as good as once.

    Gives the person, or None when the account is gone. Raises `signing.BadSignature`.
    """
    user_id, abouts = tokens.read(token)
    user = User.objects.filter(pk=user_id).first()
    schools = Institution.objects.in_bulk([of for _category, of in abouts if of])
    for category, of in abouts:
        if user and (of is None or of in schools):
            set_frequency(user, category, frequency, by=user, institution_id=of)
    return user


# For the admin


def retry(mail: Mail, *, by: User) -> None:
    """Queue a mail afresh that was parked, cancelled or returned; RefusedError in another state."""
    if mail.is_secret:
        raise RefusedError(_("A code is not sent again: the person asks for a new one."))
    afresh: dict[str, Any] = {"attempts": 0, "deferrals": 0, "deferred_since": None}
    _move(mail, "retry", MailState.QUEUED, by, next_attempt_at=timezone.now(), **afresh)
    poke(DELIVER)


def cancel(mail: Mail, *, by: User) -> None:
    """Do not send this mail. Raises RefusedError when it is on its way, sent or cancelled already."""
    _move(mail, "cancel", MailState.CANCELLED, by)


@transaction.atomic
def _move(mail: Mail, verb: str, state: MailState, by: User, **changes: Any) -> None:
    rows = Mail.objects.filter(pk=mail.pk, state__in=ALLOWED_FROM[verb])
    if not rows.update(state=state, claim="", **changes):
        raise RefusedError(_("This mail is not in a state in which that can be done."))
    audit.record(f"mail.{verb}", mail, by=by)
    mail.refresh_from_db()
