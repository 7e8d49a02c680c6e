"""Against a real mail server, in all its moods."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.cache import cache
from django.core.mail import get_connection
from django.db import DatabaseError
from django.utils import timezone

from accounts.enums import MailState, MailStop
from accounts.models import Mail, MailReceipt, MailWords
from accounts.notifications import claims, delivery, notes
from accounts.notifications.smtp import EmailBackend
from tests import factories


class Sink:
    """Takes mail; `moods` says per address what it answers instead."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.moods: dict[str, str] = {}
        self.sessions: set[int] = set()
        self.extensions: list[str] = []

    async def handle_EHLO(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [responses[0], *self.extensions, *responses[1:]]

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        self.sessions.add(id(session))
        mood = self.moods.get(address, "")
        if mood == "hang up":
            server.transport.close()
        if mood[:1] in ("4", "5"):
            return mood
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if words := self.moods.get(f"end of {envelope.rcpt_tos[0]}"):
            return words
        self.taken.append(message_from_bytes(envelope.content))
        return f"250 2.0.0 queued as {len(self.taken)}"


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(sink: Sink, port: int) -> Iterator[None]:
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    yield
    controller.stop()


@pytest.fixture
def port(settings) -> int:
    settings.EMAIL_BACKEND = "accounts.notifications.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_TIMEOUT = 5
    return int(settings.EMAIL_PORT)


@pytest.fixture
def sink(port: int) -> Iterator[Sink]:
    mailbox = Sink()
    with serving(mailbox, port):
        yield mailbox


@pytest.fixture
def mails(db: None) -> Callable[..., list[Mail]]:
    """Queued mails to these names, in this order."""

    def queue(*names: str) -> list[Mail]:
        return [factories.MailFactory(to_address=f"{name}@example.org") for name in names]

    return queue


def test_many_mails_leave_over_one_connection_with_their_receipts(sink, mails):
    mails(*"abcde")

    assert delivery.deliver() == 5

    assert len(sink.sessions) == 1
    answers = Mail.objects.order_by("pk").values_list("server_answer", flat=True)
    assert list(answers) == [f"250 2.0.0 queued as {n}" for n in range(1, 6)]


def test_a_mail_arrives_as_text_and_html_under_its_own_id(sink, db):
    mail = factories.MailFactory(
        words__html="<p>Olga nodigt je uit – ✓</p>", words__text="Olga nodigt je uit – ✓"
    )

    delivery.deliver()

    message = sink.taken[0]
    parts = [part.get_content_type() for part in message.walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]
    assert message["Message-ID"] == f"<{mail.message_id}>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "Dagdeel <post@dagdeel.example>"
    assert message["List-Unsubscribe"] is None


@pytest.mark.parametrize("answer", ["450 4.2.1 try later", "452 4.2.2 mailbox full"])
def test_a_mail_that_has_to_wait_waits_and_the_others_leave(sink, mails, answer):
    mails("a", "refused", "c")
    sink.moods["refused@example.org"] = answer

    assert delivery.deliver() == 2

    refused = Mail.objects.get(to_address="refused@example.org")
    assert (refused.state, refused.attempts, refused.deferrals) == (MailState.QUEUED, 1, 1)
    assert refused.server_answer == answer
    assert refused.next_attempt_at > timezone.now() + timedelta(seconds=50)


def test_who_is_asked_to_wait_for_three_days_is_parked(sink, mails, time_machine):
    start = timezone.now()
    time_machine.move_to(start)
    mails("busy")
    sink.moods["busy@example.org"] = "450 4.2.1 try later"
    tried = []

    while (mail := Mail.objects.get()).state == MailState.QUEUED:
        time_machine.move_to(mail.next_attempt_at + timedelta(seconds=1))
        cache.clear()
        delivery.deliver()
        tried.append(round((timezone.now() - start).total_seconds() / 60))

    assert tried[:6] == [0, 1, 6, 26, 86, 266]
    assert (mail.state, mail.attempts - mail.deferrals) == (MailState.PARKED, 0)
    assert mail.deferrals == len(tried)
    assert 3 * 24 * 60 <= tried[-1] < (3 * 24 + 7) * 60


def test_an_address_that_does_not_exist_gets_nothing_more(sink, bram):
    gone = factories.MailFactory(to_address=bram.email, recipient=bram)
    factories.MailFactory(to_address="c@example.org")
    sink.moods[bram.email] = "550 5.1.1 no such user"

    assert delivery.deliver() == 1

    gone.refresh_from_db()
    bram.refresh_from_db()
    assert (gone.state, gone.server_answer) == (MailState.PARKED, "550 5.1.1 no such user")
    assert bram.mail_stop == MailStop.BOUNCED


@pytest.mark.parametrize("answer", ["554 5.7.1 relay access denied", "550 5.7.26 not signed"])
def test_what_a_server_forbids_says_nothing_of_the_address(sink, bram, answer):
    mail = factories.MailFactory(to_address=bram.email, recipient=bram)
    sink.moods[bram.email] = answer

    delivery.deliver()

    mail.refresh_from_db()
    bram.refresh_from_db()
    assert (mail.state, mail.server_answer, bram.mail_stop) == (MailState.PARKED, answer, "")


def test_a_server_that_goes_gets_no_other_mail_for_a_while(sink, mails):
    mails("a", "last", "c")
    sink.moods["last@example.org"] = "421 4.3.2 going down"

    assert delivery.deliver() == 1
    assert delivery.deliver() == 0

    rows = Mail.objects.order_by("pk").values_list("state", "attempts", "deferrals")
    assert list(rows) == [("sent", 1, 0), ("queued", 1, 1), ("queued", 0, 0)]


def test_ten_refusals_in_a_row_are_the_fault_of_the_server(sink, mails):
    names = [f"p{number}" for number in range(15)]
    mails(*names)
    for name in names:
        sink.moods[f"{name}@example.org"] = "451 4.3.0 later"

    delivery.deliver()
    assert Mail.objects.filter(deferrals=1).count() == delivery.IN_A_ROW
    cache.delete(delivery.UNREACHABLE)
    delivery.deliver()  # one is enough to see that nothing changed

    assert Mail.objects.filter(deferrals=1).count() == delivery.IN_A_ROW + 1
    assert Mail.objects.filter(attempts=0).count() == 4


def test_a_healed_server_gets_all_of_them_once(sink, mails, time_machine):
    names = [f"p{number}" for number in range(15)]
    mails(*names)
    for name in names:
        sink.moods[f"{name}@example.org"] = "451 4.3.0 later"
    delivery.deliver()
    sink.moods.clear()

    time_machine.move_to(timezone.now() + timedelta(minutes=2))
    cache.delete(delivery.UNREACHABLE)
    assert delivery.deliver() == 15

    assert len({message["To"] for message in sink.taken}) == len(sink.taken) == 15


def test_where_the_server_allows_it_three_questions_are_one(sink, mails):
    sink.extensions = ["250-PIPELINING"]
    mails("a", "refused", "c")
    sink.moods["refused@example.org"] = "550 5.1.1 no such user"

    assert delivery.deliver() == 2

    assert [message["To"] for message in sink.taken] == ["a@example.org", "c@example.org"]
    assert len(sink.sessions) == 1


def test_what_is_refused_at_its_end_leaves_the_line_to_the_next(sink, mails):
    sink.extensions = ["250-PIPELINING"]
    mails("a", "spam", "c")
    sink.moods["end of spam@example.org"] = "554 5.7.1 looks like spam"

    assert delivery.deliver() == 2

    assert [message["To"] for message in sink.taken] == ["a@example.org", "c@example.org"]
    assert len(sink.sessions) == 1
    assert Mail.objects.get(to_address="spam@example.org").state == MailState.PARKED


def test_a_mail_that_was_announced_and_does_not_come_leaves_the_line_to_others(sink, mails):
    sink.extensions = ["250-PIPELINING"]
    first, second, third = mails("a", "b", "c")
    wire = get_connection()
    wire.open()
    wire.begin(first)
    wire.end(following=second)

    wire.begin(third)
    wire.end()
    wire.close()

    assert [message["To"] for message in sink.taken] == ["a@example.org", "c@example.org"]


def test_a_mail_made_ready_and_then_claimed_anew_says_what_it_says_now(sink, mails):
    first, second = mails("a", "b")
    wire = get_connection()
    wire.open()
    wire.begin(first)
    wire.end(following=second)

    MailWords.objects.filter(mail=second).update(text="Something else.")
    wire.begin(Mail.objects.get(pk=second.pk))
    wire.end()
    wire.close()

    assert sink.taken[1].get_payload().strip() == "Something else."


def test_a_mail_that_is_begun_and_not_ended_does_not_arrive(sink, mails):
    (mail,) = mails("a")
    wire = get_connection()
    wire.open()

    wire.begin(mail)
    wire.close()

    assert sink.taken == []


def test_the_receipt_of_a_mail_is_noted_before_the_next_one_ends(sink, mails, monkeypatch):
    mails("a", "b")
    noted_at, end = [], EmailBackend.end

    def ends(wire: EmailBackend, **following: Mail | None) -> str:
        noted_at.append(MailReceipt.objects.count())
        return end(wire, **following)

    monkeypatch.setattr(EmailBackend, "end", ends)
    delivery.deliver()

    assert noted_at == [0, 1]


@pytest.mark.parametrize("loses", ["the claim", "the database"])
def test_who_cannot_note_a_receipt_ends_no_other_mail(sink, mails, monkeypatch, loses):
    mails("a", "b", "c")
    notes_of = notes.sent

    def fails(mail: Mail, answer: str, *, last: Mail) -> Callable[[], bool]:
        noting = notes_of(mail, answer, last=last)

        def is_ours() -> bool:
            noting()
            if loses == "the claim":
                return False
            raise DatabaseError

        return is_ours

    monkeypatch.setattr(notes, "sent", fails)
    run = delivery.Run(get_connection())
    with suppress(DatabaseError):
        run.send_all(claims.claim())
    run.wire.close()

    assert [message["To"] for message in sink.taken] == ["a@example.org"]


def test_a_line_of_one_dot_does_not_end_a_mail(sink, db):
    factories.MailFactory(words__text="first\n.\n..two\n.last\n")

    delivery.deliver()

    assert sink.taken[0].get_payload(decode=True) == b"first\r\n.\r\n..two\r\n.last\r\n"


def test_a_dropped_connection_is_made_again_for_the_next_mail(sink, mails):
    mails("a", "dropped", "c")
    sink.moods["dropped@example.org"] = "hang up"

    assert delivery.deliver() == 2

    assert len(sink.sessions) == 2
    assert Mail.objects.get(to_address="dropped@example.org").state == MailState.QUEUED


@pytest.mark.usefixtures("port")
def test_without_a_server_no_mail_is_counted_as_tried(mails):
    mails("a", "b")

    for _sweep in range(10):
        cache.clear()
        assert delivery.deliver() == 0

    rows = list(Mail.objects.values_list("state", "attempts", "claim"))
    assert rows == [(MailState.QUEUED, 0, "")] * 2


def test_when_the_server_is_back_all_is_sent_once(port, mails):
    mails("a", "b")
    delivery.deliver()
    cache.clear()

    sink = Sink()
    with serving(sink, port):
        delivery.deliver()
        delivery.deliver()

    assert sorted(message["To"] for message in sink.taken) == ["a@example.org", "b@example.org"]


@pytest.mark.usefixtures("port")
def test_a_server_that_is_away_is_left_alone_for_a_while(mails):
    mails("a")
    delivery.deliver()

    assert cache.get(delivery.UNREACHABLE)
    assert delivery.deliver() == 0


def test_a_batch_held_too_long_is_handed_back(sink, mails, monkeypatch):
    mails("a", "b")
    monkeypatch.setattr(delivery, "HOLD_S", -1)
    monkeypatch.setattr(delivery, "RUN_S", 0.05)

    assert delivery.deliver() == 0

    assert list(Mail.objects.values_list("state", "attempts")) == [(MailState.QUEUED, 0)] * 2
