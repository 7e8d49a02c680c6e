"""Proposing, choosing, moving, cancelling: what holds, what is refused, and to whom."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from accounts.models import AuditEvent
from tests import factories
from tests.vacancies.meetings.conftest import cancel, kinds_of, propose_others, take
from vacancies.applications import actions as applications
from vacancies.enums import ApplicationStatus, MeetingKind, MeetingStatus
from vacancies.lifecycles import Side
from vacancies.meetings import actions, queries
from vacancies.meetings.actions import RefusedError, StaleError
from vacancies.meetings.page import Seen
from vacancies.meetings.times import Slot
from vacancies.models import Meeting

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


def state_of(application):
    application.refresh_from_db()
    return application.status


# Proposing


def test_a_proposal_of_the_school_is_its_first_answer(proposed, interest, anna):
    assert proposed.status == MeetingStatus.PROPOSED
    assert proposed.options.count() == 2
    assert state_of(interest) == ApplicationStatus.TALKING
    assert kinds_of(anna.user) == ["meeting_proposed"]
    assert AuditEvent.objects.filter(verb="meeting.proposed").count() == 1


def test_a_professional_can_propose_too(interest, planned, anna, bram):
    meeting = actions.propose(interest, side=PRO, plan=planned(), by=anna.user)

    assert meeting.proposed_by == PRO
    assert state_of(interest) == ApplicationStatus.NEW
    assert kinds_of(bram) == ["interest_shown", "meeting_proposed"]


def test_the_same_proposal_twice_is_one(proposed, interest, planned, bram, anna):
    again = actions.propose(interest, side=SCHOOL, plan=planned(), by=bram)

    assert again == proposed
    assert Meeting.objects.count() == 1
    assert kinds_of(anna.user) == ["meeting_proposed"]


def test_a_second_proposal_waits_for_the_first(proposed, interest, planned, anna):
    with pytest.raises(RefusedError, match="already"):
        actions.propose(interest, side=PRO, plan=planned(2, 4), by=anna.user)


@pytest.mark.parametrize(("first", "last"), [(0, 0), (0, 1), (0, 4)])
def test_two_or_three_day_parts_are_proposed(interest, planned, bram, first, last):
    with pytest.raises(RefusedError, match="two or three"):
        actions.propose(interest, side=SCHOOL, plan=planned(first, last), by=bram)

    assert state_of(interest) == ApplicationStatus.NEW


def test_a_day_part_twice_is_refused(interest, planned, bram):
    slots = planned().slots

    with pytest.raises(RefusedError, match="twice"):
        actions.propose(interest, side=SCHOOL, plan=planned(slots=slots[:1] * 2), by=bram)


def around(day):
    return tuple(Slot(day, part) for part in (0, 1))


def test_a_day_that_passed_is_refused(interest, planned, bram):
    day = timezone.localdate() - timedelta(days=3)
    while day.weekday() == 6:
        day -= timedelta(days=1)

    with pytest.raises(RefusedError, match="passed"):
        actions.propose(interest, side=SCHOOL, plan=planned(slots=around(day)), by=bram)


def test_a_sunday_is_refused(interest, planned, bram):
    day = timezone.localdate()
    day += timedelta(days=13 - day.weekday())

    with pytest.raises(RefusedError, match="Sunday"):
        actions.propose(interest, side=SCHOOL, plan=planned(slots=around(day)), by=bram)


def test_a_day_far_away_is_refused(interest, planned, bram):
    day = timezone.localdate() + timedelta(days=300)
    day += timedelta(days=-day.weekday())

    with pytest.raises(RefusedError, match="half a year"):
        actions.propose(interest, side=SCHOOL, plan=planned(slots=around(day)), by=bram)


@time_machine.travel("2027-03-01 12:00+01:00", tick=False)
@pytest.mark.parametrize("day", ["2027-03-29", "2027-04-28"])
def test_a_holiday_is_proposed_with_a_caution_to_the_school(interest, planned, bram, anna, day):
    """Easter Monday; a day of the May holiday."""
    slots = around(timezone.datetime.fromisoformat(day).date())

    row = actions.propose(interest, side=SCHOOL, plan=planned(slots=slots), by=bram)

    assert all(one.is_holiday for one in Seen(row, PRO).choices)
    assert "building is open" in Seen(row, SCHOOL).caution
    assert Seen(row, PRO).caution == ""
    taken = take(row, anna.user)
    assert "building is open" in Seen(taken, SCHOOL).caution


@time_machine.travel("2027-03-01 12:00+01:00", tick=False)
def test_the_pages_of_both_name_the_holiday(interest, planned, anna, bram, as_bram, as_anna):
    slots = around(date(2027, 4, 28))
    row = actions.propose(interest, side=SCHOOL, plan=planned(slots=slots), by=bram)
    as_bram.force_login(bram)
    as_anna.force_login(anna.user)

    school = as_bram.get(reverse("meeting", args=[row.public_id])).content.decode()
    person = as_anna.get(reverse("my_meeting", args=[row.public_id])).content.decode()

    assert "building is open" in school
    assert "in a holiday" in person
    assert "building is open" not in person


def test_a_school_day_asks_for_no_caution(agreed, proposed):
    assert Seen(agreed, SCHOOL).caution == ""
    assert not any(one.is_holiday for one in Seen(proposed, PRO).choices)


def test_an_exact_time_must_lie_in_every_day_part(interest, planned, bram):
    day = planned().slots[0].on

    with pytest.raises(RefusedError, match="13:00 to 17:00"):
        actions.propose(
            interest,
            side=SCHOOL,
            plan=planned(slots=around(day), exact=(time(9), time(10))),
            by=bram,
        )


def test_an_exact_time_is_what_is_proposed(interest, planned, bram):
    plan = planned()
    same_part = tuple(replace(slot, part=plan.slots[0].part) for slot in plan.slots)
    plan = replace(plan, slots=tuple(dict.fromkeys(same_part)))
    begins = plan.slots[0].span()[0].timetz().replace(tzinfo=None)
    exact = (begins, begins.replace(hour=begins.hour + 1))

    meeting = actions.propose(interest, side=SCHOOL, plan=replace(plan, exact=exact), by=bram)

    assert {row.ends_at - row.starts_at for row in meeting.options.all()} == {timedelta(hours=1)}


def test_strangers_propose_nothing(interest, planned, carla, anna, bram, mo):
    for side, by in [(SCHOOL, carla), (SCHOOL, anna.user), (PRO, bram), (SCHOOL, mo)]:
        with pytest.raises(PermissionDenied):
            actions.propose(interest, side=side, plan=planned(), by=by)

    assert not Meeting.objects.exists()


def test_nothing_is_proposed_after_the_end(interest, planned, bram, anna):
    applications.withdraw(interest, by=anna.user)

    with pytest.raises(RefusedError, match="ended"):
        actions.propose(interest, side=SCHOOL, plan=planned(), by=bram)


# Choosing


def test_a_choice_makes_it_agreed_for_both(agreed, interest, anna, bram):
    first = agreed.options.first()
    assert agreed.status == MeetingStatus.AGREED
    assert (agreed.starts_at, agreed.ends_at) == (first.starts_at, first.ends_at)
    assert state_of(interest) == ApplicationStatus.TRIAL
    assert "meeting_agreed" in kinds_of(anna.user)
    assert "meeting_agreed" in kinds_of(bram)


def test_the_same_choice_twice_is_one(agreed, proposed, anna, bram):
    again = take(proposed, anna.user)

    assert again.sequence == agreed.sequence
    assert kinds_of(bram).count("meeting_agreed") == 1


def test_two_people_who_choose_differently_agree_on_the_first_choice(
    interest, planned, anna, bram, school_a
):
    """Two colleagues have the proposal of Anna on screen."""
    tess = factories.MembershipFactory(institution=school_a).user
    meeting = actions.propose(interest, side=PRO, plan=planned(), by=anna.user)
    seen_by_tess = Meeting.objects.get()
    take(meeting, bram, nth=0, side=SCHOOL)

    with pytest.raises(StaleError):
        take(seen_by_tess, tess, nth=1, side=SCHOOL)

    assert Meeting.objects.get().starts_at == meeting.options.all()[0].starts_at


def test_who_proposed_does_not_choose(proposed, bram):
    with pytest.raises(RefusedError, match="other side"):
        take(proposed, bram, side=SCHOOL)


def test_a_choice_from_an_old_page_is_told(proposed, planned, anna, bram):
    old = Meeting.objects.get()
    option = old.options.first().pk
    propose_others(proposed, planned(2, 4), bram, side=SCHOOL)

    with pytest.raises(StaleError):
        actions.take(old, option=option, sequence=old.sequence, side=PRO, by=anna.user)


def test_an_option_of_another_meeting_is_no_choice(proposed, anna):
    with pytest.raises(RefusedError, match="Choose one"):
        actions.take(proposed, option=0, sequence=proposed.sequence, side=PRO, by=anna.user)


def test_what_passed_meanwhile_cannot_be_chosen(proposed, anna):
    first = proposed.options.first()
    with (
        time_machine.travel(first.starts_at + timedelta(minutes=1), tick=False),
        pytest.raises(RefusedError, match="passed"),
    ):
        take(proposed, anna.user)


def test_a_time_that_is_taken_elsewhere_cannot_be_chosen(agreed, planned, anna, school_a, bram):
    vacancy = factories.VacancyFactory(institution=school_a, title="Ook lassen")
    second = applications.show_interest(vacancy, anna, by=anna.user)
    slots = tuple(Slot(row.on, row.day_part % 3) for row in agreed.options.all())
    other = actions.propose(second, side=SCHOOL, plan=planned(slots=slots), by=bram)

    with pytest.raises(RefusedError, match="another appointment"):
        take(other, anna.user)


def test_what_is_agreed_is_suggested_no_more(agreed, interest):
    slots = {(slot.on, slot.bit) for slot in queries.suggestions(interest)}

    first = agreed.options.first()
    assert (first.on, first.day_part) not in slots


def test_a_yes_taken_back_meanwhile_leaves_nothing_to_choose(proposed, interest, anna):
    applications.withdraw(interest, by=anna.user)

    with pytest.raises(RefusedError, match="ended"):
        take(proposed, anna.user)


def test_strangers_choose_nothing(proposed, carla, anna):
    for side, by in [(SCHOOL, carla), (PRO, carla), (SCHOOL, anna.user)]:
        with pytest.raises(PermissionDenied):
            take(proposed, by, side=side)


def test_a_talk_that_the_school_takes_starts_the_conversation(interest, planned, anna, bram):
    plan = planned(kind=MeetingKind.TALK)
    meeting = actions.propose(interest, side=PRO, plan=plan, by=anna.user)

    take(meeting, bram, side=SCHOOL)

    assert state_of(interest) == ApplicationStatus.TALKING
    assert kinds_of(anna.user) == ["meeting_agreed"]


def test_a_talk_changes_no_later_state(interest, planned, anna, bram):
    applications.talk(interest, by=bram)
    applications.offer(interest, by=bram)
    meeting = actions.propose(interest, side=SCHOOL, plan=planned(kind=MeetingKind.TALK), by=bram)

    take(meeting, anna.user)

    assert state_of(interest) == ApplicationStatus.OFFERED


# Others, moving


def test_the_other_side_proposes_others(proposed, planned, anna, bram):
    row = propose_others(proposed, planned(2, 3), anna.user, side=PRO)

    assert row.proposed_by == PRO
    assert row.options.count() == 1
    assert "meeting_proposed" in kinds_of(bram)
    assert take(row, bram, side=SCHOOL).status == MeetingStatus.AGREED


def test_the_same_others_twice_are_one(proposed, planned, anna, bram):
    old = Meeting.objects.get()
    propose_others(proposed, planned(2, 4), anna.user, side=PRO)

    again = propose_others(old, planned(2, 4), anna.user, side=PRO)

    assert again.steps.count() == 2
    assert kinds_of(bram).count("meeting_proposed") == 1


def test_moving_frees_the_time_and_tells_both(agreed, planned, bram, anna):
    was = agreed.starts_at

    row = propose_others(agreed, planned(2, 4), bram, side=SCHOOL, reason="Wim is ziek.")

    step = row.steps.last()
    assert (row.status, row.starts_at, row.agreed_at) == (MeetingStatus.PROPOSED, None, None)
    assert (step.verb, step.reason, step.starts_at) == ("move", "Wim is ziek.", was)
    assert "meeting_moved" in kinds_of(anna.user)
    assert "meeting_moved" in kinds_of(bram)


def test_moving_asks_why(agreed, planned, bram):
    with pytest.raises(RefusedError, match="why") as refusal:
        propose_others(agreed, planned(2, 4), bram, side=SCHOOL, reason="  ")

    assert refusal.value.field == "reason"
    agreed.refresh_from_db()
    assert agreed.status == MeetingStatus.AGREED


def test_what_was_cannot_be_moved_or_cancelled(agreed, planned, bram):
    with time_machine.travel(agreed.ends_at + timedelta(days=1), tick=False):
        later = planned(2, 4)
        with pytest.raises(RefusedError, match="passed"):
            propose_others(agreed, later, bram, side=SCHOOL, reason="Toch niet.")
        with pytest.raises(RefusedError, match="passed"):
            cancel(agreed, bram, side=SCHOOL, reason="Toch niet.")
