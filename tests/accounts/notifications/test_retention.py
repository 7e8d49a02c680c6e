from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.enums import MailState
from accounts.models import Mail, MailWords
from accounts.notifications import retention
from accounts.notifications.actions import notify
from tests import factories

NOW = timezone.now()
ENDED = {
    MailState.SENT: "sent_at",
    MailState.RETURNED: "sent_at",
    MailState.PARKED: "claimed_at",
    MailState.CANCELLED: "created_at",
}


def mail_of(state: MailState, days: int, **fields) -> Mail:
    """A mail that ended so many days ago, an hour before this moment."""
    moment = NOW - timedelta(days=days, hours=1)
    moments = {"created_at": moment, ENDED[state]: moment}
    return factories.MailFactory(
        state=state,
        words__html="<p>Hello</p>",
        words__calendars=["BEGIN:VCALENDAR"],
        unsubscribe_url="http://testserver/afmelden/x/",
        server_answer="250 ok",
        **(moments | fields),
    )


@pytest.mark.parametrize("state", ENDED)
@pytest.mark.parametrize(("days", "kept"), [(29, True), (30, False), (31, False)])
def test_words_are_kept_for_thirty_days(db, state, days, kept):
    mail = mail_of(state, days)

    assert retention.forget_words(NOW) == int(not kept)

    mail.refresh_from_db()
    assert bool(mail.subject) == bool(mail.unsubscribe_url) == kept
    assert MailWords.objects.filter(mail=mail).exists() == kept


def test_just_before_thirty_days_words_are_there(db):
    moment = NOW - timedelta(days=30) + timedelta(seconds=1)
    mail_of(MailState.SENT, 30, sent_at=moment)

    assert retention.forget_words(NOW) == 0


def test_the_fact_stays(db):
    mail = mail_of(MailState.SENT, 31)

    retention.forget_words(NOW)

    left = Mail.objects.get()
    assert (left.state, left.sent_at, left.kind, left.to_address, left.server_answer) == (
        *(mail.state, mail.sent_at, mail.kind, mail.to_address),
        "250 ok",
    )
    assert retention.is_forgotten(left)


@pytest.mark.parametrize("state", [MailState.QUEUED, MailState.SENDING])
def test_what_still_has_to_go_keeps_its_words(db, state):
    factories.MailFactory(state=state, created_at=NOW - timedelta(days=90))

    assert retention.forget_words(NOW) == 0


def test_notices_stay(bram):
    notify("test_answered", to=bram, dedupe="a:1")
    mail = mail_of(MailState.SENT, 40, recipient=bram)
    bram.notices.update(mail=mail)

    retention.forget_words(NOW)

    assert bram.notices.get().mail == mail


def test_many_are_wiped_in_parts_and_a_second_run_has_nothing_to_do(db, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _number in range(5):
        mail_of(MailState.SENT, 31)

    assert retention.forget_words(NOW) == 5
    assert retention.forget_words(NOW) == 0


def test_the_desk_says_that_the_words_are_gone(desk):
    mail = mail_of(MailState.SENT, 31, kind="login_code")
    retention.forget_words(NOW)

    page = desk.get(f"/beheer/accounts/mail/{mail.pk}/change/").content.decode()

    assert "Of this one only the fact is left." in page
    assert "Not written yet" not in page
