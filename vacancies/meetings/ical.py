"""Meetings for calendars (RFC 5545, 5546): never the name of the professional, stable for ever.

The identifier of a meeting stays the same through every change; a higher SEQUENCE replaces what a
calendar has. Times are those of Europe/Amsterdam, with its rules for summer and winter time.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Calendar, Component, Event, vCalAddress, vText

from accounts.models import User
from vacancies.lifecycles import Side
from vacancies.meetings import words
from vacancies.meetings.times import ZONE
from vacancies.models import Meeting, MeetingStep

REFRESH: Final = timedelta(hours=1)
RULES: Final = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""The rules of the European Union since 1996 (directive 2000/84/EC), whatever the year."""
PAGES: Final = {Side.PROFESSIONAL: "my_meeting", Side.SCHOOL: "meeting"}


def asked(step: MeetingStep, reader: Side, to: User) -> str:
    """What puts the agreed time of this step in somebody's calendar."""
    return _for_mail("REQUEST", "CONFIRMED", step, reader, to)


def called_off(step: MeetingStep, reader: Side, to: User) -> str:
    """What takes the time that fell away with this step out of somebody's calendar."""
    return _for_mail("CANCEL", "CANCELLED", step, reader, to)


def file_of(meeting: Meeting, reader: Side) -> bytes:
    """One meeting to put in a calendar by hand."""
    return _text("PUBLISH", [_event(meeting, reader)])


def feed(meetings: Iterable[Meeting], reader: Side) -> bytes:
    """All of somebody's meetings, to subscribe to."""
    calendar = _calendar("PUBLISH", [_event(row, reader) for row in meetings])
    name = _("Appointments, %(site)s") % {"site": settings.SITE_NAME}
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return bytes(calendar.to_ical())


def _for_mail(method: str, status: str, step: MeetingStep, reader: Side, to: User) -> str:
    assert step.starts_at is not None
    assert step.ends_at is not None
    event = _bare(step.meeting, reader)
    _time(event, step.starts_at, step.ends_at)
    event.add("status", status)
    event.add("sequence", step.sequence)
    event.add("dtstamp", step.at)
    event.add("organizer", _organizer())
    event.add("attendee", _attendee(to), encode=False)
    return _text(method, [event]).decode()


def _event(meeting: Meeting, reader: Side) -> Event:
    assert meeting.starts_at is not None
    assert meeting.ends_at is not None
    event = _bare(meeting, reader)
    _time(event, meeting.starts_at, meeting.ends_at)
    event.add("status", "CONFIRMED")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.updated_at)
    return event


def _bare(meeting: Meeting, reader: Side) -> Event:
    """What it is, where, and the page that tells more."""
    event = Event()
    event.add("uid", f"{meeting.public_id}@{settings.MAIL_DOMAIN}")
    event.add("summary", _summary(meeting, reader))
    address = settings.SITE_URL + reverse(PAGES[reader], args=[meeting.public_id])
    event.add("url", address)
    told = [meeting.note] if meeting.note and reader == Side.PROFESSIONAL else []
    event.add("description", "\n\n".join([*told, address]))
    if place := words.place(meeting):
        event.add("location", place)
    return event


def _summary(meeting: Meeting, reader: Side) -> str:
    vacancy = meeting.application.vacancy
    about = vacancy.institution.name if reader == Side.PROFESSIONAL else vacancy.title
    return f"{words.kind(meeting)}: {about}"


def _time(event: Event, starts_at: datetime, ends_at: datetime) -> None:
    event.add("dtstart", starts_at.astimezone(ZONE))
    event.add("dtend", ends_at.astimezone(ZONE))


def _organizer() -> vCalAddress:
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    organizer = vCalAddress(f"mailto:{address}")
    organizer.params["CN"] = vText(name or settings.SITE_NAME)
    return organizer


def _attendee(to: User) -> vCalAddress:
    """Who said yes already, so no answer is asked."""
    attendee = vCalAddress(f"mailto:{to.email}")
    attendee.params["PARTSTAT"] = vText("ACCEPTED")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee


def _text(method: str, events: list[Event]) -> bytes:
    return bytes(_calendar(method, events).to_ical())


def _calendar(method: str, events: list[Event]) -> Calendar:
    calendar = Calendar()
    language = (get_language() or "nl").upper()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//{settings.MAIL_DOMAIN}//{language}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add_component(Component.from_ical(RULES))
    for event in events:
        calendar.add_component(event)
    return calendar
