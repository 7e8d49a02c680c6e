"""The words of posting: a demand, an event, and what happens now."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.enums import DutchLevel, Level
from portal.kit import day_words
from vacancies.enums import RequirementKind, VacancyStatus
from vacancies.models import Requirement, Vacancy
from vacancies.posting.lifecycle import LIVE
from vacancies.posting.queries import Cover, still_asked

Words = str | Promise

EVENTS: Final[Mapping[str, Words]] = {
    "vacancy.created": _("Draft started"),
    "vacancy.copied": _("Copied from another vacancy"),
    "vacancy.saved": _("Text saved"),
    "vacancy.submitted": _("Sent in"),
    "vacancy.taken_back": _("Taken back to change it"),
    "vacancy.approved": _("Approved and open"),
    "vacancy.change_approved": _("Change approved"),
    "vacancy.returned": _("Returned with a question"),
    "vacancy.paused": _("Paused"),
    "vacancy.resumed": _("Open again"),
    "vacancy.extended": _("Closing date moved"),
    "vacancy.closed": _("Closed"),
    "vacancy.taken_down": _("Taken down by the moderator"),
}

NEXT_STEPS: Final[Mapping[str, Words]] = {
    VacancyStatus.DRAFT: _("Nobody sees this vacancy yet. Finish it and send it in."),
    VacancyStatus.SUBMITTED: _(
        "A moderator reads your vacancy. You get a message as soon as it is open."
    ),
    VacancyStatus.RETURNED: _("A moderator has a question. Change the text and send it in again."),
    VacancyStatus.PUBLISHED: _("Everybody can find this vacancy. Who fits is told by mail."),
    VacancyStatus.PAUSED: _("Nobody finds this vacancy now. The closing date stays the same."),
    VacancyStatus.CLOSED: _("This vacancy is closed. Everybody who showed interest is told."),
    VacancyStatus.TAKEN_DOWN: _("A moderator took this vacancy down. It cannot be opened again."),
}


def demand_text(demand: Requirement) -> str:
    """A demand without its strength: "3 years in the occupation", "Dutch at level B2"."""
    value = demand.value or 0
    match demand.kind:
        case RequirementKind.LEVEL:
            return gettext("Education: %(level)s") % {"level": Level(value).label}
        case RequirementKind.EXPERIENCE:
            return ngettext(
                "%(years)d year in the occupation", "%(years)d years in the occupation", value
            ) % {"years": value}
        case RequirementKind.LANGUAGE:
            return gettext("Dutch at level %(level)s") % {"level": DutchLevel(value).label}
    return str(demand.competence or "")


def demand_line(demand: Requirement) -> str:
    """A demand with its strength and reason, on one line."""
    line = f"{demand_text(demand)} ({demand.get_strength_display()})"
    return f"{line}: {demand.reason}" if demand.reason else line


def saved_text(at: datetime) -> str:
    """When the text was saved: only the time if that was today."""
    clock = day_words.clock(at)
    if timezone.localdate(at) == timezone.localdate():
        return gettext("saved at %(time)s") % {"time": clock}
    day = date_format(timezone.localtime(at), "j F")
    return gettext("saved on %(day)s at %(time)s") % {"day": day, "time": clock}


def event_words(verb: str) -> str:
    """An event of the timeline in words; empty for one that is not shown."""
    return str(EVENTS.get(verb, ""))


def filled(vacancy: Vacancy, cover: Cover) -> str:
    """Who said yes to an offer, and what is still open; nothing while nobody did."""
    if not cover.people:
        return ""
    people = ngettext("One person is placed.", "%(n)d people are placed.", cover.people)
    said = people % {"n": cover.people}
    if vacancy.status not in LIVE:
        return said
    if vacancy.may_be_shared:
        left = day_words.day_parts_text(still_asked(vacancy, cover))
        return f"{said} " + gettext("Still open: %(parts)s.") % {"parts": left}
    left_over = vacancy.positions - cover.people
    words = ngettext("One place is still open.", "%(n)d places are still open.", left_over)
    return f"{said} {words % {'n': left_over}}"
