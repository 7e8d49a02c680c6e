from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail as outbox
from django.utils import timezone

from accounts.enums import Category, Frequency, NoticeState
from accounts.models import Mail, MailRhythm, Notice
from accounts.notifications import actions, delivery, mailing, plans
from accounts.notifications.actions import NoticeRow, notify, notify_many
from tests import factories

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SATURDAY = datetime(2026, 11, 21, 7, 0, tzinfo=AMSTERDAM)


def tell(user, number, moment, kind="test_fits"):
    notify(kind, to=user, dedupe=f"{kind}:{user.pk}:{number}", facts={"number": number})
    Notice.objects.filter(dedupe_key=f"{kind}:{user.pk}:{number}").update(created_at=moment)


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


@pytest.mark.parametrize("hour", [2, 3])
@pytest.mark.parametrize(
    "change", [datetime(2026, 10, 25, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC)]
)
def test_an_hour_that_is_skipped_or_comes_twice_has_one_digest_a_day(anna, change, hour):
    MailRhythm.objects.create(user=anna.user, digest_hour=hour)
    made = []
    for minutes in range(0, 3 * 24 * 60, 20):
        now = change - timedelta(days=1, hours=2) + timedelta(minutes=minutes)
        tell(anna.user, f"{minutes}", now)
        if mailing.make_mails(now):
            made.append(now.astimezone(AMSTERDAM))

    assert [moment.day - made[0].day for moment in made] == [0, 1, 2]
    assert {moment.hour for moment in made} <= {hour, 3}


def test_a_clock_that_jumps_back_and_forth_sends_nothing_twice(anna, time_machine):
    for number, (hour, minute) in enumerate([(6, 50), (7, 10), (6, 10), (7, 5), (8, 10), (7, 20)]):
        time_machine.move_to(SATURDAY.replace(hour=hour, minute=minute), tick=False)
        notify("test_fits", to=anna.user, dedupe=f"f:{number}", facts={"number": number})
        notify("test_answered", to=anna.user, dedupe=f"a:{number}")
        mailing.make_mails()
        mailing.make_mails()

    assert Mail.objects.filter(kind="digest_daily").count() == 1
    assert Mail.objects.filter(kind="test_answered").count() == 6

    time_machine.move_to(SATURDAY + timedelta(days=1), tick=False)
    mailing.make_mails()
    mailing.make_mails()

    digests = Mail.objects.filter(kind="digest_daily")
    assert sorted(mail.notices.count() for mail in digests) == [1, 5]
    assert not Notice.objects.filter(state=NoticeState.WAITING).exists()


def test_a_digest_told_of_too_late_waits_for_the_next(anna):
    """Its transaction began before seven and ended after the digest of seven was made."""
    tell(anna.user, 1, SATURDAY - timedelta(hours=1))
    mailing.make_mails(SATURDAY + timedelta(seconds=5))
    tell(anna.user, 2, SATURDAY - timedelta(seconds=5))

    made = [mailing.make_mails(SATURDAY + timedelta(seconds=late)) for late in (30, 60)]

    late = Notice.objects.get(facts__number=2)
    assert made == [0, 0]
    assert (late.state, late.due_at) == (NoticeState.WAITING, SATURDAY + timedelta(days=1))
    assert mailing.make_mails(SATURDAY + timedelta(days=1)) == 1


def test_each_gets_it_at_the_own_hour_and_day(anna, bram, carla):
    MailRhythm.objects.create(user=bram, digest_hour=18)
    MailRhythm.objects.create(user=carla, digest_hour=9, digest_day=SATURDAY.weekday())
    actions.set_frequency(carla, Category.MATCH, Frequency.WEEKLY, by=carla)
    for user in (anna.user, bram, carla):
        tell(user, 1, SATURDAY - timedelta(hours=1))

    made = {hour: mailing.make_mails(SATURDAY.replace(hour=hour)) for hour in (7, 8, 9, 17, 18, 22)}

    assert {hour for hour, number in made.items() if number} == {7, 9, 18}
    assert Mail.objects.get(recipient=carla).key == f"digest:{carla.pk}:weekly:2026-11-21"


def test_sweeps_missed_for_three_days_are_caught_up_by_one(anna, bram, time_machine):
    """Nothing was planned either: all workers stood still."""
    for day in range(4):
        for user in (anna.user, bram):
            tell(user, day + 1, SATURDAY - timedelta(days=day, hours=1))

    time_machine.move_to(SATURDAY + timedelta(hours=3), tick=False)
    for _time in range(3):
        delivery.deliver()

    assert (
        sorted(message.subject for message in outbox.outbox)
        == ["Welding teacher 4, and 3 more"] * 2
    )


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


def test_the_best_of_the_heaviest_kind_comes_first_in_the_content(anna):
    actions.set_frequency(anna.user, Category.ANSWER, Frequency.DAILY, by=anna.user)
    facts = [("test_fits", 5), ("test_answered", 0), ("test_fits", 9)]
    for number, (kind, rank) in enumerate(facts):
        notify(kind, to=anna.user, dedupe=f"{number}", facts={"rank": rank})
    plans.plan_new(timezone.now())

    content = next(mailing.digest_contents(timezone.now() + timedelta(days=1)))

    told = Notice.objects.in_bulk(content.notices)
    assert [(told[pk].kind, told[pk].facts["rank"]) for pk in content.notices] == [
        ("test_answered", 0),
        ("test_fits", 9),
        ("test_fits", 5),
    ]
    assert content.key.startswith(f"digest:{anna.user.pk}:daily:")


def test_a_sweep_asks_as_much_for_many_people_as_for_one(db, django_assert_max_num_queries):
    users = factories.UserFactory.create_batch(40)
    notify_many("test_answered", [NoticeRow(user.pk, f"a:{user.pk}") for user in users])
    notify_many("test_fits", [NoticeRow(user.pk, f"f:{user.pk}") for user in users])

    with django_assert_max_num_queries(25):
        assert mailing.make_mails(timezone.now() + timedelta(days=1)) == 80


def test_who_changes_to_at_once_gets_what_waited(anna):
    tell(anna.user, 1, SATURDAY)

    actions.set_frequency(anna.user, Category.MATCH, Frequency.AT_ONCE, by=anna.user)

    assert mailing.make_mails() == 1
