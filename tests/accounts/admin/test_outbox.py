import pytest
from django.test import Client
from django.urls import reverse

from accounts.enums import MailState, NoticeState
from accounts.models import Mail, Notice
from tests import factories
from tests.desk import faults, notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def parked() -> Mail:
    mail: Mail = factories.MailFactory(
        state=MailState.PARKED,
        attempts=5,
        server_answer="550 no such mailbox",
        words__html="<style>p { color: red }</style><p>Olga invites you.</p>",
    )
    return mail


def url(mail: Mail, page: str = "change") -> str:
    return reverse(f"admin:accounts_mail_{page}", args=[mail.pk])


def test_a_parked_mail_is_read_and_sent_again(desk: Client, parked: Mail) -> None:
    text = desk.get(url(parked)).content.decode()
    desk.post(url(parked, "retry"))

    parked.refresh_from_db()
    assert "550 no such mailbox" in text
    assert "Olga invites you." in text
    assert (parked.state, parked.attempts) == (MailState.QUEUED, 0)


def test_the_list_shows_what_a_mail_is_called(desk: Client) -> None:
    factories.MailFactory(subject="Olga nodigt je uit")

    assert (
        "Olga nodigt je uit" in desk.get(reverse("admin:accounts_mail_changelist")).content.decode()
    )


def test_a_queued_mail_can_be_cancelled(desk: Client) -> None:
    mail = factories.MailFactory()

    desk.post(url(mail, "cancel"))

    mail.refresh_from_db()
    assert mail.state == MailState.CANCELLED


def test_a_sent_mail_cannot_be_cancelled(desk: Client, parked: Mail) -> None:
    Mail.objects.filter(pk=parked.pk).update(state=MailState.SENT, sent_at=parked.created_at)

    response = desk.post(url(parked, "cancel"), follow=True)

    parked.refresh_from_db()
    assert parked.state == MailState.SENT
    assert "not in a state in which that can be done" in response.content.decode()


def test_the_sheet_of_a_mail_can_do_nothing(desk: Client, parked: Mail) -> None:
    response = desk.get(url(parked, "html"))

    assert response.headers["Content-Security-Policy"].endswith("sandbox")
    assert "<p>Olga invites you.</p>" in response.content.decode()


def test_a_code_is_never_shown(desk: Client) -> None:
    mail = factories.MailFactory(
        is_secret=True, words__text="Your code: ABCD", words__html="<p>ABCD</p>"
    )

    assert "ABCD" not in desk.get(url(mail)).content.decode()
    assert desk.get(url(mail, "html")).content == b""


def test_a_mail_of_notices_tells_what_it_is_made_of(desk: Client) -> None:
    row = notice(1)
    mail = factories.MailFactory(subject="", words=None)
    Notice.objects.filter(pk=row.pk).update(mail=mail, state=NoticeState.MAILED)

    response = desk.get(url(mail))

    assert faults(response) == []
    assert "Not written yet: Invitation by a school" in response.content.decode()
    assert "Vacancy open" in response.content.decode()


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (NoticeState.WAITING, "It was told just now"),
        (NoticeState.MAILED, "It went out in the mail below."),
        (NoticeState.NOT_WANTED, "This person wants no mail about this."),
        (NoticeState.WITHDRAWN, "What it told was no longer true"),
    ],
)
def test_a_notice_tells_why_there_is_no_mail(desk: Client, state: str, told: str) -> None:
    row = notice(1)
    Notice.objects.filter(pk=row.pk).update(state=state)

    page = desk.get(reverse("admin:accounts_notice_change", args=[row.pk]))

    assert told in page.content.decode()


def test_nobody_else_reads_a_mail(as_anna: Client, as_bram: Client, parked: Mail) -> None:
    for client in (as_anna, as_bram):
        for page in ("change", "html"):
            assert client.get(url(parked, page)).status_code in (302, 403)
        assert client.post(url(parked, "retry")).status_code in (302, 403)

    parked.refresh_from_db()
    assert parked.state == MailState.PARKED
