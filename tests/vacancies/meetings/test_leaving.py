"""An account goes while appointments stand: whose calendar hears of it, and what it is told."""

from datetime import timedelta

import pytest
import time_machine

from accounts.models import Notice
from accounts.privacy.actions import delete_account
from tests import factories
from tests.vacancies.meetings.conftest import kinds_of, propose_others
from tests.vacancies.meetings.test_calendars import sent_to
from vacancies.enums import MeetingStatus
from vacancies.lifecycles import Side
from vacancies.meetings import actions
from vacancies.models import Meeting


@pytest.fixture
def cees(school_a):
    """A colleague of Bram."""
    return factories.MembershipFactory(institution=school_a, user__name="Cees Bloem").user


def test_the_calendar_of_the_school_hears_that_a_professional_left(agreed, anna, bram):
    name, uid, starts_at = anna.user.name, agreed.public_id, agreed.starts_at
    asked = sent_to(bram.email)[-1][1]

    delete_account(anna.user, by=anna.user)

    assert not Meeting.objects.exists()
    method, event, text = sent_to(bram.email)[-1]
    assert (method, event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (event["UID"], event["DTSTART"].dt) == (f"{uid}@dagdeel.example", starts_at)
    assert event["SEQUENCE"] > asked["SEQUENCE"]
    plain = text.replace("\r\n ", "")
    assert name not in plain
    assert "anna@example.org" not in plain


def test_the_notice_says_what_and_when_but_not_who(agreed, anna, bram, as_bram):
    delete_account(anna.user, by=anna.user)

    page = as_bram.get("/mijn/berichten/").content.decode()
    assert "Does not go on: " in page
    assert "The professional ended the account" in page
    assert "Anna" not in page


def test_what_was_or_only_was_proposed_is_not_told(proposed, anna, bram):
    delete_account(anna.user, by=anna.user)

    assert "meeting_person_left" not in kinds_of(bram)


def test_of_what_is_over_no_calendar_hears(agreed, anna, bram):
    with time_machine.travel(agreed.ends_at + timedelta(hours=1), tick=False):
        delete_account(anna.user, by=anna.user)

    assert "meeting_person_left" not in kinds_of(bram)


def test_colleagues_take_over_what_somebody_agreed_on(agreed, anna, bram, cees):
    delete_account(bram, by=bram)

    agreed.refresh_from_db()
    assert agreed.status == MeetingStatus.AGREED
    [(method, event, _text)] = sent_to(cees.email)
    assert (method, event["UID"]) == ("REQUEST", f"{agreed.public_id}@dagdeel.example")
    assert Notice.objects.get(recipient=cees).kind == "meeting_taken_over"
    assert "meeting_cancelled" not in kinds_of(anna.user)


def test_who_takes_part_already_need_not_take_over(agreed, planned, anna, bram, cees):
    moved = propose_others(agreed, planned(2, 3), anna.user, side=Side.PROFESSIONAL, reason="Ziek.")
    option = moved.options.get()
    actions.take(moved, option=option.pk, sequence=moved.sequence, side=Side.SCHOOL, by=cees)
    before = kinds_of(cees)

    delete_account(bram, by=bram)

    assert kinds_of(cees) == before


def test_where_nobody_stays_it_is_cancelled(agreed, anna, bram):
    delete_account(bram, by=bram)

    agreed.refresh_from_db()
    assert (agreed.status, agreed.cancelled_by) == (MeetingStatus.CANCELLED, "school")
    method, event, _text = sent_to(anna.user.email)[-1]
    assert (method, event["UID"]) == ("CANCEL", f"{agreed.public_id}@dagdeel.example")
