"""Mail that came back after it was sent, and mail that its reader called spam."""

import logging
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.audit.queries import timeline
from accounts.enums import MailState, MailStop
from accounts.models import Mail, User
from accounts.notifications import receipts, stops
from accounts.notifications.reports import Report, Verdict

logger = logging.getLogger(__name__)

CLOCKS: Final = timedelta(minutes=5)
"""So far the clock of a mail service may be from ours."""
ANSWER: Final = 300


@transaction.atomic
def note(report: Report) -> Mail | None:
    """Note what became of a mail, and stop an address that is gone or whose owner complains.

    Twice is as good as once. Gives the mail; None when it is none of ours.
    """
    receipts.settle()
    mail = _mail_of(report)
    if mail is None:
        logger.info("a mail service reports %s of a mail that is not ours", report.verdict)
        return None
    logger.info("mail %s: %s", mail.pk, report.verdict)
    match report.verdict:
        case Verdict.DEFERRED:
            _note_answer(mail, report)
        case Verdict.COMPLAINED:
            _complain(mail)
        case _:
            _take_back(mail, report)
    return mail


def _mail_of(report: Report) -> Mail | None:
    """By our Message-ID, else the latest mail that went to the address before the report."""
    mails = Mail.objects.select_for_update()
    known = (MailState.SENDING, MailState.SENT, MailState.RETURNED)
    named = mails.filter(message_id=report.message_id, state__in=known).first()
    if named or not report.recipient:
        return named
    sent = mails.filter(
        to_address__in={report.recipient, report.recipient.lower()},
        sent_at__lte=(report.at or timezone.now()) + CLOCKS,
        state__in=(MailState.SENT, MailState.RETURNED),
    )
    return sent.order_by("-sent_at", "-pk").first()


def _note_answer(mail: Mail, report: Report) -> None:
    if mail.state == MailState.SENT and report.answer:
        mail.server_answer = report.answer[:ANSWER]
        mail.save(update_fields=["server_answer"])


def _take_back(mail: Mail, report: Report) -> None:
    if mail.state == MailState.RETURNED:
        return
    mail.state, mail.claim = MailState.RETURNED, ""
    mail.server_answer = report.answer[:ANSWER]
    mail.save(update_fields=["state", "claim", "server_answer"])
    audit.record("mail.returned", mail, by=None, detail={"gone": report.verdict == Verdict.GONE})
    if report.verdict == Verdict.GONE:
        _stop(mail, MailStop.BOUNCED)


def _complain(mail: Mail) -> None:
    if timeline(mail).filter(verb="mail.complained").exists():
        return
    audit.record("mail.complained", mail, by=None)
    _stop(mail, MailStop.COMPLAINED)


def _stop(mail: Mail, reason: MailStop) -> None:
    """Stop the address, if it still is the one to which its owner gets mail.

    Who changed it since, or said since that it works again, is not stopped by an old mail.
    """
    user = User.objects.filter(email=mail.to_address.lower()).first()
    if user is None or mail.recipient_id not in (None, user.pk):
        return
    resumed = timeline(user).filter(verb="user.mail_resumed", at__gt=mail.sent_at or timezone.now())
    if not resumed.exists():
        stops.stop_mail(user, reason, mail=mail)
