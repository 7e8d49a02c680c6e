from datetime import timedelta
from html import unescape

import pytest
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.enums import Category, Frequency, Language, MailState, NoticeState
from accounts.models import Mail, Notice
from accounts.notifications import actions, claims, delivery, notes, queries
from accounts.notifications.actions import NoticeRow, notify, notify_many
from accounts.notifications.letters import Letter
from tests import factories
from tests.accounts.notifications.conftest import ASKED, FREE


def tell_fits(user, numbers, **facts):
    rows = [
        NoticeRow(user.pk, f"fits:{user.pk}:{n}", facts={"number": n, **facts}) for n in numbers
    ]
    notify_many("test_fits", rows)


@pytest.fixture
def eager(anna):
    """Anna, who wants matches at once."""
    actions.set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)
    return anna.user


def test_notices_of_one_kind_become_one_mail_best_first(eager):
    tell_fits(eager, [1, 3, 2])

    delivery.deliver()

    message = outbox.outbox[0]
    assert message.subject == "Welding teacher 3, and 2 more"
    assert message.to == ["anna@example.org"]
    assert len(outbox.outbox) == 1
    assert set(Notice.objects.values_list("state", flat=True)) == {NoticeState.MAILED}


def test_a_mail_says_why_and_how_to_stop(eager):
    tell_fits(eager, [1])

    delivery.deliver()

    message = outbox.outbox[0]
    mail = Mail.objects.get()
    html = message.alternatives[0].content
    for body in (message.body, unescape(html)):
        assert "Hello Anna," in body
        assert "✓ Fits: two day-parts are enough, you have two." in body
        assert "✓ Asked and free: Tuesday afternoon and Thursday evening." in body
        assert "http://testserver/vacatures/1/" in body
        assert "http://testserver/niet/1/" in body
        assert "You get this mail at once, because you chose that on" in body
        assert mail.unsubscribe_url in body
    assert message.extra_headers == {
        "Message-ID": f"<{mail.message_id}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "en",
        "List-Unsubscribe": f"<{mail.unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def test_the_grid_of_a_mail_shows_both_as_text_and_asked_as_a_box(eager):
    tell_fits(eager, [1])

    delivery.deliver()

    html = outbox.outbox[0].alternatives[0].content
    assert html.count('class="both"') == (ASKED & FREE).bit_count()
    assert html.count('class="asked"') == (ASKED & ~FREE).bit_count()


def test_a_mail_holds_ten_and_says_how_many_more(eager):
    tell_fits(eager, [n for n in range(1, 14) if n != 13])

    delivery.deliver()

    body = outbox.outbox[0].body
    assert body.count("http://testserver/vacatures/") == 10
    assert "View 2 more:\nhttp://testserver/mijn/berichten/" in body


def test_a_mail_is_in_the_language_of_its_reader(eager):
    eager.language = Language.DUTCH
    eager.save()
    tell_fits(eager, [1])

    delivery.deliver()

    assert '<html lang="nl">' in outbox.outbox[0].alternatives[0].content
    assert Mail.objects.get().language == "nl"


def test_never_means_no_mail_but_the_inbox_has_it(anna):
    actions.set_frequency(anna.user, Category.ANSWER, Frequency.NEVER, by=anna.user)
    notify("test_answered", to=anna.user, dedupe="answered:1")

    delivery.deliver()

    assert outbox.outbox == []
    assert Notice.objects.get().state == NoticeState.NOT_WANTED
    assert queries.unread_count(anna.user) == 1


def test_who_stops_between_bundling_and_sending_gets_nothing(eager):
    tell_fits(eager, [1])
    delivery.mailing.make_mails()
    actions.set_frequency(eager, Category.MATCH, Frequency.NEVER, by=eager)

    delivery.deliver()

    assert outbox.outbox == []
    assert Mail.objects.get().state == MailState.CANCELLED


def test_an_inactive_account_gets_no_mail(anna):
    anna.user.is_active = False
    anna.user.save()
    notify("test_answered", to=anna.user, dedupe="answered:1")

    delivery.deliver()

    assert outbox.outbox == []
    assert Notice.objects.get().state == NoticeState.NOT_WANTED


def test_what_is_gone_is_withdrawn_and_the_rest_is_told(eager):
    tell_fits(eager, [1])
    tell_fits(eager, [2], gone=True)

    delivery.deliver()

    assert outbox.outbox[0].subject == "Welding teacher 1"
    assert Notice.objects.get(facts__number=2).state == NoticeState.WITHDRAWN


def test_a_mail_of_which_nothing_is_left_is_cancelled(eager):
    tell_fits(eager, [1], gone=True)

    delivery.deliver()

    assert outbox.outbox == []
    assert Mail.objects.get().state == MailState.CANCELLED


def test_a_second_run_sends_nothing_twice(eager):
    tell_fits(eager, [1])

    delivery.deliver()
    delivery.deliver()

    assert len(outbox.outbox) == 1


def test_a_poisoned_mail_parks_after_five_attempts_and_harms_nobody(eager, bram, time_machine):
    start = timezone.now()
    time_machine.move_to(start)
    tell_fits(eager, [13])
    notify("test_answered", to=bram, dedupe="answered:1")

    for hours in range(0, 40, 4):
        time_machine.move_to(start + timedelta(hours=hours))
        delivery.deliver()

    poisoned = Mail.objects.get(recipient=eager)
    assert (poisoned.state, poisoned.attempts) == (MailState.PARKED, 5)
    assert poisoned.server_answer == "ZeroDivisionError: thirteen"
    assert [message.to for message in outbox.outbox] == [["bram@deltion.example"]]


def test_one_poisoned_mail_of_many_fails_alone(db):
    users = factories.UserFactory.create_batch(30)
    for number, user in enumerate(users):
        actions.set_frequency(user, Category.MATCH, Frequency.AT_ONCE, by=user)
        tell_fits(user, [13 if number == 11 else 1])

    delivery.deliver()

    assert {message.to[0] for message in outbox.outbox} == {
        user.email for number, user in enumerate(users) if number != 11
    }
    assert len(outbox.outbox) == 29
    assert Mail.objects.get(recipient=users[11]).server_answer == "ZeroDivisionError: thirteen"


def test_repeats_come_later_each_time(db, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    factories.MailFactory(subject="Not one\nline")
    waits = []

    for _attempt in range(4):
        delivery.deliver()
        mail = Mail.objects.get()
        waits.append(mail.next_attempt_at - timezone.now())
        time_machine.move_to(mail.next_attempt_at, tick=False)

    assert waits == [timedelta(minutes=minutes) for minutes in (1, 10, 60, 360)]


def test_two_sweeps_at_once_claim_different_mails(db):
    factories.MailFactory.create_batch(claims.BATCH + 10)

    first, second = claims.claim(), claims.claim()

    assert {mail.pk for mail in first}.isdisjoint(mail.pk for mail in second)
    assert (len(first), len(second)) == (claims.BATCH, 10)


def test_the_claim_of_a_dead_worker_is_taken_over_after_five_minutes(db):
    factories.MailFactory.create_batch(2)
    now = timezone.now()
    claims.claim(now)

    too_early = claims.claim(now + timedelta(minutes=4))
    taken_over = claims.claim(now + timedelta(minutes=6))

    assert too_early == []
    assert [mail.attempts for mail in taken_over] == [2]  # repeats go one by one


def test_a_mail_that_kills_its_worker_five_times_is_parked(db):
    factories.MailFactory()
    now = timezone.now()

    for attempt in range(5):
        begun = now + timedelta(minutes=12 * attempt)
        assert len(claims.claim(begun)) == 1
        assert claims.claim(begun + timedelta(minutes=6)) == []  # let go, or parked
    after = claims.claim(now + timedelta(hours=2))

    assert after == []
    assert Mail.objects.get().state == MailState.PARKED


def test_a_worker_that_lost_its_claim_does_not_overwrite(db):
    earlier = timezone.now() - timedelta(minutes=10)
    factories.MailFactory(next_attempt_at=earlier)
    slow = claims.claim(earlier)[0]
    claims.claim(earlier + timedelta(minutes=6))
    delivery.deliver()

    notes.failed(slow, TimeoutError())

    assert Mail.objects.get().state == MailState.SENT


def test_codes_go_first(db):
    factories.MailFactory.create_batch(3)
    code = factories.MailFactory(is_secret=True)

    assert claims.claim()[0] == code


@pytest.fixture
def code_mail(db):
    letter = Letter(subject="Your code", code="123456")
    actions.post(letter, kind="login_code", key="c:1", to="a@b.example", language="en", secret=True)


@pytest.mark.usefixtures("code_mail")
def test_a_code_is_not_kept_after_sending():
    delivery.deliver()

    mail = Mail.objects.get()
    assert "123456" in outbox.outbox[0].body
    assert "123456" not in mail.words.text + mail.words.html
    assert mail.state == MailState.SENT


@pytest.mark.usefixtures("code_mail")
def test_in_the_demo_a_code_can_be_read_after_sending(settings):
    settings.DEMO = True

    delivery.deliver()

    assert "123456" in Mail.objects.get().words.text


@pytest.mark.usefixtures("code_mail")
def test_a_lapsed_code_is_not_sent(time_machine):
    time_machine.move_to(timezone.now() + timedelta(minutes=16))

    delivery.deliver()

    mail = Mail.objects.get()
    assert outbox.outbox == []
    assert mail.state == MailState.CANCELLED
    assert "123456" not in mail.words.text


@pytest.mark.parametrize("work", [delivery.mailing.make_mails, delivery.deliver])
def test_mails_for_many_take_no_question_for_each(db, work):
    def questions(people):
        users = factories.UserFactory.create_batch(people)
        notify_many("test_answered", [NoticeRow(user.pk, f"a:{user.pk}") for user in users])
        with CaptureQueriesContext(connection) as asked:
            assert work() == people
        each = ("INSERT INTO accounts_mailwords", "INSERT INTO accounts_mailreceipt")
        return [one for one in asked.captured_queries if not one["sql"].startswith(each)]

    assert len(questions(3)) == len(questions(30))


def test_nobodys_address_is_in_the_log(eager, bram, caplog):
    tell_fits(eager, [13])
    notify("test_answered", to=bram, dedupe="answered:1")
    factories.MailFactory(subject="Not one\nline", to_address="secret@example.org")

    with caplog.at_level("DEBUG"):
        delivery.deliver()

    for personal in ("anna", "bram", "secret@", "@example", "@deltion"):
        assert personal not in caplog.text.lower()


def test_health_counts_and_ages(anna, time_machine):
    notify("test_answered", to=anna.user, dedupe="answered:1")
    factories.MailFactory(state=MailState.PARKED)
    time_machine.move_to(timezone.now() + timedelta(minutes=10))

    health = queries.outbox_health()

    assert health.mails["parked"] == 1
    assert health.notices_waiting == 1
    assert 590 <= health.oldest_unsent_s <= 610
