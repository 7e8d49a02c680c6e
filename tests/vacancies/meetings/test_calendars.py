"""What calendars are told: in mails, as a file and in the private feed."""

from datetime import date, datetime, timedelta

import pytest
from django.core import mail as outbox
from django.urls import reverse
from icalendar import Calendar

from accounts.enums import MembershipStatus
from accounts.models import Membership
from accounts.notifications import delivery
from tests.vacancies.meetings.conftest import take
from vacancies.applications import actions as applications
from vacancies.lifecycles import Side
from vacancies.meetings import actions, ical, tokens
from vacancies.meetings.times import Slot
from vacancies.models import CalendarFeed, Meeting

PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL


def event_in(text):
    return next(iter(Calendar.from_ical(text).walk("VEVENT")))


def sent_to(address):
    """Method, event and text of every appointment that was mailed to this address, in order."""
    delivery.deliver()
    texts = [
        part.get_payload(decode=True).decode()
        for message in outbox.outbox
        if message.to == [address]
        for part in message.attachments
    ]
    return [(str(Calendar.from_ical(text)["METHOD"]), event_in(text), text) for text in texts]


def feed_of(user):
    return reverse("agenda_feed", args=[tokens.token_of(actions.make_feed(user))])


def test_what_is_agreed_is_asked_of_both_calendars(agreed, anna, bram):
    for user in (anna.user, bram):
        [(method, event, _text)] = sent_to(user.email)
        assert method == "REQUEST"
        assert event["UID"] == f"{agreed.public_id}@dagdeel.example"
        assert event["STATUS"] == "CONFIRMED"
        assert event["DTSTART"].dt == agreed.starts_at
        assert event["DTEND"].dt == agreed.ends_at
        assert str(event["DTSTART"].params["TZID"]) == "Europe/Amsterdam"
        assert event["ATTENDEE"] == f"mailto:{user.email}"


def test_nobody_is_named_in_the_calendar_of_a_school(agreed, bram):
    [(_method, event, text)] = sent_to(bram.email)

    assert event["SUMMARY"] == "Come along for a day-part: Gastdocent lassen"
    assert "Anna" not in text.replace("\r\n ", "")
    assert "anna@example.org" not in text.replace("\r\n ", "")


def test_the_professional_reads_what_to_expect_and_where(agreed, anna):
    [(_method, event, _text)] = sent_to("anna@example.org")

    assert event["SUMMARY"] == "Come along for a day-part: Deltion College"
    assert "Je loopt mee met Wim." in event["DESCRIPTION"]
    assert agreed.location.name in event["LOCATION"]


def test_moving_takes_the_old_time_out_and_puts_the_new_one_in(agreed, planned, anna, bram):
    delivery.deliver()
    was = agreed.starts_at
    moved = actions.propose_others(
        agreed,
        side=SCHOOL,
        plan=planned(2, 4),
        sequence=agreed.sequence,
        reason="Wim is ziek.",
        by=bram,
    )
    delivery.deliver()
    again = take(Meeting.objects.get(pk=moved.pk), anna.user)

    told = sent_to("anna@example.org")
    assert [method for method, _event, _text in told] == ["REQUEST", "CANCEL", "REQUEST"]
    assert len({str(event["UID"]) for _method, event, _text in told}) == 1
    sequences = [int(event["SEQUENCE"]) for _method, event, _text in told]
    assert sequences == sorted(set(sequences))
    assert [event["DTSTART"].dt for _method, event, _text in told] == [was, was, again.starts_at]
    assert told[1][1]["STATUS"] == "CANCELLED"


def test_moving_is_told_to_calendars_even_when_it_ended_before_the_mail_left(
    agreed, planned, anna, bram
):
    delivery.deliver()
    moved = actions.propose_others(
        agreed, side=PRO, plan=planned(2, 4), sequence=2, reason="Ziek.", by=anna.user
    )
    actions.cancel(moved, side=PRO, sequence=3, by=anna.user)

    assert [method for method, _event, _text in sent_to(bram.email)] == ["REQUEST", "CANCEL"]


def test_a_cancelled_appointment_leaves_both_calendars(agreed, interest, anna, bram):
    delivery.deliver()

    applications.withdraw(interest, by=anna.user)

    for user in (anna.user, bram):
        assert [method for method, _e, _t in sent_to(user.email)] == ["REQUEST", "CANCEL"]


