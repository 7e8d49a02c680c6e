import pytest

from accounts.models import Professional
from portal.kit import dayparts
from tests import factories
from vacancies.matching import actions
from vacancies.models import Vacancy

ASKED = dayparts.parse("tuesday_afternoon wednesday_afternoon")


@pytest.fixture
def shown(anna) -> Professional:
    """Anna, free on Tuesday afternoon and Thursday evening, with her facts."""
    actions.refresh_professional(anna)
    return anna


@pytest.fixture
def on_wednesday(shown, school_a) -> Vacancy:
    """A vacancy that Anna could do with Wednesday afternoon."""
    return opened(institution=school_a, title="Welding on Wednesday", day_parts_mask=ASKED)


def opened(**values: object) -> Vacancy:
    vacancy = factories.VacancyFactory(**values)
    actions.refresh_vacancy(vacancy)
    return vacancy
