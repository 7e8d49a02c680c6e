from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_changed
from django.core import mail as outbox

from accounts.audit.queries import timeline
from accounts.enums import MailState, MailStop, NoticeState
from accounts.models import Mail, Notice
from accounts.notifications import actions, delivery, stops
from accounts.notifications.actions import notify
from accounts.notifications.letters import Letter
from tests import factories


@pytest.fixture
def stopped(bram):
    stops.stop_mail(bram, MailStop.BOUNCED, mail=None)
    return bram


def test_a_stop_marks_what_waits_and_is_noted_without_address(bram):
    notify("test_answered", to=bram, dedupe="a:1")
    mail = factories.MailFactory(recipient=bram)

    assert stops.stop_mail(bram, MailStop.BOUNCED, mail=mail)

    bram.refresh_from_db()
    assert (bram.mail_stop, bram.mail_stopped_at is None) == ("bounced", False)
    assert Notice.objects.get().state == NoticeState.NO_ADDRESS
    event = timeline(bram)[0]
    assert (event.verb, event.detail) == (
        "user.mail_stopped",
        {"reason": "bounced", "mail": mail.pk},
    )


def test_a_second_stop_changes_nothing(stopped):
    assert not stops.stop_mail(stopped, MailStop.COMPLAINED, mail=None)

    stopped.refresh_from_db()
    assert stopped.mail_stop == MailStop.BOUNCED
    assert len(timeline(stopped)) == 1


def test_what_waited_unread_goes_once_the_address_works(bram):
    notify("test_answered", to=bram, dedupe="a:1")
    stops.stop_mail(bram, MailStop.BOUNCED, mail=None)
    delivery.deliver()
    assert outbox.outbox == []

    assert stops.resume_mail(bram, by=bram)
    delivery.deliver()

    assert len(outbox.outbox) == 1
    assert [event.verb for event in timeline(bram)] == ["user.mail_resumed", "user.mail_stopped"]


def test_what_was_read_meanwhile_is_not_mailed_after_all(bram):
    notify("test_answered", to=bram, dedupe="a:1", target="x:1")
    stops.stop_mail(bram, MailStop.BOUNCED, mail=None)
    actions.mark_read(bram, target="x:1")

    stops.resume_mail(bram, by=bram)

    assert Notice.objects.get().state == NoticeState.NO_ADDRESS


def test_mail_that_is_not_stopped_cannot_be_resumed(bram):
    assert not stops.resume_mail(bram, by=bram)
    assert len(timeline(bram)) == 0


def test_another_address_takes_mail(stopped):
    old = EmailAddress.objects.get(user=stopped)
    new = EmailAddress.objects.create(user=stopped, email="bram@new.example", verified=True)
    new.set_as_primary()

    email_changed.send(
        EmailAddress,
        request=SimpleNamespace(),
        user=stopped,
        from_email_address=old,
        to_email_address=new,
    )

    stopped.refresh_from_db()
    assert (stopped.mail_stop, stopped.mail_stopped_at) == ("", None)


def test_a_code_still_goes_to_a_stopped_address(stopped):
    letter = Letter(subject="Your code", code="123456")
    actions.post(
        letter,
        kind="login_code",
        key="c:1",
        to=stopped.email,
        language="en",
        recipient=stopped,
        secret=True,
    )

    delivery.deliver()

    assert Mail.objects.get().state == MailState.SENT


def test_a_mail_made_before_the_stop_stays_here_until_the_address_works(bram):
    factories.MailFactory(recipient=bram, to_address=bram.email)
    stops.stop_mail(bram, MailStop.BOUNCED, mail=None)

    delivery.deliver()
    held = Mail.objects.get()
    assert (held.state, held.server_answer) == (MailState.CANCELLED, stops.NO_ADDRESS)
    stops.resume_mail(bram, by=bram)
    delivery.deliver()

    assert Mail.objects.get().state == MailState.SENT


def test_every_page_says_that_mail_comes_back(client, stopped):
    client.force_login(stopped)

    page = client.get("/mijn/berichten/").content.decode()

    assert "Mail to bram@deltion.example comes back." in page
    assert 'action="/mijn/post/weer/"' in page


def test_who_gets_mail_reads_nothing_of_it(client, bram):
    client.force_login(bram)

    assert "mail-stop" not in client.get("/mijn/berichten/").content.decode()


def test_to_try_again_sends_mail_again(client, stopped):
    client.force_login(stopped)

    page = client.post("/mijn/post/weer/", follow=True).content.decode()

    stopped.refresh_from_db()
    assert stopped.mail_stop == ""
    assert "We send mail to bram@deltion.example again." in page
    assert "comes back. We" not in page


def test_to_try_again_is_for_who_signed_in(client, db):
    assert client.post("/mijn/post/weer/").status_code == 302
