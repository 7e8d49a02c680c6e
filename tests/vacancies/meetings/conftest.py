"""Anna's yes to a vacancy of school A, and proposals that can be lawful on any day."""

from collections.abc import Callable

import pytest

from accounts.models import Notice
from tests import factories
from vacancies.applications import actions as applications
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.meetings import actions, queries
from vacancies.meetings.plan import Plan
from vacancies.models import Application, Meeting

Planned = Callable[..., Plan]


@pytest.fixture
def interest(school_a, anna, bram) -> Application:
    vacancy = factories.VacancyFactory(institution=school_a)
    return applications.show_interest(vacancy, anna, by=anna.user)


@pytest.fixture
def planned(interest) -> Planned:
    """A plan with suggested day-parts: the first two, unless a test says which."""

    def make(first: int = 0, last: int = 2, **values) -> Plan:
        slots = queries.suggestions(interest)[first:last]
        place = interest.vacancy.locations.first()
        defaults = {"kind": MeetingKind.SHADOW_DAY, "slots": tuple(slots), "location": place}
        return Plan(**(defaults | values))

    return make


@pytest.fixture
def proposed(interest, planned, bram) -> Meeting:
    """Bram proposes two day-parts to come along."""
    plan = planned(note="Je loopt mee met Wim.")
    return actions.propose(interest, side=Side.SCHOOL, plan=plan, by=bram)


@pytest.fixture
def agreed(proposed, anna) -> Meeting:
    """Anna takes the first."""
    return take(proposed, anna.user)


def take(meeting: Meeting, by, *, nth: int = 0, side: Side = Side.PROFESSIONAL) -> Meeting:
    option = meeting.options.all()[nth]
    return actions.take(meeting, option=option.pk, sequence=meeting.sequence, side=side, by=by)


def kinds_of(user) -> list[str]:
    return sorted(Notice.objects.filter(recipient=user).values_list("kind", flat=True))


def propose_others(meeting, plan, by, *, side, reason="", sequence=None):
    return actions.propose_others(
        meeting,
        side=side,
        plan=plan,
        sequence=meeting.sequence if sequence is None else sequence,
        reason=reason,
        by=by,
    )


def cancel(meeting, by, *, side, reason="", sequence=None):
    sequence = meeting.sequence if sequence is None else sequence
    return actions.cancel(meeting, sequence=sequence, side=side, reason=reason, by=by)
