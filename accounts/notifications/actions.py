from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.enums import Category, Frequency, MailState, NoticeState
from accounts.models import Institution, Mail, Notice, NoticePreference, User
from accounts.notifications import queries, registry, tokens
from accounts.notifications.letters import Letter, words_of
from portal.kit.poke import poke

CHUNK = 1000
DELIVER = "accounts.deliver_mail"
ALLOWED_FROM = {
    "retry": {MailState.PARKED, MailState.CANCELLED},
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
    """Tell many people once each, all or none, with one statement for a thousand of them."""
    category = registry.kind_of(kind).category
    now = timezone.now()
    notices = [
        Notice(
            kind=kind,
            category=category,
            recipient_id=row.recipient_id,
            institution_id=row.institution_id,
            target=row.target,
            facts=row.facts,
            dedupe_key=row.dedupe,
            created_at=now,
        )
        for row in rows
    ]
    Notice.objects.bulk_create(notices, batch_size=CHUNK, ignore_conflicts=True)
    if notices:
        poke(DELIVER)


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
    mail = Mail(
        key=key,
        recipient=recipient,
        to_address=to,
        kind=kind,
        language=language,
        subject=words.subject,
        text=words.text,
        html=words.html,
        is_secret=secret,
        message_id=message_id_of(key),
    )
    Mail.objects.bulk_create([mail], ignore_conflicts=True)
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


@transaction.atomic
def tell_again(kind: str, *, targets: Sequence[str]) -> int:
    """What was taken back before a mail or a look told it is told anew, now it is true again.

    A new notice takes the place of the old one, for a mail is named after its first notice.
    """
    unheard = Notice.objects.filter(kind=kind, state=NoticeState.WITHDRAWN, read_at=None)
    count = 0
    for start in range(0, len(targets), CHUNK):
        rows = list(unheard.filter(target__in=targets[start : start + CHUNK]).order_by("pk"))
        Notice.objects.filter(pk__in=[row.pk for row in rows]).delete()
        notify_many(
            kind,
            [
                NoticeRow(
                    row.recipient_id, row.dedupe_key, row.target, row.facts, row.institution_id
                )
                for row in rows
            ],
        )
        count += len(rows)
    return count


# Choosing


@transaction.atomic
def set_frequency(user: User, category: Category, frequency: Frequency, *, by: User | None) -> None:
    """Mail of this category comes this often from now on, also for what waits already."""
    before = NoticePreference.objects.filter(user=user, category=category).first()
    if before and before.frequency == frequency:
        return
    NoticePreference.objects.update_or_create(
        user=user,
        category=category,
        defaults={"frequency": frequency, "chosen_at": timezone.now()},
    )
    detail: audit.Detail = {"category": category.value, "frequency": frequency.value}
    audit.record("notices.frequency_set", user, by=by, detail=detail)
    poke(DELIVER)


@transaction.atomic
def unsubscribe(token: str, *, frequency: Frequency = Frequency.NEVER) -> User | None:
    """Stop, or slow down, the mail that carried this token; twice is as good as once.

    Gives the person, or None when the account is gone. Raises `signing.BadSignature`.
    """
    user_id, categories = tokens.read(token)
    user = User.objects.filter(pk=user_id).first()
    if user:
        for category in categories:
            set_frequency(user, category, frequency, by=user)
    return user


# For the admin


def retry(mail: Mail, *, by: User) -> None:
    """Queue a parked or cancelled mail afresh. Raises RefusedError in another state, or for a code."""
    if mail.is_secret:
        raise RefusedError(_("A code is not sent again: the person asks for a new one."))
    _move(mail, "retry", MailState.QUEUED, by, attempts=0, next_attempt_at=timezone.now())
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
