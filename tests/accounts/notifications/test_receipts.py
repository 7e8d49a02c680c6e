"""A receipt counts from the moment it is noted, whenever it gets into the row of its mail."""

from datetime import timedelta

import pytest
from django.db import InterfaceError
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail, MailReceipt
from accounts.notifications import ahead, bounces, claims, receipts
from accounts.notifications.reports import Report, Verdict
from tests import factories

ANSWER = "250 2.0.0 Ok: queued as 4Bx9"


@pytest.fixture
def noted(db) -> Mail:
    """The first of three claimed mails, which the server took."""
    factories.MailFactory.create_batch(3)
    first, _second, last = claims.claim()
    assert receipts.Noting(first, ANSWER, last=last).is_ours()
    return first


def test_what_the_server_took_is_sent_at_that_moment_with_its_answer(noted):
    took = MailReceipt.objects.get().sent_at

    receipts.settle()

    noted.refresh_from_db()
    assert (noted.state, noted.claim) == (MailState.SENT, "")
    assert (noted.sent_at, noted.server_answer) == (took, ANSWER)
    assert not MailReceipt.objects.exists()


def test_the_mails_of_a_worker_that_died_are_claimed_without_those_it_sent(noted):
    later = timezone.now() + timedelta(minutes=6)

    moments = (later, later, later + claims.GRACE)
    claimed = {mail.pk for moment in moments for mail in claims.claim(moment)}

    assert len(claimed) == 2
    assert noted.pk not in claimed
    assert Mail.objects.get(pk=noted.pk).state == MailState.SENT


def test_a_receipt_that_another_worker_settles_keeps_its_mail_from_being_claimed(
    noted, monkeypatch
):
    monkeypatch.setattr(receipts, "settle", lambda: None)
    later = timezone.now() + timedelta(minutes=6)

    claimed = {mail.pk for _turn in range(3) for mail in claims.claim(later)}

    assert noted.pk not in claimed


def test_who_lost_the_mail_keeps_no_receipt(db):
    mail = factories.MailFactory()
    (held,) = claims.claim()
    Mail.objects.update(claim="another")

    assert not receipts.Noting(held, ANSWER, last=held).is_ours()

    assert not MailReceipt.objects.exists()
    assert mail.pk == held.pk


def test_a_receipt_is_noted_again_when_its_answer_never_comes(db, monkeypatch):
    class NeverAnswered:
        def row(self) -> None:
            raise InterfaceError

    factories.MailFactory()
    (held,) = claims.claim()
    monkeypatch.setattr(ahead, "ask", lambda _statement, _values: NeverAnswered())
    noting = receipts.Noting(held, ANSWER, last=held)

    with pytest.raises(InterfaceError):
        noting.is_ours()

    assert noting.is_ours()
    assert MailReceipt.objects.get().answer == ANSWER


def test_a_mail_that_comes_back_at_once_stays_returned(noted):
    bounces.note(
        Report(Verdict.RETURNED, noted.message_id, noted.to_address, timezone.now(), "550 no")
    )
    receipts.settle()

    noted.refresh_from_db()
    assert (noted.state, noted.server_answer) == (MailState.RETURNED, "550 no")
    assert noted.sent_at is not None
