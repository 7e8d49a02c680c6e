"""Addresses that take no mail: nothing goes there but a code that somebody asks for.

What could not go is kept: once the address works again, what nobody read yet goes out after all.
"""

from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.enums import MailState, MailStop, NoticeState
from accounts.models import Mail, Notice, User
from accounts.notifications import plans

NO_ADDRESS: Final = "The address takes no mail"
"""The answer noted at a mail that was made before its address was stopped."""


@transaction.atomic
def stop_mail(user: User, reason: MailStop, *, mail: Mail | None) -> bool:
    """Send this person nothing more, because of `mail`; whether that is new.

    What waits is marked as having no address. Twice is as good as once.
    """
    now = timezone.now()
    rows = User.objects.filter(pk=user.pk, mail_stop="")
    if not rows.update(mail_stop=reason, mail_stopped_at=now):
        return False
    user.mail_stop, user.mail_stopped_at = reason, now
    waiting = Notice.objects.filter(recipient=user, state=NoticeState.WAITING)
    waiting.update(state=NoticeState.NO_ADDRESS)
    detail: audit.Detail = {"reason": reason.value, "mail": mail.pk if mail else None}
    audit.record("user.mail_stopped", user, by=None, detail=detail)
    return True


@transaction.atomic
def resume_mail(user: User, *, by: User | None) -> bool:
    """Send this person mail again, also what could not go and was not read; whether that is new."""
    rows = User.objects.filter(pk=user.pk).exclude(mail_stop="")
    if not rows.update(mail_stop="", mail_stopped_at=None):
        return False
    user.mail_stop, user.mail_stopped_at = "", None
    missed = Notice.objects.filter(recipient=user, state=NoticeState.NO_ADDRESS, read_at=None)
    missed.update(state=NoticeState.WAITING, due_at=None, rhythm="")
    _held_back(user).update(
        state=MailState.QUEUED,
        attempts=0,
        deferrals=0,
        deferred_since=None,
        next_attempt_at=timezone.now(),
    )
    audit.record("user.mail_resumed", user, by=by)
    plans.plan_again(user)
    return True


def takes_no_mail(mail: Mail) -> bool:
    """Whether this mail would go to an address that was stopped."""
    user = mail.recipient
    stopped = bool(user and user.mail_stop)
    return stopped and not mail.is_secret and mail.to_address == (user.email if user else "")


def _held_back(user: User) -> QuerySet[Mail]:
    """The mails that the stop kept from going, and those that brought it about."""
    refused = Q(state=MailState.PARKED, server_answer__startswith="5")
    kept = Q(state=MailState.CANCELLED, server_answer=NO_ADDRESS)
    return Mail.objects.filter(refused | kept, recipient=user, is_secret=False)
