"""From the outbox to the mail server: claimed in batches, counted before the work, noted after.

First tries are claimed by the fifty, repeats one by one: a mail that kills its worker five times
takes nobody along. A claim is a conditional update, so two workers never hold the same mail.
"""

import logging
import re
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.mime.text import MIMEText
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any, Final
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.enums import MailState
from accounts.models import Mail
from accounts.models.notification import MAX_ATTEMPTS
from accounts.notifications import actions, composing, mailing, queries, registry, stops
from accounts.notifications.letters import words_of

logger = logging.getLogger(__name__)

BATCH: Final = 50
HOLD_S: Final = 120
"""No mail is begun so long after its claim: well before the claim is stale for others."""
RUN_S: Final = 240
DELAYS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 10, 60, 360))
SECRET_TERM: Final = timedelta(minutes=15)
UNREACHABLE: Final = "mail.server.unreachable"
PAUSE_S: Final = 20
METHOD: Final = re.compile(r"^METHOD:([A-Z]+)", re.MULTILINE)


class ServerUnreachableError(Exception):
    """No connection: not the fault of any mail, so none of them is counted as tried."""


def deliver(wire: BaseEmailBackend | None = None) -> int:
    """Queue what is due at once, then send what is queued; gives how many mails went out.

    `wire` replaces the mail server of the settings.
    """
    mailing.make_mails()
    if wire is None and cache.get(UNREACHABLE):
        return 0
    wire, sent, until = wire or get_connection(), 0, time.monotonic() + RUN_S
    try:
        while time.monotonic() < until and (mails := claim()):
            sent += _send_all(wire, mails)
    except ServerUnreachableError as error:
        cache.set(UNREACHABLE, True, PAUSE_S)
        logger.warning("mail server not reached: %s", error)
    finally:
        wire.close()
    return sent


def claim(now: datetime | None = None) -> list[Mail]:
    """Mails that are ours alone until the claim is stale; their attempt is counted already."""
    now = now or timezone.now()
    _park_fatal(now)
    due, token = queries.due(now), uuid4().hex
    chosen = list(due.filter(attempts=0).values_list("pk", flat=True)[:BATCH])
    chosen = chosen or list(due.values_list("pk", flat=True)[:1])
    due.filter(pk__in=chosen).order_by().update(
        state=MailState.SENDING, claim=token, claimed_at=now, attempts=F("attempts") + 1
    )
    ours = Mail.objects.filter(pk__in=chosen, claim=token).select_related("recipient")
    return list(ours.order_by("-is_secret", "next_attempt_at", "pk"))


def _park_fatal(now: datetime) -> None:
    """Mails whose worker died at the last attempt are not tried again."""
    stale = Mail.objects.filter(
        state=MailState.SENDING,
        claimed_at__lt=now - queries.CLAIM_TERM,
        attempts__gte=MAX_ATTEMPTS,
    )
    stale.update(state=MailState.PARKED, claim="", server_answer="The worker died at every attempt")


def _send_all(wire: BaseEmailBackend, mails: Sequence[Mail]) -> int:
    """Send a claimed batch; what is not begun in time, or cannot leave, is handed back."""
    began, sent = time.monotonic(), 0
    ready = _worded(mails)
    for number, mail in enumerate(ready):
        if time.monotonic() - began > HOLD_S:
            _hand_back(ready[number:])
            break
        try:
            sent += _send(wire, mail)
        except ServerUnreachableError:
            _hand_back(ready[number:])
            raise
    return sent


# Words


def _worded(mails: Sequence[Mail]) -> list[Mail]:
    """The mails that have something to say; one that cannot be worded fails alone."""
    now = timezone.now()
    lapsed = [mail for mail in mails if mail.is_secret and _is_lapsed(mail, now)]
    for mail in lapsed:
        _close(mail, MailState.CANCELLED, server_answer="The code had lapsed")
    unwanted = [mail for mail in mails if stops.takes_no_mail(mail)]
    for mail in unwanted:
        _close(mail, MailState.CANCELLED, server_answer=stops.NO_ADDRESS)
    left = [mail for mail in mails if mail not in lapsed and mail not in unwanted]
    ready = [mail for mail in left if mail.text]
    return ready + _compose([mail for mail in left if not mail.text])


def _is_lapsed(mail: Mail, now: datetime) -> bool:
    return mail.created_at < now - registry.link_term(mail.kind, SECRET_TERM)


