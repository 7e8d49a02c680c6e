"""Who races: people, talks, offers and ways that two want to change at once."""

from types import SimpleNamespace

import pytest

from accounts.enums import FunctionKind, Level
from portal.kit import dayparts
from tests import factories
from tests.vacancies.employers.conftest import an_ask
from tests.vacancies.lifecycles.test_walks_of_training import begun
from tests.vacancies.placement.conftest import an_offer
from tests.vacancies.races.racing import races
from tests.vacancies.training.conftest import NEXT_YEAR
from vacancies.applications import actions as talks
from vacancies.applications.history import replayed
from vacancies.employers import actions as employers
from vacancies.enums import MeetingKind
from vacancies.lifecycles import Side
from vacancies.meetings import actions as meetings
from vacancies.meetings import queries as of_meetings
from vacancies.meetings.plan import Plan
from vacancies.models import Application, Meeting, Placement, Trajectory
from vacancies.placement import actions as placements

RACE = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
PERSON, SCHOOL = Side.PROFESSIONAL, Side.SCHOOL
TUESDAY, THURSDAY = (dayparts.parse(one) for one in ("tuesday_afternoon", "thursday_evening"))


def a_talk(anna=None, **values):
    """Somebody said yes to a vacancy of a school with two colleagues."""
    school = factories.InstitutionFactory()
    bram, cees = factories.MembershipFactory.create_batch(2, institution=school)
    case = SimpleNamespace(school=school, bram=bram.user, cees=cees.user)
    case.vacancy = factories.VacancyFactory(institution=school, **values)
    case.anna, case.talk = a_yes(case.vacancy, anna)
    return case


def a_yes(vacancy, person=None):
    if person is None:
        person = factories.ProfessionalFactory()
        factories.RouteAnswersFactory(professional=person)
    return person, talks.show_interest(vacancy, person, by=person.user)


def an_offered_talk(**values):
    case = a_talk(**values)
    case.placement = placements.offer(case.talk, offer=an_offer(), by=case.bram)
    return case


def an_asked_employer():
    case = an_offered_talk()
    placements.accept(case.placement, by=case.anna.user)
    case.placement.refresh_from_db()
    case.asked = employers.ask(case.placement, ask=an_ask(), by=case.anna.user)
    return case


def a_meeting(**values):
    case = a_talk(**values)
    case.slots = of_meetings.suggestions(case.talk)
    case.meeting = meetings.propose(
        case.talk, side=SCHOOL, plan=a_plan(case.slots[:2]), by=case.bram
    )
    case.option = case.meeting.options.first().pk
    return case


def a_plan(slots):
    return Plan(kind=MeetingKind.TALK, slots=tuple(slots))


def a_trajectory():
    school = factories.InstitutionFactory()
    esra = factories.ProfessionalFactory(level=Level.NLQF_6)
    bram, cees = factories.MembershipFactory.create_batch(2, institution=school)
    vacancy = factories.VacancyFactory(
        institution=school,
        function_kind=FunctionKind.TEACHER,
        will_train=True,
        starts_on=NEXT_YEAR,
    )
    talk = talks.show_interest(vacancy, esra, by=esra.user)
    row = begun(talk, esra, by=bram.user)
    row.refresh_from_db()
    return SimpleNamespace(row=row, esra=esra, bram=bram.user, cees=cees.user, talk=talk)


def nothing_is_half():
    """Every history leads to its state; talks and placements agree; every step is told once."""
    for model in (Application, Placement, Meeting, Trajectory):
        for row in model.objects.prefetch_related("steps"):
            assert replayed(row.steps.all()) == row.status, row
    for talk in Application.objects.all():
        states = {row.status for row in talk.placements.all()}
        assert (talk.status == "offered") == ("offered" in states)
        assert (talk.status == "placed") == bool(states & {"accepted", "started", "ended"})


def one_wins(build, *late, writes=False):
    """In every race; the other gets one of these answers."""
    for outcome in races(build, writes=writes):
        assert len(outcome.won) == len(outcome.late) == 1, outcome
        assert type(*outcome.late.values()).__name__ in late, outcome
        yield outcome
    nothing_is_half()
