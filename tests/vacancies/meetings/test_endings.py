"""Cancelling, the end of an application, and the day before."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from portal.kit.lifecycle import IllegalTransitionError
from tests.vacancies.meetings.conftest import cancel, kinds_of, propose_others, take
from vacancies.applications import actions as applications
from vacancies.enums import MeetingStatus
from vacancies.lifecycles import Side
from vacancies.meetings import actions
from vacancies.meetings.actions import RefusedError, StaleError
from vacancies.models import Meeting

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


def test_either_side_cancels_with_a_reason(agreed, anna, bram):
    row = cancel(agreed, anna.user, side=PRO, reason="Ik ben ziek.")

    assert (row.status, row.cancelled_by) == (MeetingStatus.CANCELLED, PRO)
    assert row.cancel_reason == "Ik ben ziek."
    assert "meeting_cancelled" in kinds_of(bram)
    assert "meeting_cancelled" in kinds_of(anna.user)


def test_cancelling_what_is_agreed_asks_why(agreed, anna):
    with pytest.raises(RefusedError, match="why"):
        cancel(agreed, anna.user, side=PRO)


def test_a_proposal_is_refused_without_a_reason(proposed, anna, bram):
    cancel(proposed, anna.user, side=PRO)

    assert "meeting_cancelled" in kinds_of(bram)
    assert kinds_of(anna.user) == ["meeting_proposed"]


def test_cancelling_twice_is_once(agreed, anna):
    cancel(agreed, anna.user, side=PRO, reason="Ik ben ziek.")

    row = cancel(agreed, anna.user, side=PRO, reason="Ik ben ziek.")

    assert row.steps.filter(verb="cancel").count() == 1


def test_what_the_other_cancelled_is_over(agreed, anna, bram):
    old = Meeting.objects.get()
    cancel(agreed, anna.user, side=PRO, reason="Ik ben ziek.")

    with pytest.raises(StaleError):
        cancel(old, bram, side=SCHOOL, reason="Wim ook.")
    with pytest.raises(IllegalTransitionError):
        cancel(Meeting.objects.get(), bram, side=SCHOOL, reason="Wim ook.")


def test_strangers_cancel_nothing(agreed, carla):
    for side in (PRO, SCHOOL):
        with pytest.raises(PermissionDenied):
            cancel(agreed, carla, side=side, reason="Nee.")


@pytest.mark.parametrize("end", ["withdraw", "decline"])
def test_the_end_of_the_application_cancels(agreed, interest, anna, bram, end):
    if end == "withdraw":
        applications.withdraw(interest, by=anna.user)
    else:
        applications.decline(interest, by=bram)

    agreed.refresh_from_db()
    assert (agreed.status, agreed.cancelled_by) == (MeetingStatus.CANCELLED, Side.CLOCK)
    assert "meeting_cancelled" in kinds_of(anna.user)
    assert "meeting_cancelled" in kinds_of(bram)


def test_a_proposal_ends_with_its_application_without_a_word(proposed, interest, bram, anna):
    applications.decline(interest, by=bram)

    proposed.refresh_from_db()
    assert proposed.status == MeetingStatus.CANCELLED
    assert kinds_of(anna.user) == ["application_answered", "meeting_proposed"]


def test_what_was_stays_when_the_application_ends(agreed, interest, bram):
    with time_machine.travel(agreed.ends_at + timedelta(days=1), tick=False):
        applications.decline(interest, by=bram)

    agreed.refresh_from_db()
    assert agreed.status == MeetingStatus.AGREED


def test_the_steps_replay_to_the_state(agreed, planned, bram, anna):
    propose_others(agreed, planned(2, 4), anna.user, side=PRO, reason="Dienst geruild.")
    row = take(Meeting.objects.get(), bram, side=SCHOOL)
    cancel(row, bram, side=SCHOOL, reason="Lokaal dicht.")

    steps = list(row.steps.all())
    assert [step.verb for step in steps] == ["propose", "agree", "move", "agree", "cancel"]
    assert [step.sequence for step in steps] == [1, 2, 3, 4, 5]
    assert steps[-1].target == Meeting.objects.get().status


# The day before


def test_both_are_reminded_once_the_day_before(agreed, anna, bram):
    with time_machine.travel(agreed.starts_at - timedelta(days=1), tick=False):
        actions.remind()
        actions.remind()

    for user in (anna.user, bram):
        assert kinds_of(user).count("meeting_tomorrow") == 1


def test_nobody_is_reminded_of_what_is_cancelled_or_not_tomorrow(agreed, anna):
    with time_machine.travel(agreed.starts_at - timedelta(days=2), tick=False):
        assert actions.remind() == 0
    cancel(agreed, anna.user, side=PRO, reason="Ik ben ziek.")
    with time_machine.travel(agreed.starts_at - timedelta(days=1), tick=False):
        assert actions.remind() == 0


def test_who_agreed_today_needs_no_reminder(proposed, anna):
    first = proposed.options.first()
    with time_machine.travel(first.starts_at - timedelta(days=1), tick=False):
        take(proposed, anna.user)

        assert actions.remind() == 0
