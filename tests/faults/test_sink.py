"""The mail server of a run, spoken to as the site speaks to one."""

import os
import smtplib
from email.message import EmailMessage

import pytest

from bench.faults import sink
from bench.faults.mailserver import MailServer


@pytest.fixture
def server(tmp_path):
    server = MailServer(tmp_path, os.environ)
    yield server
    server.stop()


def send(server: MailServer, to: str = "anna@example.org") -> None:
    mail = EmailMessage()
    mail["Message-ID"] = "<one@example.org>"
    mail["From"], mail["To"], mail["Subject"] = "post@example.org", to, "note-0000007-"
    mail.set_content("Lees ook note-0000008- in één mail. " * 9)
    with smtplib.SMTP("127.0.0.1", server.port, timeout=2) as line:
        line.send_message(mail)


def test_what_is_taken_is_written_down(server):
    send(server)

    (mail,) = server.taken()
    assert (mail.message_id, mail.recipient) == ("one@example.org", "anna@example.org")
    assert mail.numbers == (7, 8)


@pytest.mark.parametrize(
    ("mood", "error"),
    [
        (sink.REFUSE, ConnectionRefusedError),
        (sink.SILENT, smtplib.SMTPServerDisconnected),
        (sink.CLOSING, smtplib.SMTPConnectError),
        (sink.BUSY, smtplib.SMTPRecipientsRefused),
        (sink.HANG_UP, smtplib.SMTPServerDisconnected),
    ],
)
def test_every_mood_refuses_in_its_own_way_and_heals(server, mood, error):
    server.be(mood)
    with pytest.raises(error):
        send(server)
    assert server.taken() == []

    server.be(sink.WELL)
    send(server)
    assert len(server.taken()) == 1


@pytest.mark.parametrize(
    ("address", "error"),
    [(sink.UNKNOWN, smtplib.SMTPRecipientsRefused), (sink.UNWANTED, smtplib.SMTPDataError)],
)
def test_an_address_is_refused_until_it_is_healed(server, address, error):
    with pytest.raises(error):
        send(server, f"{address}0@example.org")

    server.be("heal")
    send(server, f"{address}0@example.org")
    assert len(server.taken()) == 1
