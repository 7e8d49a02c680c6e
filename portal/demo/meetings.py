"""Appointments of the demo: one that waits for a choice, one that both agreed on."""

from accounts.models import User
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.meetings import actions, queries
from vacancies.meetings.plan import Plan
from vacancies.models import Application, Meeting

TIMES = 3


def propose(application: Application, *, kind: MeetingKind, note: str, by: User) -> Meeting:
    """The school proposes three times of the coming weeks."""
    places = queries.places_for(application, Side.SCHOOL)
    plan = Plan(
        kind=kind,
        slots=tuple(queries.suggestions(application)[:TIMES]),
        location=places[0],
        place_note="Vraag bij de balie naar de praktijkhal",
        note=note,
    )
    return actions.propose(application, side=Side.SCHOOL, plan=plan, by=by)


def take_first(meeting: Meeting) -> Meeting:
    """The professional takes the first time."""
    option = meeting.options.all()[0]
    return actions.take(
        meeting,
        option=option.pk,
        sequence=meeting.sequence,
        side=Side.PROFESSIONAL,
        by=meeting.application.professional.user,
    )
