"""Anna said yes to a vacancy of school A for a guest teacher, who starts within this study year."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.enums import CredentialKind, FunctionKind, Role
from tests import factories
from vacancies.applications import actions as applications
from vacancies.assessment.actions import Hours
from vacancies.codes import Route
from vacancies.routes import hours
from vacancies.routes.book import rule_book

TODAY = timezone.localdate()


def next_year() -> date:
    """The first Monday of September of the next study year: forty weeks lie ahead of it."""
    first = hours.study_year(TODAY, rule_book())[1] + timedelta(days=1)
    day = date(first.year, 9, 1)
    return day + timedelta(days=-day.weekday() % 7)


def asked(**changes: object) -> Hours:
    values = {
        "function_kind": FunctionKind.GUEST_TEACHER,
        "route": Route.GUEST_TEACHER_SIX_HOURS,
        "week_hours": Decimal("5"),
        "weeks": 40,
        "starts_on": next_year(),
    }
    return Hours(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a, starts_on=next_year())


@pytest.fixture
def application(vacancy, anna):
    factories.RouteAnswersFactory(professional=anna)
    return applications.show_interest(vacancy, anna, by=anna.user)


@pytest.fixture
def vog(anna):
    return factories.CredentialFactory(
        professional=anna, kind=CredentialKind.VOG, field="", issued_on=TODAY - timedelta(days=60)
    )


@pytest.fixture
def viewer(school_a):
    return factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user


@pytest.fixture
def colleague(school_a):
    return factories.MembershipFactory(institution=school_a, user__name="Cees Bloem").user
