"""What became of a mail, written down before the next one is begun, if the mail is still ours."""

import logging
import time
from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.enums import MailState, MailStop
from accounts.models import Mail, MailWords
from accounts.notifications import receipts, stops
from accounts.notifications.outcomes import (
    Meaning,
    Outcome,
    outcome_of,
    own_delay,
    own_fault,
    soft_delay,
)

logger = logging.getLogger(__name__)

ANSWER: Final = 300  # Mail.server_answer
TRY_S: Final = 60

Result = TypeVar("Result")


def sent(mail: Mail, answer: str, *, last: Mail) -> Callable[[], bool]:
    """Begin to note the receipt; call what comes back before the database is asked anything else.

    It waits until the receipt is noted, and says whether the rest of the claim, up to its `last`
    mail, is still ours.
    """
    if mail.is_secret:
        close(mail, MailState.SENT, sent_at=timezone.now(), server_answer=answer[:ANSWER])
        return lambda: True
    noting = receipts.Noting(mail, answer, last=last)
    return lambda: steady(noting.is_ours)


def failed(mail: Mail, error: Exception, *, unsaid: bool = False) -> Outcome:
    """Try again later, or not again; gives what the error meant. `unsaid`: it has no words yet."""
    outcome = own_fault(error) if unsaid else outcome_of(error)
    logger.warning(
        "mail %s: %s, attempt %s: %s",
        *(mail.pk, outcome.meaning.name.lower(), mail.attempts, type(error).__name__),
    )
    answer = outcome.answer[:ANSWER]
    if outcome.meaning in (Meaning.AWAY, Meaning.LATER):
        _defer(mail, answer)
    elif outcome.meaning == Meaning.OURS:
        _repeat(mail, answer)
    else:
        close(mail, MailState.PARKED, server_answer=answer)
        user = mail.recipient
        if outcome.meaning == Meaning.NO_ADDRESS and user and mail.to_address == user.email:
            stops.stop_mail(user, MailStop.BOUNCED, mail=mail)
    return outcome


def _defer(mail: Mail, answer: str) -> None:
    """The server's wish is nobody's fault: it is not counted among the failures."""
    now = timezone.now()
    mail.deferrals, mail.deferred_since = mail.deferrals + 1, mail.deferred_since or now
    delay = soft_delay(mail.deferrals, mail.deferred_since, now)
    asked: dict[str, Any] = {"deferrals": mail.deferrals, "deferred_since": mail.deferred_since}
    if delay is None:
        close(mail, MailState.PARKED, server_answer=answer, **asked)
    else:
        later = now + delay
        note(mail, state=MailState.QUEUED, next_attempt_at=later, server_answer=answer, **asked)


def _repeat(mail: Mail, answer: str) -> None:
    """After five failures of our own it is parked for a person to look at."""
    delay = own_delay(mail.attempts - mail.deferrals)
    if delay is None:
        close(mail, MailState.PARKED, server_answer=answer)
    else:
        later = timezone.now() + delay
        note(mail, state=MailState.QUEUED, next_attempt_at=later, server_answer=answer)


def close(mail: Mail, state: MailState, **changes: Any) -> None:
    """This mail is done; outside the demo a code is not kept."""
    note(mail, state=state, is_over=True, **changes)


def note(mail: Mail, *, is_over: bool = False, **changes: Any) -> None:
    """Write down what changed, if the mail is still ours."""

    @transaction.atomic
    def write() -> None:
        ours = Mail.objects.filter(pk=mail.pk, claim=mail.claim, state=MailState.SENDING)
        if ours.update(claim="", **changes) and is_over and mail.is_secret and not settings.DEMO:
            _wipe(mail)

    steady(write)


def _wipe(mail: Mail) -> None:
    with translation.override(mail.language):
        text = _("The code in this mail is not kept.")
    MailWords.objects.filter(mail=mail).update(text=text, html="")


def steady(work: Callable[[], Result]) -> Result:
    """Do it again while the database is away for a moment: what was sent must be known as sent."""
    until, pause = time.monotonic() + TRY_S, 0.2
    while True:
        try:
            return work()
        except (OperationalError, InterfaceError):
            if connection.in_atomic_block or time.monotonic() > until:
                raise
            connection.close()
            time.sleep(pause)
            pause = min(pause * 2, 5.0)
