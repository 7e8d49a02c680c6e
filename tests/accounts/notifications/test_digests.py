from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as outbox
from hypothesis import given
from hypothesis import strategies as st

from accounts.enums import Category, Frequency, NoticeState
from accounts.models import Mail, Notice
from accounts.notifications import actions, calendar, delivery, mailing
from accounts.notifications.actions import notify

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = datetime(2026, 11, 21, 7, 0, tzinfo=AMSTERDAM)


def tell(user, number, moment, kind="test_fits"):
    notify(kind, to=user, dedupe=f"{kind}:{user.pk}:{number}", facts={"number": number})
    Notice.objects.filter(dedupe_key=f"{kind}:{user.pk}:{number}").update(created_at=moment)


@pytest.mark.parametrize(
    ("now", "daily", "weekly"),
    [
        ("2026-11-21T06:59", date(2026, 11, 20), date(2026, 11, 16)),
        ("2026-11-21T07:00", date(2026, 11, 21), date(2026, 11, 16)),
        ("2026-11-23T06:59", date(2026, 11, 22), date(2026, 11, 16)),
        ("2026-11-23T07:00", date(2026, 11, 23), date(2026, 11, 23)),
        ("2026-10-25T07:00", date(2026, 10, 25), date(2026, 10, 19)),
        ("2027-03-28T06:59", date(2027, 3, 27), date(2027, 3, 22)),
    ],
)
def test_the_period_is_the_last_seven_o_clock(now, daily, weekly):
    moment = datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)

    assert calendar.daily_period(moment) == daily
    assert calendar.weekly_period(moment) == weekly


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_every_moment_is_in_exactly_one_period(now):
    period = calendar.daily_period(now)

    assert calendar.start_of(period) <= now < calendar.start_of(period + timedelta(days=1))


def test_a_daily_digest_holds_what_came_before_seven(anna):
    tell(anna.user, 1, SATURDAY - timedelta(hours=1))
    tell(anna.user, 2, SATURDAY + timedelta(minutes=1))

    mailing.make_mails(SATURDAY + timedelta(minutes=10))

    mail = Mail.objects.get()
    assert (mail.key, mail.kind) == (f"digest:{anna.user.pk}:daily:2026-11-21", "digest_daily")
    assert [notice.facts["number"] for notice in mail.notices.all()] == [1]
    assert Notice.objects.get(facts__number=2).state == NoticeState.WAITING


def test_a_digest_is_made_once_however_often_it_runs(anna):
    tell(anna.user, 1, SATURDAY - timedelta(hours=1))

    made = [mailing.make_mails(SATURDAY + timedelta(minutes=n)) for n in range(0, 60, 10)]

    assert made == [1, 0, 0, 0, 0, 0]


def test_three_missed_days_are_one_digest_with_everything(anna):
    for day in range(4):
        tell(anna.user, day + 1, SATURDAY - timedelta(days=day, hours=1))

    made = [mailing.make_mails(SATURDAY + timedelta(hours=hour)) for hour in (2, 3)]
    delivery.deliver()

    assert made == [1, 0]
    assert outbox.outbox[0].subject == "Welding teacher 4, and 3 more"


@pytest.mark.parametrize(
    "change", [datetime(2026, 10, 25, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC)]
)
def test_a_clock_change_neither_doubles_nor_skips(anna, change):
    made = []
    for minutes in range(0, 3 * 24 * 60, 30):
        now = change - timedelta(days=1) + timedelta(minutes=minutes)
        if minutes % 360 == 0:
            tell(anna.user, f"{minutes}", now)
        if mailing.make_mails(now):
            made.append(now.astimezone(AMSTERDAM))

    assert [moment.hour for moment in made] == [7, 7, 7]
    assert [moment.day - made[0].day for moment in made] == [0, 1, 2]


def test_a_clock_that_jumps_back_sends_nothing_twice(anna):
    tell(anna.user, 1, SATURDAY - timedelta(hours=1))
    mailing.make_mails(SATURDAY + timedelta(minutes=10))
    tell(anna.user, 2, SATURDAY - timedelta(minutes=30))

    made = [mailing.make_mails(SATURDAY + timedelta(minutes=jump)) for jump in (-50, 10)]

    assert made == [0, 0]


def test_a_weekly_digest_comes_on_monday(anna):
    actions.set_frequency(anna.user, Category.MATCH, Frequency.WEEKLY, by=anna.user)
    tell(anna.user, 1, SATURDAY - timedelta(hours=1))

    made = [mailing.make_mails(SATURDAY + timedelta(days=days, minutes=5)) for days in range(4)]

    assert made == [0, 0, 1, 0]
    assert Mail.objects.get().kind == "digest_weekly"


def test_a_digest_of_two_kinds_opens_with_the_heaviest(anna):
    actions.set_frequency(anna.user, Category.ANSWER, Frequency.DAILY, by=anna.user)
    tell(anna.user, 1, SATURDAY - timedelta(hours=1))
    tell(anna.user, 2, SATURDAY - timedelta(hours=1), kind="test_answered")

    mailing.make_mails(SATURDAY)
    delivery.deliver()

    assert outbox.outbox[0].subject == "An answer for Anna de Wit"
    assert "Welding teacher 1" in outbox.outbox[0].body


def test_everybody_gets_an_own_digest(anna, bram, carla):
    for user in (anna.user, bram, carla):
        tell(user, 1, SATURDAY - timedelta(hours=1))
        tell(user, 2, SATURDAY - timedelta(hours=2))

    assert mailing.make_mails(SATURDAY) == 3

    for mail in Mail.objects.all():
        owners = set(mail.notices.values_list("recipient_id", flat=True))
        assert (owners, mail.notices.count()) == ({mail.recipient_id}, 2)


def test_who_changes_to_at_once_gets_what_waited(anna):
    tell(anna.user, 1, SATURDAY)

    actions.set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)

    assert mailing.make_mails() == 1