def test_a_proposal_is_in_no_calendar(proposed, as_anna, anna):
    assert sent_to("anna@example.org") == []
    assert b"VEVENT" not in as_anna.get(feed_of(anna.user)).content
    assert as_anna.get(reverse("my_meeting_file", args=[proposed.public_id])).status_code == 404


@pytest.mark.parametrize(
    ("on", "utc_hour"),
    [
        (date(2027, 3, 27), 7),  # the day before summer time
        (date(2027, 3, 29), 6),
        (date(2027, 10, 30), 6),
        (date(2027, 11, 1), 7),  # the day after winter time
    ],
)
def test_half_past_eight_is_that_in_summer_and_winter(agreed, on, utc_hour):
    """The rules that go along in the file give the same moment as those of this machine."""
    agreed.starts_at, agreed.ends_at = Slot(on, 0).span()

    text = ical.file_of(agreed, PRO)

    begins = event_in(text)["DTSTART"].dt
    assert begins == Slot(on, 0).span()[0]
    zone = next(iter(Calendar.from_ical(text).walk("VTIMEZONE"))).to_tz()
    offset = datetime(on.year, on.month, on.day, 8, 30, tzinfo=zone).utcoffset()
    assert timedelta(hours=8) - offset == timedelta(hours=utc_hour)


def test_a_file_can_be_fetched_by_both_only(agreed, as_anna, as_bram, as_carla, client):
    mine = reverse("my_meeting_file", args=[agreed.public_id])
    ours = reverse("meeting_file", args=[agreed.public_id])

    answer = as_anna.get(mine)
    assert event_in(answer.content)["DTSTART"].dt == agreed.starts_at
    assert answer["Content-Type"] == "text/calendar"
    assert as_bram.get(ours).status_code == 200
    assert as_carla.get(ours).status_code == 404
    assert as_carla.get(mine).status_code == 404
    assert client.get(mine).status_code == 302


# The feed


def test_the_feed_needs_no_sign_in_and_names_nobody(agreed, bram, client):
    address = feed_of(bram)

    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, max-age=900"
    assert answer["X-Robots-Tag"] == "noindex"
    assert event_in(answer.content)["UID"] == f"{agreed.public_id}@dagdeel.example"
    text = answer.content.decode().replace("\r\n ", "")
    assert "Anna" not in text
    assert "bram" not in (address + text).lower()
    assert answer.cookies == {}


def test_the_feed_of_the_professional_is_in_dutch_for_who_reads_dutch(agreed, anna, client):
    anna.user.language = "nl"
    anna.user.save(update_fields=["language"])

    assert b"//NL" in client.get(feed_of(anna.user)).content


def test_an_unchanged_feed_is_not_sent_again(agreed, anna, client, planned):
    address = feed_of(anna.user)
    etag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    actions.cancel(agreed, side=PRO, sequence=2, reason="Ziek.", by=anna.user)
    changed = client.get(address, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert b"VEVENT" not in changed.content


def test_a_renewed_address_shuts_the_old_one(agreed, as_anna, anna, client):
    old = feed_of(anna.user)
    CalendarFeed.objects.get(user=anna.user)

    as_anna.post(reverse("agenda_renew"))

    assert client.get(old).status_code == 404
    assert client.get(feed_of(anna.user)).status_code == 200


@pytest.mark.parametrize("token", ["x", "WzEsMV0:made-up", "W10:x"])
def test_a_made_up_address_is_not_found(client, db, token):
    assert client.get(reverse("agenda_feed", args=[token])).status_code == 404


def test_who_left_the_school_sees_no_more(agreed, bram, client):
    address = feed_of(bram)
    Membership.objects.update(status=MembershipStatus.ENDED)

    answer = client.get(address)

    assert answer.status_code == 200
    assert b"VEVENT" not in answer.content


def test_an_account_that_is_closed_has_no_feed(agreed, bram, client):
    address = feed_of(bram)
    bram.is_active = False
    bram.save(update_fields=["is_active"])

    assert client.get(address).status_code == 404


def test_the_feed_of_another_school_is_empty(agreed, carla, client):
    assert b"VEVENT" not in client.get(feed_of(carla)).content
