"""What both sides are told, in whose words, and until when it is true."""

from datetime import timedelta

import time_machine
from django.core import mail as outbox

from accounts.models import Notice
from accounts.notifications import composing, delivery
from tests import factories
from tests.vacancies.meetings.conftest import take
from vacancies.applications import actions as applications
from vacancies.lifecycles import Side
from vacancies.meetings import actions
from vacancies.models import Meeting

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


def told(user, kind):
    rows = Notice.objects.filter(recipient=user, kind=kind)
    return list(composing.items_of(rows).values())


def test_a_proposal_tells_the_times(proposed, anna):
    [item] = told(anna.user, "meeting_proposed")

    assert item.title == "Deltion College proposes a time"
    assert item.url == f"/mijn/afspraken/{proposed.public_id}/"
    assert len([line for line in item.lines if line.startswith("▢")]) == 2


def test_a_proposal_that_changed_is_told_as_it_is_now(proposed, planned, bram, anna):
    actions.propose_others(proposed, side=SCHOOL, plan=planned(2, 3), sequence=1, by=bram)

    items = told(anna.user, "meeting_proposed")

    assert [len([x for x in item.lines if x.startswith("▢")]) for item in items] == [1]


def test_no_mail_to_the_school_names_the_professional(agreed, planned, anna, bram, interest):
    actions.propose_others(
        agreed, side=PRO, plan=planned(2, 4), sequence=2, reason="Van Anna.", by=anna.user
    )
    take(Meeting.objects.get(), bram, side=SCHOOL)
    applications.withdraw(interest, by=anna.user)

    delivery.deliver()

    mails = [message for message in outbox.outbox if message.to == [bram.email]]
    assert mails
    assert [m.subject for m in mails if "Anna" in m.subject + m.body] == []


def test_moving_says_why_and_what_to_choose_from(agreed, planned, bram, anna):
    actions.propose_others(
        agreed, side=SCHOOL, plan=planned(2, 4), sequence=2, reason="Wim is ziek.", by=bram
    )

    [item] = told(anna.user, "meeting_moved")
    [own] = told(bram, "meeting_moved")

    assert "“Wim is ziek.”" in item.lines
    assert item.title.startswith("Falls away: ")
    assert not [line for line in own.lines if line.startswith("▢")]


def test_the_reminder_says_tomorrow_and_later_today(agreed, anna):
    with time_machine.travel(agreed.starts_at - timedelta(days=1), tick=False):
        actions.remind()
        [item] = told(anna.user, "meeting_tomorrow")
        assert item.title.startswith("Tomorrow: come along for a day-part, ")
    with time_machine.travel(agreed.starts_at - timedelta(hours=1), tick=False):
        [item] = told(anna.user, "meeting_tomorrow")
        assert item.title.startswith("Come along for a day-part, ")
    with time_machine.travel(agreed.ends_at, tick=False):
        assert told(anna.user, "meeting_tomorrow") == []


def test_what_is_cancelled_is_reminded_of_no_more(agreed, anna):
    with time_machine.travel(agreed.starts_at - timedelta(days=1), tick=False):
        actions.remind()
        actions.cancel(agreed, side=PRO, sequence=2, reason="Ziek.", by=anna.user)

        assert told(anna.user, "meeting_tomorrow") == []


def test_of_a_school_only_who_took_part_is_told_of_the_rest(proposed, school_a, anna, bram):
    other = factories.MembershipFactory(institution=school_a).user

    take(proposed, anna.user)

    assert told(bram, "meeting_agreed")
    assert not told(other, "meeting_agreed")


def test_who_took_part_and_left_is_followed_by_all(proposed, school_a, anna, bram):
    other = factories.MembershipFactory(institution=school_a).user
    bram.memberships.update(status="ended")

    take(proposed, anna.user)

    assert told(other, "meeting_agreed")
    assert not told(bram, "meeting_agreed")


def test_many_notices_are_worded_with_few_queries(
    interest, planned, anna, bram, school_a, django_assert_max_num_queries
):
    for number in range(3):
        vacancy = factories.VacancyFactory(institution=school_a, title=f"Les {number}")
        row = applications.show_interest(vacancy, anna, by=anna.user)
        actions.propose(row, side=SCHOOL, plan=planned(), by=bram)

    with django_assert_max_num_queries(5):
        assert len(told(anna.user, "meeting_proposed")) == 3
