"""What becomes of a notice between its telling and its mail."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts.audit.queries import timeline
from accounts.enums import Category, Frequency, MailState, MailStop, NoticeState
from accounts.models import Mail, MailRhythm, Notice, NoticePreference
from accounts.notifications import actions, delivery, mailing, queries, stops
from accounts.notifications.actions import NoticeRow, notify, notify_many
from accounts.notifications.wishes import Wanted
from tests import factories

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 20, 15, 0, tzinfo=AMSTERDAM)  # a Friday


@pytest.fixture(autouse=True)
def _friday(time_machine):
    time_machine.move_to(NOW, tick=False)


def told(user, kind="test_fits", **options):
    notify(kind, to=user, dedupe=f"{kind}:{user.pk}:{Notice.objects.count()}", **options)
    mailing.make_mails()
    return Notice.objects.latest("pk")


def save(user, **changes):
    choices = {"hour": 7, "day": 0, "paused_until": None} | changes
    actions.save_choices(user, choices.pop("wanted", ()), by=user, **choices)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def test_a_notice_that_waits_knows_when_it_goes_and_how(anna):
    notice = told(anna.user)

    assert (notice.state, notice.rhythm) == (NoticeState.WAITING, Frequency.DAILY)
    assert notice.due_at == at("2026-11-21T07:00")


def test_at_once_is_at_once(anna):
    notice = told(anna.user, "test_answered")

    assert (notice.state, notice.rhythm, notice.due_at) == ("mailed", Frequency.AT_ONCE, NOW)


def test_wishes_are_asked_of_many_people_in_two_questions(anna, bram, django_assert_num_queries):
    actions.set_frequency(bram, Category.MATCH, Frequency.WEEKLY, by=bram)
    save(anna.user, hour=9, paused_until=date(2026, 12, 1))

    with django_assert_num_queries(2):
        wishes = queries.wishes_of([anna.user.pk, bram.pk], Category.MATCH)

    assert wishes[anna.user.pk] == ("daily", 9, 0, date(2026, 12, 1))
    assert wishes[bram.pk] == ("weekly", 7, 0, None)


@pytest.mark.parametrize("stop", list(MailStop))
def test_an_address_that_takes_no_mail_gets_no_plan(anna, stop):
    stops.stop_mail(anna.user, stop, mail=None)

    assert told(anna.user, "test_answered").state == NoticeState.NO_ADDRESS
    assert not Mail.objects.exists()


def test_an_address_that_stopped_after_the_plan_gets_no_mail(anna):
    notice = told(anna.user)
    type(anna.user).objects.update(mail_stop=MailStop.BOUNCED, mail_stopped_at=NOW)

    made = mailing.make_mails(NOW + timedelta(days=1))

    notice.refresh_from_db()
    assert (made, notice.state) == (0, NoticeState.NO_ADDRESS)


def test_what_waited_for_an_address_goes_with_the_digest_once_it_works(anna, time_machine):
    stops.stop_mail(anna.user, MailStop.BOUNCED, mail=None)
    notice = told(anna.user)
    time_machine.move_to(NOW + timedelta(days=3), tick=False)

    stops.resume_mail(anna.user, by=anna.user)

    notice.refresh_from_db()
    assert (notice.state, notice.due_at) == (NoticeState.WAITING, NOW + timedelta(days=3))
    assert queries.oldest_unsent_s() == 0
    assert mailing.make_mails() == 1


def test_another_frequency_is_another_plan_also_for_what_waits(anna):
    notice = told(anna.user)

    actions.set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)
    notice.refresh_from_db()
    assert (notice.rhythm, notice.due_at) == (Frequency.WEEKLY, at("2026-11-23T07:00"))

    actions.set_frequency(anna.user, Category.MATCH, Frequency.NEVER, by=anna.user)
    notice.refresh_from_db()
    assert (notice.state, notice.due_at) == (NoticeState.NOT_WANTED, None)


def test_another_hour_and_day_is_another_plan(anna):
    actions.set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)
    notice = told(anna.user)

    save(anna.user, hour=17, day=4)

    notice.refresh_from_db()
    assert notice.due_at == at("2026-11-20T17:00")
    assert next(event.verb for event in timeline(anna.user)) == "notices.digest_set"


def test_an_earlier_hour_brings_no_second_digest_that_day(anna, time_machine):
    told(anna.user)
    time_machine.move_to(at("2026-11-21T07:01"), tick=False)
    assert mailing.make_mails() == 1
    notice = told(anna.user)

    save(anna.user, hour=9)
    time_machine.move_to(at("2026-11-21T09:00"), tick=False)

    assert mailing.make_mails() == 0
    notice.refresh_from_db()
    assert notice.due_at == at("2026-11-22T09:00")


def test_mail_rests_until_the_day_and_then_all_comes(anna, time_machine):
    daily = told(anna.user)
    save(anna.user, paused_until=date(2026, 12, 24))
    at_once = told(anna.user, "test_answered")
    daily.refresh_from_db()

    assert daily.due_at == at_once.due_at == at("2026-12-24T07:00")
    assert queries.oldest_unsent_s() == 0
    assert "Mail rests until 24\xa0December\xa02026" in queries.why_of(daily)
    time_machine.move_to(at("2026-12-24T06:59"), tick=False)
    assert mailing.make_mails() == 0
    time_machine.move_to(at("2026-12-24T07:00"), tick=False)
    assert mailing.make_mails() == 2


def test_a_rest_that_ends_brings_what_is_due(anna, time_machine):
    save(anna.user, paused_until=date(2026, 12, 24))
    told(anna.user, "test_answered")
    time_machine.move_to(NOW + timedelta(hours=1), tick=False)

    save(anna.user)

    assert mailing.make_mails() == 1
    assert [event.verb for event in timeline(anna.user)][:2] == [
        "notices.resumed",
        "notices.paused",
    ]


def test_mail_about_the_account_does_not_rest(olga, school_a):
    save(olga, paused_until=date(2026, 12, 24))

    told(olga, "school_verified", institution=school_a)

    assert Mail.objects.get().kind == "school_verified"


def test_codes_and_invitations_do_not_rest(anna, mailoutbox):
    save(anna.user, paused_until=date(2026, 12, 24))
    factories.MailFactory(recipient=anna.user, is_secret=True)

    delivery.deliver()

    assert Mail.objects.get().state == MailState.SENT


def test_a_colleague_chooses_for_each_institution(bram, school_a, school_b):
    weekly = Wanted(Category.MATCH, school_a.pk, Frequency.WEEKLY)
    save(bram, wanted=[weekly, Wanted(Category.MATCH, None, Frequency.NEVER)])

    as_colleague = told(bram, institution=school_a)
    elsewhere, alone = told(bram, institution=school_b), told(bram)

    assert as_colleague.rhythm == Frequency.WEEKLY
    assert elsewhere.state == alone.state == NoticeState.NOT_WANTED
    assert queries.frequency_of(bram, Category.MATCH, school_a.pk) == Frequency.WEEKLY
    assert NoticePreference.objects.count() == 2


def test_news_is_for_who_asked_for_it(anna, bram):
    actions.set_frequency(bram, Category.NEWS, Frequency.AT_ONCE, by=bram)

    wishes = queries.wishes_of([anna.user.pk, bram.pk], Category.NEWS)

    assert wishes[anna.user.pk].frequency == Frequency.NEVER
    assert wishes[bram.pk].frequency == Frequency.AT_ONCE


@pytest.mark.parametrize(
    ("frequency", "words"),
    [
        (Frequency.DAILY, "the daily mail of Saturday 21 November, 7:00"),
        (Frequency.WEEKLY, "the weekly mail of Monday 23 November, 7:00"),
    ],
)
def test_a_moderator_reads_with_which_mail_it_goes(anna, frequency, words):
    actions.set_frequency(anna.user, Category.MATCH, frequency, by=anna.user)

    assert words in queries.why_of(told(anna.user))


def test_health_counts_no_digest_that_waits_but_one_that_is_late(anna, time_machine):
    told(anna.user)
    assert queries.oldest_unsent_s() == 0
    assert queries.outbox_health().notices_waiting == 1

    time_machine.move_to(at("2026-11-21T07:10"), tick=False)
    assert queries.oldest_unsent_s() == 600


def test_facts_and_names_arrive_as_they_were_told(anna, school_a):
    facts = {"match": 3, "better": ["pay", "week"], "on": "2026-11-20", "é": {"a": None}}
    row = NoticeRow(anna.user.pk, "é':\"\\", "match:3", facts, school_a.pk)

    notify_many("test_fits", [row, row])

    notice = Notice.objects.get()
    assert (notice.dedupe_key, notice.facts, notice.target) == ("é':\"\\", facts, "match:3")
    assert (notice.institution, notice.category) == (school_a, Category.MATCH)
    assert (notice.created_at, notice.read_at, notice.due_at) == (NOW.astimezone(UTC), None, None)
    assert Notice.objects.filter(facts__match=3, facts__better__1="week").exists()


def test_a_rhythm_that_was_not_chosen_is_the_one_of_the_start(anna):
    assert not MailRhythm.objects.exists()
    rhythm = queries.rhythm_of(anna.user)

    assert (rhythm.digest_hour, rhythm.digest_day, rhythm.paused_until) == (7, 0, None)
