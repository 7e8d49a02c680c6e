from datetime import UTC, datetime, timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPDataError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
    SMTPServerDisconnected,
)

import pytest
from django.core.mail import BadHeaderError

from accounts.notifications.outcomes import Meaning, outcome_of, own_delay, soft_delay

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def refused(line: str) -> SMTPRecipientsRefused:
    code, _space, words = line.partition(" ")
    return SMTPRecipientsRefused({"a@example.org": (int(code), words.encode())})


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (refused("550 5.1.1 no such user"), Meaning.NO_ADDRESS),
        (refused("550 5.1.10 null MX"), Meaning.NO_ADDRESS),
        (refused("550 5.2.1 switched off"), Meaning.NO_ADDRESS),
        (refused("552 5.2.2 full"), Meaning.REFUSED),
        (refused("550 no such user"), Meaning.NO_ADDRESS),
        (refused("553 no such user"), Meaning.NO_ADDRESS),
        (refused("554 relay access denied"), Meaning.REFUSED),
        (refused("550 5.7.1 not from you"), Meaning.REFUSED),
        (refused("450 4.2.1 later"), Meaning.LATER),
        (refused("421 4.3.2 going down"), Meaning.AWAY),
        (SMTPSenderRefused(452, b"4.3.1 no room", "x"), Meaning.LATER),
        (SMTPSenderRefused(550, b"5.1.1 who are you", "x"), Meaning.REFUSED),
        (SMTPDataError(554, b"5.6.0 not wanted"), Meaning.REFUSED),
        (SMTPDataError(451, b"4.3.0 later"), Meaning.LATER),
        (SMTPDataError(421, b"4.3.2 going down"), Meaning.AWAY),
        (SMTPDataError(-1, b""), Meaning.LATER),
        (SMTPConnectError(554, b"no"), Meaning.AWAY),
        (SMTPAuthenticationError(535, b"5.7.8 who"), Meaning.REFUSED),
        (SMTPServerDisconnected("gone"), Meaning.LATER),
        (TimeoutError("timed out"), Meaning.LATER),
        (ConnectionResetError(), Meaning.LATER),
        (OSError(113, "No route to host"), Meaning.LATER),
        (SMTPNotSupportedError("no"), Meaning.OURS),
        (BadHeaderError("two lines"), Meaning.OURS),
        (ZeroDivisionError("thirteen"), Meaning.OURS),
    ],
    ids=str,
)
def test_what_an_answer_means(error, meaning):
    assert outcome_of(error).meaning == meaning


def test_the_answer_is_kept_as_the_server_said_it():
    assert outcome_of(refused("550 5.1.1 no such user")).answer == "550 5.1.1 no such user"
    assert outcome_of(TimeoutError("timed out")).answer == "TimeoutError: timed out"


def test_our_own_faults_are_tried_five_times():
    minutes = [delay and delay.total_seconds() / 60 for delay in map(own_delay, range(1, 6))]

    assert minutes == [1, 10, 60, 360, None]


@pytest.mark.parametrize(
    ("deferrals", "minutes"), [(1, 1), (2, 5), (3, 20), (4, 60), (5, 180), (6, 360), (40, 360)]
)
def test_a_server_is_asked_less_and_less_often(deferrals, minutes):
    assert soft_delay(deferrals, NOW, NOW) == timedelta(minutes=minutes)


@pytest.mark.parametrize(("hours", "goes_on"), [(71, True), (72, False), (100, False)])
def test_after_three_days_it_is_not_asked_again(hours, goes_on):
    delay = soft_delay(9, NOW - timedelta(hours=hours), NOW)

    assert (delay is not None) == goes_on
