from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.audit.queries import timeline
from accounts.enums import MailState, MailStop, NoticeState
from accounts.models import Mail, Notice
from accounts.notifications import actions, bounces, stops
from accounts.notifications.reports import Report, Verdict
from tests import factories

pytestmark = pytest.mark.django_db


def sent(to, **values):
    """A mail that went to this person's address an hour ago."""
    hour_ago = timezone.now() - timedelta(hours=1)
    told = {"recipient": to, "to_address": to.email, "state": MailState.SENT, "sent_at": hour_ago}
    return factories.MailFactory(**told | values)


def report(verdict, mail=None, **values):
    told = {
        "message_id": mail.message_id if mail else "of-the-service",
        "recipient": mail.to_address if mail else "",
        "at": timezone.now(),
        "answer": "550 5.1.1 no such user",
    }
    return bounces.note(Report(verdict=verdict, **told | values))


@pytest.fixture
def mail(anna):
    return sent(anna.user)


def move(person):
    person.user.email = "anna@new.example"
    person.user.save()
    person.user.emailaddress_set.update(email=person.user.email)


def stop_of(person):
    person.user.refresh_from_db()
    return person.user.mail_stop


def test_address_that_is_gone_is_stopped(anna, mail):
    waiting = Notice.objects.create(
        recipient=anna.user, kind="new_matches", category="match", dedupe_key="m:1"
    )

    report(Verdict.GONE, mail)

    mail.refresh_from_db()
    waiting.refresh_from_db()
    assert (mail.state, mail.server_answer) == (MailState.RETURNED, "550 5.1.1 no such user")
    assert stop_of(anna) == MailStop.BOUNCED
    assert waiting.state == NoticeState.NO_ADDRESS
    assert [event.verb for event in timeline(mail)] == ["mail.returned"]


def test_mail_that_came_back_once_does_not_stop_the_address(anna, mail):
    report(Verdict.RETURNED, mail)

    mail.refresh_from_db()
    assert (mail.state, stop_of(anna)) == (MailState.RETURNED, "")


def test_complaint_stops_the_address(anna, mail):
    report(Verdict.COMPLAINED, mail)

    mail.refresh_from_db()
    assert (mail.state, stop_of(anna)) == (MailState.SENT, MailStop.COMPLAINED)


def test_delay_is_only_noted(anna, mail):
    report(Verdict.DEFERRED, mail, answer="451 4.2.0 try again")

    mail.refresh_from_db()
    assert (mail.state, mail.server_answer) == (MailState.SENT, "451 4.2.0 try again")
    assert stop_of(anna) == ""


@pytest.mark.parametrize("verdict", [Verdict.GONE, Verdict.COMPLAINED])
def test_twice_is_once(anna, mail, verdict):
    report(verdict, mail)
    stops.resume_mail(anna.user, by=anna.user)

    report(verdict, mail)

    assert stop_of(anna) == ""
    assert len(timeline(mail)) == 1


def test_report_by_the_id_of_the_service_is_about_the_latest_mail(anna, mail):
    latest = sent(anna.user, sent_at=timezone.now() - timedelta(minutes=10))
    sent(factories.UserFactory())

    assert report(Verdict.GONE, recipient="Anna@Example.org") == latest
    assert stop_of(anna) == MailStop.BOUNCED


def test_report_is_not_about_a_mail_that_went_later(anna, mail):
    sent(anna.user, sent_at=timezone.now())

    found = report(
        Verdict.GONE, recipient=mail.to_address, at=timezone.now() - timedelta(minutes=30)
    )

    assert found == mail


@pytest.mark.parametrize("recipient", ["", "nobody@example.org"])
def test_address_of_nobody_is_ignored(mail, recipient):
    assert report(Verdict.GONE, recipient=recipient) is None


def test_old_address_does_not_stop_the_new_one(anna, mail):
    move(anna)

    report(Verdict.GONE, mail)

    mail.refresh_from_db()
    assert (mail.state, stop_of(anna)) == (MailState.RETURNED, "")


def test_somebody_who_has_the_address_now_is_not_stopped(anna, mail):
    move(anna)
    other = factories.ProfessionalFactory(user__email="anna@example.org")

    report(Verdict.GONE, mail)

    assert stop_of(other) == ""


def test_late_report_does_not_stop_who_said_that_it_works_again(anna, mail):
    before = sent(anna.user)
    report(Verdict.GONE, mail)
    stops.resume_mail(anna.user, by=anna.user)

    report(Verdict.GONE, before)

    assert stop_of(anna) == ""


def test_mail_that_is_not_noted_as_sent_yet_can_come_back(anna):
    mail = factories.MailFactory(
        recipient=anna.user, to_address=anna.user.email, state=MailState.SENDING, claim="held"
    )

    report(Verdict.GONE, mail)

    mail.refresh_from_db()
    assert (mail.state, mail.claim, stop_of(anna)) == (MailState.RETURNED, "", MailStop.BOUNCED)


def test_letter_to_an_address_without_an_account_comes_back():
    mail = factories.MailFactory(state=MailState.SENT, sent_at=timezone.now())

    report(Verdict.GONE, mail)

    assert Mail.objects.get().state == MailState.RETURNED


def test_mail_that_came_back_can_be_sent_again_by_hand(mail, mo):
    report(Verdict.RETURNED, mail)
    mail.refresh_from_db()

    actions.retry(mail, by=mo)

    mail.refresh_from_db()
    assert mail.state == MailState.QUEUED


def test_address_is_not_logged(anna, mail, caplog):
    caplog.set_level("INFO")

    report(Verdict.GONE, mail)
    report(Verdict.GONE, recipient="nobody@example.org")

    assert "example.org" not in caplog.text
    assert "mail" in caplog.text
