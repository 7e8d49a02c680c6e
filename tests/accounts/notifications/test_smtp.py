"""Against a real mail server, in all its moods."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.cache import cache
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail
from accounts.notifications import delivery
from tests import factories


class Sink:
    """Takes mail; `moods` says per address what it answers instead."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.moods: dict[str, str] = {}
        self.sessions: set[int] = set()

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
        html="<p>Olga nodigt je uit – ✓</p>", text="Olga nodigt je uit – ✓"
    )

    delivery.deliver()

    message = sink.taken[0]
    parts = [part.get_content_type() for part in message.walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]
    assert message["Message-ID"] == f"<{mail.message_id}>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "Dagdeel <post@dagdeel.example>"
    assert message["List-Unsubscribe"] is None


@pytest.mark.parametrize(
    "answer", ["450 4.2.1 try later", "550 5.1.1 no such user", "421 4.7.0 go away"]
)
def test_a_refused_address_waits_and_the_others_leave(sink, mails, answer):
    mails("a", "refused", "c")
    sink.moods["refused@example.org"] = answer

    assert delivery.deliver() == 2

    refused = Mail.objects.get(to_address="refused@example.org")
    assert (refused.state, refused.attempts) == (MailState.QUEUED, 1)
    assert refused.server_answer == answer
    assert refused.next_attempt_at > timezone.now() + timedelta(seconds=50)


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
