import pytest

from tests import factories
from vacancies.matching import actions
from vacancies.models import Match


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


@pytest.fixture
def match(anna, bram, vacancy) -> Match:
    """Anna fits the vacancy of Bram's school, and was told."""
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    return Match.objects.get(professional=anna, vacancy=vacancy)
