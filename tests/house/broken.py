"""What goes wrong on purpose, with somebody's words in what is said about it."""

from smtplib import SMTPRecipientsRefused, SMTPResponseException

from celery import shared_task
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.urls import include, path

from accounts.models import User
from portal.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
def break_down(request):
    """A page that says what was typed."""
    raise ValueError(f"cannot use {request.POST}")


@open_to(Audience.EVERYONE)
def say_twice(request):
    """A page that stores an address a second time: the database quotes it."""
    with transaction.atomic():
        User.objects.create(email=request.POST["email"], name=request.POST["name"])


@shared_task(name="tests.break_down")
def break_down_later(words):
    """A task that says what it was given."""
    raise LookupError(words)


class RefusingBackend(EmailBackend):
    """A mail server that quotes the address: to @slow it asks to wait, @gone it does not know."""

    def send_messages(self, messages):
        for message in messages:
            (address,) = message.to
            if "@gone" in address:
                refusal = (550, f"5.1.1 <{address}>: no such user".encode())
                raise SMTPRecipientsRefused({address: refusal})
            if "@slow" in address:
                raise SMTPResponseException(451, f"4.2.0 <{address}>: try again".encode())
        return super().send_messages(messages)


urlpatterns = [
    path("broken/", break_down),
    path("twice/", say_twice),
    path("", include("portal.urls")),
]
