"""Anna said yes to a vacancy of school A for a guest teacher; bram offers her the work."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.enums import CredentialKind, EmploymentForm, FunctionKind
from portal.kit import dayparts
from tests import factories
from vacancies.applications import actions as applications
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision, Route
from vacancies.placement import actions
from vacancies.placement.offer import Hours, Offer

TODAY = timezone.localdate()
PART = dayparts.parse("tuesday_afternoon thursday_evening")


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def next_september() -> date:
    """1 September of the next study year, so that no week falls in the running one."""
    return date(TODAY.year + (TODAY.month >= 8), 9, 1)


def of_guest(**changes: object) -> Hours:
    """Hours of a guest teacher, within every year's room."""
    values = {
        "function_kind": FunctionKind.GUEST_TEACHER,
        "route": Route.GUEST_TEACHER_SIX_HOURS,
        "week_hours": Decimal(5),
        "weeks": 20,
        "named_teacher": "Wim Hoekstra",
    }
    return Hours(**(values | changes))  # type: ignore[arg-type]


def an_offer(*blocks: Hours, **changes: object) -> Offer:
    values = {
        "blocks": blocks or (of_guest(),),
        "day_parts_mask": PART,
        "starts_on": next_september(),
        "ends_on": date(next_september().year + 1, 7, 31),
        "employment_form": EmploymentForm.OWN_CONTRACT,
        "answer_by": in_days(1),
    }
    return Offer(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


@pytest.fixture
def application(vacancy, anna):
    factories.RouteAnswersFactory(professional=anna)
    return applications.show_interest(vacancy, anna, by=anna.user)


@pytest.fixture
def offered(application, bram):
    return actions.offer(application, offer=an_offer(), by=bram)


@pytest.fixture
def accepted(offered, anna):
    return actions.accept(offered, by=anna.user)


@pytest.fixture
def today_accepted(application, anna, bram):
    """Begins today, and runs to the end of the study year."""
    offer = an_offer(of_guest(weeks=1), starts_on=TODAY, ends_on=None, answer_by=TODAY)
    return actions.accept(actions.offer(application, offer=offer, by=bram), by=anna.user)


@pytest.fixture
def lawful(anna, school_a, bram, application):
    """All that the route of six hours asks besides a named teacher is there."""

    def make() -> None:
        vog = factories.CredentialFactory(
            professional=anna, kind=CredentialKind.VOG, field="", issued_on=in_days(-60)
        )
        factories.CredentialCheckFactory(
            credential=vog, institution=school_a, shown_on=in_days(-10)
        )
        assessment.record_decision(
            anna,
            institution=school_a,
            by=bram,
            kind=Decision.SPECIFIC_KNOWLEDGE_JUDGED,
            is_yes=True,
            decided_on=TODAY,
        )

    return make


@pytest.fixture
def started(today_accepted, lawful, bram):
    lawful()
    return actions.start(today_accepted, by=bram)


@pytest.fixture
def colleague(school_a):
    return factories.MembershipFactory(institution=school_a, user__name="Cees Bloem").user


@pytest.fixture
def others(vacancy):
    """Makes another professional who said yes to the same vacancy."""

    def make(name: str, **changes: object):
        person = factories.ProfessionalFactory(user__name=name, **changes)
        factories.RouteAnswersFactory(professional=person)
        return person, applications.show_interest(vacancy, person, by=person.user)

    return make
