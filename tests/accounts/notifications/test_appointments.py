"""An appointment in a notice goes along with its mail as a file, at every attempt the same."""

from datetime import timedelta

from django.core import mail as outbox
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from accounts.enums import Category, Frequency, MailState
from accounts.models import Mail
from accounts.notifications import actions, delivery, mailing
from accounts.notifications.actions import notify

ASKED = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
OFF = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"


class Away(BaseEmailBackend):
    """A server that takes nothing."""

    def open(self):
        return True

    def send_messages(self, messages):
        raise ValueError("no")


def tell(user, number, calendar):
    notify("test_answered", to=user, dedupe=f"answer:{number}", facts={"calendar": calendar})


def files_of(message):
    return [
        (part.get_content_type(), part.get_param("method"), part.get_payload(decode=True).decode())
        for part in message.attachments
    ]


def test_an_appointment_is_a_file_of_the_mail(anna):
    tell(anna.user, 1, ASKED)

    delivery.deliver()

    message = outbox.outbox[0]
    assert files_of(message) == [("text/calendar", "REQUEST", ASKED)]
    assert message.attachments[0].get_filename() == "appointment-1.ics"


def test_each_appointment_of_a_digest_is_a_file(anna):
    actions.set_frequency(anna.user, Category.ANSWER, Frequency.DAILY, by=anna.user)
    tell(anna.user, 1, ASKED)
    tell(anna.user, 2, OFF)

    mailing.make_mails(timezone.now() + timedelta(days=1))
    delivery.deliver()

    methods = [method for _type, method, _text in files_of(outbox.outbox[0])]
    assert sorted(methods) == ["CANCEL", "REQUEST"]


def test_the_file_goes_along_at_the_next_attempt(anna):
    tell(anna.user, 1, ASKED)
    delivery.deliver(Away())
    Mail.objects.update(next_attempt_at=timezone.now())

    delivery.deliver()

    assert files_of(outbox.outbox[0]) == [("text/calendar", "REQUEST", ASKED)]
    assert Mail.objects.get().state == MailState.SENT


def test_a_mail_without_appointment_has_no_file(anna):
    tell(anna.user, 1, "")

    delivery.deliver()

    assert outbox.outbox[0].attachments == []
