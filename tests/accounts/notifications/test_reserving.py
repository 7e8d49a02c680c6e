"""A stretch of the line to the mail server, for one worker at a time."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Mail, MailPace
from accounts.notifications import claims, delivery, pace
from tests import factories


@pytest.fixture
def _fifty(settings):
    settings.MAIL_PER_SECOND = 50


def free_in() -> float:
    return (MailPace.objects.get().free_at - timezone.now()).total_seconds()


@pytest.mark.django_db
@pytest.mark.usefixtures("_fifty")
def test_a_second_worker_comes_after_the_first():
    first = pace.reserve(100)
    second = pace.reserve(100)

    assert second.begin - first.begin == pytest.approx(2, abs=0.1)
    assert free_in() == pytest.approx(4, abs=0.2)


@pytest.mark.django_db
@pytest.mark.usefixtures("_fifty")
def test_a_line_that_stood_still_begins_now():
    MailPace.objects.create(pk=1, free_at=timezone.now() - timedelta(hours=1))

    pace.reserve(50)

    assert free_in() == pytest.approx(1, abs=0.1)


@pytest.mark.django_db
@pytest.mark.usefixtures("_fifty")
@pytest.mark.parametrize(("ahead_s", "is_busy"), [(20, False), (35, True), (3600, False)])
def test_who_would_wait_long_leaves_and_a_clock_that_jumped_is_not_believed(ahead_s, is_busy):
    MailPace.objects.create(pk=1, free_at=timezone.now() + timedelta(seconds=ahead_s))

    assert (pace.reserve(1) is None) == is_busy


@pytest.mark.django_db
def test_no_more_is_claimed_than_leaves_in_some_seconds(settings):
    settings.MAIL_PER_SECOND = 1
    factories.MailFactory.create_batch(12)

    assert len(claims.claim()) == 10


@pytest.mark.django_db
def test_mails_leave_at_the_pace(settings):
    settings.MAIL_PER_SECOND = 20
    factories.MailFactory.create_batch(8)
    began = time.monotonic()

    assert delivery.deliver() == 8

    assert time.monotonic() - began >= 0.3


@pytest.mark.django_db
def test_who_has_no_place_on_the_line_hands_his_mails_back(settings):
    settings.MAIL_PER_SECOND = 1
    MailPace.objects.create(pk=1, free_at=timezone.now() + timedelta(seconds=35))
    factories.MailFactory.create_batch(3)

    assert delivery.deliver() == 0

    assert set(Mail.objects.values_list("state", "attempts", "claim")) == {("queued", 0, "")}
