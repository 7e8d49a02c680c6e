from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts.enums import Frequency, MailState, MailStop
from accounts.models import Mail, MailPace, Notice
from accounts.notifications import delivery, health
from tests import factories

pytestmark = pytest.mark.django_db


def sent(moment: datetime) -> None:
    factories.MailFactory(state=MailState.SENT, sent_at=moment)


def test_mail_is_counted_by_the_hour():
    now = datetime(2027, 1, 15, 12, 30, tzinfo=UTC)
    for minutes in (5, 10, 45, 60 * 30):
        sent(now - timedelta(minutes=minutes))

    hours = health.by_hour(now)

    assert len(hours) == 24
    assert [(hour.sent, hour.share, hour.top) for hour in hours[-2:]] == [(1, 50, 69), (2, 100, 19)]
    assert sum(hour.sent for hour in hours) == 3


def test_hours_of_the_night_in_which_the_clock_goes_back_are_both_there():
    now = datetime(2027, 10, 31, 4, 0, tzinfo=UTC)
    sent(datetime(2027, 10, 31, 0, 30, tzinfo=UTC))
    sent(datetime(2027, 10, 31, 1, 30, tzinfo=UTC))

    hours = [hour for hour in health.by_hour(now) if hour.sent]

    assert [(hour.began_at.hour, hour.sent) for hour in hours] == [(2, 1), (2, 1)]


def test_nothing_was_sent():
    assert {(hour.sent, hour.share) for hour in health.by_hour()} == {(0, 0)}


def test_trouble_is_grouped_by_reason_without_an_address():
    now = timezone.now()
    for number in (1, 2):
        answer = f"550 5.1.1 <x{number}@example.org> unknown"
        factories.MailFactory(state=MailState.PARKED, claimed_at=now, server_answer=answer)
    factories.MailFactory(state=MailState.RETURNED, sent_at=now, server_answer="KeyError: Anna")
    factories.MailFactory(state=MailState.PARKED, claimed_at=now - timedelta(days=2))

    assert health.trouble() == [
        health.Trouble(MailState.PARKED, "550 5.1.1", 2),
        health.Trouble(MailState.RETURNED, "KeyError", 1),
    ]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("550 5.1.1 <a@b.example> unknown", "550 5.1.1"),
        ("451 try later", "451"),
        ("smtp;550 a@b.example", ""),
        ("The worker died at every attempt", "The worker died at every attempt"),
        ("", ""),
    ],
)
def test_reason_holds_no_address(answer, reason):
    assert health.reason_of(answer) == reason


def test_notices_wait_by_rhythm():
    soon = timezone.now() + timedelta(hours=1)
    for number, rhythm in enumerate([Frequency.WEEKLY, "", Frequency.WEEKLY]):
        Notice.objects.create(
            recipient=factories.UserFactory(),
            kind="new_matches",
            category="match",
            dedupe_key=str(number),
            rhythm=rhythm,
            due_at=soon + timedelta(hours=number) if rhythm else None,
        )

    rows = health.waiting()

    assert [(row.rhythm, row.number, row.first_at) for row in rows] == [
        ("", 1, None),
        ("weekly", 2, soon),
    ]
    assert [row.label for row in rows] == ["", "Once a week"]


def test_line_rests_while_nobody_answers(settings):
    settings.MAIL_PER_SECOND = 5
    cache.set(delivery.UNREACHABLE, True, 20)
    MailPace.objects.create(pk=1, free_at=timezone.now() + timedelta(seconds=5))

    line = health.line()

    assert (line.is_paused, line.is_suspect, line.per_second) == (True, False, 5)
    assert line.free_at


def test_moment_that_has_passed_holds_nobody_up():
    MailPace.objects.create(pk=1, free_at=timezone.now() - timedelta(seconds=5))

    assert health.line().free_at is None


def test_stopped_addresses_are_counted_by_reason():
    user = factories.UserFactory(mail_stop=MailStop.BOUNCED, mail_stopped_at=timezone.now())
    factories.UserFactory()

    assert health.stops() == [(MailStop.BOUNCED, 1)]
    assert list(health.stopped()) == [user]
    assert Mail.objects.count() == 0
