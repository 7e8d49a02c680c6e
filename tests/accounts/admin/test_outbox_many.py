from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.enums import MailState, MailStop
from accounts.models import AuditEvent, Mail, User
from tests import factories
from tests.desk import faults

pytestmark = pytest.mark.django_db

LIST = "/beheer/accounts/mail/"


def step(client: Client, mails: list[Mail], action: str, **extra: str):
    chosen = {"_selected_action": [mail.pk for mail in mails], "action": action}
    return client.post(LIST, {**chosen, **extra}, follow=True)


def parked(number: int) -> list[Mail]:
    return [factories.MailFactory(state=MailState.PARKED, attempts=5) for _ in range(number)]


def states() -> list[str]:
    return sorted(Mail.objects.values_list("state", flat=True))


def test_many_are_sent_again_after_a_question(desk: Client) -> None:
    mails = parked(3)

    question = step(desk, mails, "retry_chosen")
    asked = states()
    answer = step(desk, mails, "retry_chosen", confirmed="1")

    assert faults(question) == []
    assert "Send 3 mails again?" in question.content.decode()
    assert asked == ["parked"] * 3
    assert states() == ["queued"] * 3
    assert "3 mails: done." in answer.content.decode()
    assert AuditEvent.objects.filter(verb="mail.retry").count() == 3


def test_many_are_held_back_after_a_question(desk: Client) -> None:
    mails = [*parked(1), factories.MailFactory()]

    step(desk, mails, "cancel_chosen", confirmed="1")

    assert states() == ["cancelled"] * 2


def test_what_cannot_be_done_is_said(desk: Client) -> None:
    mails = [
        *parked(1),
        factories.MailFactory(state=MailState.SENT, sent_at=timezone.now()),
        factories.MailFactory(state=MailState.PARKED, is_secret=True),
    ]

    answer = step(desk, mails, "retry_chosen", confirmed="1")

    assert states() == ["parked", "queued", "sent"]
    assert "2 mails are not in a state" in answer.content.decode()


def test_who_may_only_look_takes_no_step(sign_in) -> None:
    looker = factories.UserFactory(is_staff=True)

    assert step(sign_in(looker), parked(1), "retry_chosen", confirmed="1").status_code in (
        302,
        403,
        200,
    )
    assert states() == ["parked"]


def test_the_outbox_is_counted_by_state(desk: Client) -> None:
    parked(2)

    text = desk.get(LIST).content.decode()

    assert '<a href="?state__exact=parked"><b>2</b> parked</a>' in text
    assert "Mail goes out on time." in text


@pytest.mark.parametrize(("query", "number"), [("", 2), ("?older=hour", 1), ("?older=day", 0)])
def test_mails_are_found_by_age(desk: Client, query: str, number: int) -> None:
    factories.MailFactory(created_at=timezone.now() - timedelta(hours=2))
    factories.MailFactory()

    assert desk.get(LIST + query).context["cl"].result_count == number


def test_mails_are_found_by_kind_in_words(desk: Client) -> None:
    factories.MailFactory(kind="new_matches")
    factories.MailFactory(kind="digest_daily")

    page = desk.get(LIST + "?kind=new_matches")

    assert page.context["cl"].result_count == 1
    assert "New vacancies that fit" in page.content.decode()
    assert "Daily mail" in page.content.decode()


def test_an_address_gets_mail_again(desk: Client) -> None:
    user = factories.UserFactory(mail_stop=MailStop.BOUNCED, mail_stopped_at=timezone.now())
    page = reverse("admin:accounts_user_change", args=[user.pk])

    text = desk.get(page).content.decode()
    desk.post(reverse("admin:accounts_user_resume_mail", args=[user.pk]))

    assert "Mail to this address comes back" in text
    assert User.objects.get(pk=user.pk).mail_stop == ""


def test_people_without_mail_are_found(desk: Client) -> None:
    user = factories.UserFactory(mail_stop=MailStop.COMPLAINED, mail_stopped_at=timezone.now())

    found = desk.get(reverse("admin:accounts_user_changelist"), {"no_mail": "1"}).context["cl"]

    assert list(found.queryset) == [user]
