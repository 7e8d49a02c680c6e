from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.enums import MailState, MailStop
from accounts.models import User
from portal import mail_health, pulse, tally
from tests import factories
from tests.desk import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_broker(settings, valkey_url):
    settings.REDIS_URL = valkey_url
    tally.line_to(valkey_url).flushdb()
    tally.note("accounts.deliver_mail", 1.5, failed=False)
    pulse.note_pulse()


@pytest.fixture
def page(desk):
    def look():
        response = desk.get(reverse("admin:mail_health"))
        assert faults(response) == []
        return " ".join(response.content.decode().split())

    return look


def test_mail_goes_as_it_should(page, with_broker):
    factories.MailFactory(state=MailState.SENT, sent_at=timezone.now())

    text = page()

    assert "Mail goes as it should" in text
    assert "One mail left in 24 hours" in text
    assert "Deliver mail" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_trouble_is_shown_in_both_languages(page, mo, language):
    User.objects.filter(pk=mo.pk).update(language=language)
    factories.MailFactory(
        state=MailState.PARKED, claimed_at=timezone.now(), server_answer="550 5.1.1 <a@b.example>"
    )
    factories.MailFactory(next_attempt_at=timezone.now() - timedelta(hours=1))
    factories.UserFactory(
        email="gone@example.org", mail_stop=MailStop.BOUNCED, mail_stopped_at=timezone.now()
    )

    text = page()

    assert "550 5.1.1" in text
    assert "a@b.example" not in text
    assert "gone@example.org" in text


def test_queue_that_does_not_answer_is_said(page):
    assert "The queue does not answer." in page()


def test_page_costs_few_queries(with_broker, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        mail_health.now()


def test_nobody_else_sees_it(as_anna, as_bram, client):
    for somebody in (as_anna, as_bram, client):
        assert somebody.get(reverse("admin:mail_health")).status_code in (302, 403)
