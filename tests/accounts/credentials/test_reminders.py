from datetime import date, timedelta

import pytest
from django.core import mail

from accounts.credentials import actions, notices, tasks
from accounts.credentials.kinds import Facts
from accounts.enums import Category, Frequency
from accounts.models import Notice
from accounts.notifications import actions as notifications
from accounts.notifications import delivery, queries
from tests import factories

pytestmark = pytest.mark.django_db

LAST = date(2028, 2, 29)


@pytest.fixture
def vca(anna):
    return factories.CredentialFactory(professional=anna, valid_until=LAST)


def told() -> list[str]:
    return [
        notice.kind.removeprefix("paper_runs_out_in_") for notice in Notice.objects.order_by("pk")
    ]


def test_each_term_is_told_once(vca):
    day = date(2027, 10, 1)
    while day < date(2028, 4, 1):
        actions.remind(day)
        day += timedelta(days=1)

    assert told() == ["three_months", "a_month", "a_week"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 11, 28), []),
        (date(2027, 11, 29), ["three_months"]),
        (date(2028, 1, 29), ["a_month"]),
        (date(2028, 2, 22), ["a_week"]),
        (date(2028, 2, 29), ["a_week"]),
        (date(2028, 3, 1), []),
    ],
)
def test_a_term_begins_on_its_day(vca, day, expected):
    actions.remind(day)

    assert told() == expected


@pytest.mark.parametrize("missed", range(1, 20))
def test_days_on_which_nothing_ran_are_made_good(vca, missed):
    day = date(2027, 11, 15)
    while day <= LAST:
        actions.remind(day)
        day += timedelta(days=missed)

    assert told()[:2] == ["three_months", "a_month"]
    assert told()[2:] in (["a_week"], [])  # nothing ran in the last week at all
    assert ("a_week" in told()) == (missed <= 8 or (LAST - date(2027, 11, 15)).days % missed <= 7)


def test_only_the_nearest_term_is_told(vca):
    actions.remind(LAST - timedelta(days=5))

    assert told() == ["a_week"]


def test_a_new_last_day_is_told_anew_and_the_old_notice_is_no_longer_true(anna, vca):
    actions.remind(date(2028, 2, 25))
    facts = Facts(field="VCA VOL", issued_on=vca.issued_on, valid_until=date(2028, 3, 2))

    actions.change(vca, facts, by=anna.user)
    actions.remind(date(2028, 2, 25))

    assert told() == ["a_week", "a_week"]
    items = notices.RunsOutInAWeek().words(list(Notice.objects.all()))
    assert [item.title for item in items] == ["VCA VOL runs out on 2 March 2028"]


def test_a_removed_paper_is_not_spoken_of(anna, vca):
    actions.remind(LAST)

    actions.remove(vca, by=anna.user)

    assert notices.RunsOutInAWeek().words(list(Notice.objects.all())) == []


def test_who_is_switched_off_is_not_told(anna, vca):
    anna.user.is_active = False
    anna.user.save()

    assert actions.remind(LAST) == 0


def test_a_paper_without_a_last_day_does_not_run_out(anna):
    factories.CredentialFactory(professional=anna, kind="vog")

    assert actions.remind(LAST) == 0


def test_many_papers_take_a_fixed_number_of_statements(anna, django_assert_num_queries):
    factories.CredentialFactory.create_batch(5, professional=anna, valid_until=LAST)

    with django_assert_num_queries(4):
        assert actions.remind(LAST) == 5


def test_the_mail_says_what_and_when(anna, vca, django_capture_on_commit_callbacks):
    assert queries.frequency_of(anna.user, Category.PAPERS) == Frequency.AT_ONCE
    actions.remind(LAST - timedelta(days=20))

    delivery.deliver()

    assert [message.subject for message in mail.outbox] == ["VCA VOL runs out on 29 February 2028"]
    assert f"/mijn/bewijsstukken/{vca.public_id}/" in mail.outbox[0].body


def test_who_wants_no_mail_reads_it_on_the_site(anna, vca):
    notifications.set_frequency(anna.user, Category.PAPERS, Frequency.NEVER, by=anna.user)
    actions.remind(LAST)

    delivery.deliver()

    assert mail.outbox == []
    assert queries.unread_count(anna.user) == 1


def test_the_task_tells_of_today(anna):
    factories.CredentialFactory(
        professional=anna,
        valid_until=date.today() + timedelta(days=3),  # noqa: DTZ011
    )

    assert tasks.remind_of_papers() == 1
