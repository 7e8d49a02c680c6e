"""A meeting in the words of its reader."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from portal.kit import day_words
from portal.kit.templatetags.ui import NBSP
from vacancies.enums import MeetingKind, StepSide
from vacancies.lifecycles import Side
from vacancies.meetings.times import Slot
from vacancies.models import Meeting, MeetingOption, MeetingStep

Words = str | Promise
DASH: Final = "\u2060–\u2060"  # no line ends beside it
PRO, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL

EVENTS: Final[Mapping[str, Words]] = {
    "meeting.proposed": gettext_lazy("An appointment was proposed"),
    "meeting.others_proposed": gettext_lazy("Other times were proposed"),
    "meeting.agreed": gettext_lazy("An appointment was agreed"),
    "meeting.moved": gettext_lazy("An appointment was moved"),
    "meeting.cancelled": gettext_lazy("An appointment was cancelled"),
    "calendar.renewed": gettext_lazy("The address of a calendar was renewed"),
}

KINDS: Final[Mapping[str, tuple[Words, Words]]] = {
    MeetingKind.SHADOW_DAY: (
        gettext_lazy("Come along for a day-part"),
        gettext_lazy("Look around in the lessons. Nothing is asked of you."),
    ),
    MeetingKind.GUEST_LESSON: (
        gettext_lazy("Guest lesson"),
        gettext_lazy("Tell about the trade in a lesson. The teacher is there all the time."),
    ),
    MeetingKind.TALK: (
        gettext_lazy("Talk"),
        gettext_lazy("Get to know each other, ask everything."),
    ),
}

STEPS: Final[Mapping[tuple[Side, str, str], Words]] = {
    (PRO, "propose", PRO): gettext_lazy("You proposed: %(kind)s."),
    (PRO, "propose", SCHOOL): gettext_lazy("%(school)s proposed: %(kind)s."),
    (PRO, "propose_others", PRO): gettext_lazy("You proposed other times for: %(kind)s."),
    (PRO, "propose_others", SCHOOL): gettext_lazy("%(school)s proposed other times for: %(kind)s."),
    (PRO, "agree", PRO): gettext_lazy("You chose %(when)s for: %(kind)s. Now it is agreed."),
    (PRO, "agree", SCHOOL): gettext_lazy(
        "%(school)s chose %(when)s for: %(kind)s. Now it is agreed."
    ),
    (PRO, "move", PRO): gettext_lazy("You moved: %(kind)s. %(when)s falls away."),
    (PRO, "move", SCHOOL): gettext_lazy("%(school)s moved: %(kind)s. %(when)s falls away."),
    (PRO, "cancel", PRO): gettext_lazy("You cancelled: %(kind)s."),
    (PRO, "cancel", SCHOOL): gettext_lazy("%(school)s cancelled: %(kind)s."),
    (SCHOOL, "propose", PRO): gettext_lazy("%(name)s proposed: %(kind)s."),
    (SCHOOL, "propose", SCHOOL): gettext_lazy("You proposed: %(kind)s."),
    (SCHOOL, "propose_others", PRO): gettext_lazy("%(name)s proposed other times for: %(kind)s."),
    (SCHOOL, "propose_others", SCHOOL): gettext_lazy("You proposed other times for: %(kind)s."),
    (SCHOOL, "agree", PRO): gettext_lazy(
        "%(name)s chose %(when)s for: %(kind)s. Now it is agreed."
    ),
    (SCHOOL, "agree", SCHOOL): gettext_lazy("You chose %(when)s for: %(kind)s. Now it is agreed."),
    (SCHOOL, "move", PRO): gettext_lazy("%(name)s moved: %(kind)s. %(when)s falls away."),
    (SCHOOL, "move", SCHOOL): gettext_lazy("You moved: %(kind)s. %(when)s falls away."),
    (SCHOOL, "cancel", PRO): gettext_lazy("%(name)s cancelled: %(kind)s."),
    (SCHOOL, "cancel", SCHOOL): gettext_lazy("You cancelled: %(kind)s."),
}
BY_CLOCK: Final = gettext_lazy("The application ended, so this is cancelled: %(kind)s.")


def kind(meeting: Meeting) -> str:
    """What it is, as a title."""
    return str(KINDS[meeting.kind][0])


def clock(starts_at: datetime, ends_at: datetime) -> str:
    """From when to when: 8.30–12.30 uur."""
    after = f"{NBSP}uur" if get_language() == "nl" else ""
    return DASH.join(map(day_words.clock, (starts_at, ends_at))) + after


def day(on: date) -> str:
    """A day with its name: dinsdag 1 december 2026."""
    return format_date(on, "l j F Y").replace(" ", NBSP)


def when(starts_at: datetime, ends_at: datetime) -> str:
    """Day and time: dinsdag 1 december 2026, 8.30–12.30 uur."""
    return f"{day(timezone.localdate(starts_at))}, {clock(starts_at, ends_at)}"


def slot(one: Slot) -> str:
    """A day-part to choose: dinsdag 1 december 2026, ochtend (8.30–12.30 uur)."""
    return f"{day(one.on)}, {day_words.PARTS[one.part]} ({clock(*one.span())})"


def option(row: MeetingOption) -> str:
    return when(row.starts_at, row.ends_at)


def place(meeting: Meeting) -> str:
    """Building, address and where exactly, as far as they are known."""
    found = meeting.location
    parts = [str(found), found.address, found.postcode] if found else []
    building = ", ".join(part for part in parts if part)
    return ". ".join(part for part in (building, meeting.place_note) if part)


def step(row: MeetingStep, reader: Side) -> str:
    """A step as its reader tells it, with the reason if one was given."""
    if row.side == StepSide.CLOCK:
        text = str(BY_CLOCK) % _names(row)
    else:
        text = str(STEPS[reader, row.verb, Side(row.side)]) % _names(row)
    return f"{text} “{row.reason}”" if row.reason else text


def other(meeting: Meeting, reader: Side) -> str:
    """How the reader calls the other side."""
    application = meeting.application
    if reader == PRO:
        return application.vacancy.institution.name
    return str(application.professional)


def _names(row: MeetingStep) -> dict[str, str]:
    application = row.meeting.application
    return {
        "kind": kind(row.meeting).lower(),
        "name": str(application.professional),
        "school": application.vacancy.institution.name,
        "when": when(row.starts_at, row.ends_at) if row.starts_at and row.ends_at else "",
    }


def confirmed(meeting: Meeting, reader: Side) -> tuple[str, ...]:
    """That both said yes to the time that is agreed: who proposed it, and who chose it."""
    if meeting.agreed_at is None:
        return ()
    names = {reader: _("You"), _other_of(reader): other(meeting, reader)}
    proposer = Side(meeting.proposed_by)
    return (
        _("%(who)s proposed it") % {"who": names[proposer]},
        _("%(who)s chose this time") % {"who": names[_other_of(proposer)]},
    )


def _other_of(side: Side) -> Side:
    return SCHOOL if side == PRO else PRO
