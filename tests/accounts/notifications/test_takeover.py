"""Two workers that both think a mail theirs: a stale claim, a clock that jumps, a lost database."""

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend
from django.db import OperationalError
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail
from accounts.notifications import claims, delivery, notes
from tests import factories


class Wire(EmailBackend):
    """Does something at the second mail, as if it happened outside."""

    def __init__(self, at_second) -> None:
        super().__init__()
        self.at_second, self.count = at_second, 0

    def send_messages(self, messages) -> int:
        self.count += 1
        if self.count == 2:
            self.at_second()
        return super().send_messages(messages)


def sent_to() -> list[str]:
    return [message.to[0] for message in outbox.outbox]


def test_a_stale_claim_is_taken_over_from_its_end(db):
    factories.MailFactory.create_batch(5)
    now = timezone.now()
    held = claims.claim(now)

    taken = claims.claim(now + timedelta(minutes=6))

    assert taken == held[-1:]


def test_who_lost_the_end_of_a_claim_sends_nothing_more_of_it(db):
    factories.MailFactory.create_batch(5)

    def other_takes_over() -> None:
        claims.claim(timezone.now() + timedelta(minutes=6))

    delivery.Run(Wire(other_takes_over)).send_all(claims.claim())

    assert len(sent_to()) == 2
    states = Mail.objects.order_by("pk").values_list("state", "attempts")
    assert list(states) == [("sent", 1)] * 2 + [("queued", 0)] * 2 + [("sending", 2)]


def test_the_last_of_a_stale_claim_is_let_go_before_it_is_taken(db):
    mail = factories.MailFactory()
    claims.claim()
    later = timezone.now() + timedelta(minutes=6)

    assert claims.claim(later) == []
    assert claims.claim(later + claims.GRACE) == [mail]


def test_a_mail_under_way_while_it_was_let_go_is_noted(db):
    factories.MailFactory()
    (mail,) = claims.claim()
    later = timezone.now() + timedelta(minutes=6)
    claims.claim(later)

    assert notes.sent(mail, "250 taken", last=mail)()

    assert claims.claim(later + claims.GRACE) == []
    assert Mail.objects.get().state == MailState.SENT


@pytest.mark.parametrize("hours", [1, -1])
def test_a_clock_that_jumps_sends_nothing_twice(db, time_machine, hours):
    start = timezone.now()
    time_machine.move_to(start)
    factories.MailFactory.create_batch(5, next_attempt_at=start - timedelta(hours=2))

    def jump() -> None:
        time_machine.move_to(start + timedelta(hours=hours))
        delivery.Run(EmailBackend()).send_all(claims.claim())

    delivery.Run(Wire(jump)).send_all(claims.claim())
    delivery.deliver()
    time_machine.move_to(start)
    delivery.deliver()

    assert len(sent_to()) == len(set(Mail.objects.values_list("pk", flat=True))) == 5
    assert set(Mail.objects.values_list("state", flat=True)) == {MailState.SENT}


@pytest.mark.django_db(transaction=True)
def test_what_was_sent_is_noted_even_when_the_database_was_away():
    answers = iter([OperationalError(), OperationalError(), None])

    def work() -> str:
        if error := next(answers):
            raise error
        return "noted"

    assert notes.steady(work) == "noted"


def test_mails_that_once_had_to_wait_are_claimed_together(db):
    factories.MailFactory.create_batch(30, attempts=1, deferrals=1)
    failed = factories.MailFactory(attempts=2, deferrals=1)

    together = claims.claim()

    assert len(together) == 30
    assert claims.claim() == [failed]


def test_who_waited_often_and_kills_a_worker_five_times_is_parked(db):
    factories.MailFactory(attempts=9, deferrals=9)
    now = timezone.now()

    tried = [len(claims.claim(now + timedelta(minutes=6 * number))) for number in range(11)]

    assert tried == [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0]  # between two tries it is let go
    parked = Mail.objects.get()
    assert (parked.state, parked.server_answer) == (MailState.PARKED, claims.DIED)