def _compose(mails: Sequence[Mail]) -> list[Mail]:
    if not mails:
        return []
    try:
        return _composed(mails)
    except Exception as error:  # whatever a kind of notice raises must not stop the others
        if len(mails) == 1:
            _fail(mails[0], error)
            return []
    return [ready for mail in mails for ready in _compose([mail])]


def _composed(mails: Sequence[Mail]) -> list[Mail]:
    for mail in mails:
        if mail.recipient:
            mail.language, mail.to_address = mail.recipient.language, mail.recipient.email
    letters, gone = composing.letters_for(mails)
    for mail in mails:
        if letter := letters.get(mail.pk):
            with translation.override(mail.language):
                words = words_of(letter)
            mail.subject, mail.text, mail.html = words.subject, words.text, words.html
            mail.unsubscribe_url = letter.footer[0].href
            mail.calendars = list(letter.calendars)
    actions.withdraw(gone)
    for mail in mails:
        if mail.pk not in letters:
            _close(mail, MailState.CANCELLED, server_answer="Nothing left to tell")
    return [mail for mail in mails if mail.pk in letters]


# Sending


def _send(wire: BaseEmailBackend, mail: Mail) -> bool:
    """Whether the server took it. Raises ServerUnreachableError when there is no server."""
    try:
        wire.open()
    except (OSError, SMTPException) as error:
        raise ServerUnreachableError(type(error).__name__) from error
    try:
        wire.send_messages([_message(mail)])
    except Exception as error:  # a refused address, a lost connection, a header that is not one
        wire.close()
        _fail(mail, error)
        return False
    answer = str(getattr(wire, "answer", ""))[:300]
    _close(mail, MailState.SENT, sent_at=timezone.now(), server_answer=answer)
    return True


def _message(mail: Mail) -> EmailMultiAlternatives:
    headers = {
        "Message-ID": f"<{mail.message_id}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.language,
    }
    if mail.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[mail.to_address], headers=headers)
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    with translation.override(mail.language):
        name = _("appointment")
    for number, text in enumerate(mail.calendars, start=1):
        message.attach(_appointment(text, f"{name}-{number}.ics"))
    return message


def _appointment(text: str, name: str) -> MIMEText:
    """A file that calendars read; its media type repeats the METHOD (RFC 6047, 2.4)."""
    part = MIMEText(text, "calendar", "utf-8")
    if found := METHOD.search(text):
        part.set_param("method", found[1])
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


# What became of it


def _fail(mail: Mail, error: Exception) -> None:
    """Try again later, each time later; after five attempts park it for a person to look at."""
    logger.warning("mail %s failed, attempt %s: %s", mail.pk, mail.attempts, type(error).__name__)
    answer = _answer_of(error)[:300]
    if mail.attempts >= MAX_ATTEMPTS:
        _close(mail, MailState.PARKED, server_answer=answer)
        return
    later = timezone.now() + DELAYS[mail.attempts - 1]
    _note(mail, state=MailState.QUEUED, next_attempt_at=later, server_answer=answer)


def _answer_of(error: Exception) -> str:
    if isinstance(error, SMTPRecipientsRefused):
        return _line(*next(iter(error.recipients.values())))
    if isinstance(error, SMTPResponseException):
        return _line(error.smtp_code, error.smtp_error)
    return f"{type(error).__name__}: {error}"


def _line(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode('utf-8', 'replace') if isinstance(words, bytes) else words}"


def _hand_back(mails: Sequence[Mail]) -> None:
    """Queue again as if never claimed."""
    Mail.objects.filter(
        pk__in=[mail.pk for mail in mails], claim=mails[0].claim, state=MailState.SENDING
    ).update(state=MailState.QUEUED, claim="", attempts=F("attempts") - 1)


def _close(mail: Mail, state: MailState, **changes: Any) -> None:
    """This mail is done; outside the demo a code is not kept."""
    if mail.is_secret and not settings.DEMO:
        with translation.override(mail.language):
            mail.text, mail.html = _("The code in this mail is not kept."), ""
    _note(mail, state=state, **changes)


def _note(mail: Mail, **changes: Any) -> None:
    """Write down words and outcome, if the mail is still ours."""
    Mail.objects.filter(pk=mail.pk, claim=mail.claim, state=MailState.SENDING).update(
        claim="",
        to_address=mail.to_address,
        language=mail.language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        calendars=mail.calendars,
        unsubscribe_url=mail.unsubscribe_url,
        **changes,
    )
