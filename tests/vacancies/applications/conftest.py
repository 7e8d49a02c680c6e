"""Anna's yes to a vacancy of school A."""

import pytest

from tests import factories
from vacancies.applications import actions


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


@pytest.fixture
def interest(vacancy, anna):
    return actions.show_interest(vacancy, anna, message="Ik las dit graag.", by=anna.user)
