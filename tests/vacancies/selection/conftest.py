"""Anna's yes to a vacancy of school A, and somebody who only looks along."""

import pytest

from accounts.enums import Role
from tests import factories
from vacancies.applications import actions


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


@pytest.fixture
def interest(vacancy, anna):
    return actions.show_interest(vacancy, anna, message="Ik las dit graag.", by=anna.user)


@pytest.fixture
def as_viewer(school_a, sign_in):
    return sign_in(factories.MembershipFactory(institution=school_a, role=Role.VIEWER).user)
