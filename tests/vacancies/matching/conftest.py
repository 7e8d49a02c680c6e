import pytest

from accounts.models import Availability
from portal.kit import dayparts
from tests import factories
from vacancies.matching import actions
from vacancies.models import Match

MONDAY, TUESDAY, THURSDAY, FRIDAY = (
    dayparts.parse(name)
    for name in ("monday_evening", "tuesday_afternoon", "thursday_evening", "friday_afternoon")
)


@pytest.fixture
def vacancy(school_a):
    return factories.VacancyFactory(institution=school_a)


@pytest.fixture
def match(anna, bram, vacancy) -> Match:
    """Anna fits the vacancy of Bram's school, and was told."""
    actions.refresh_professional(anna)
    actions.refresh_vacancy(vacancy)
    return Match.objects.get(professional=anna, vacancy=vacancy)


@pytest.fixture
def shared(school_a):
    return factories.VacancyFactory(
        institution=school_a,
        may_be_shared=True,
        day_parts_needed=4,
        hours_min=8,
        hours_max=12,
    )


@pytest.fixture
def someone(shared):
    """Makes somebody who is free then and fits the shared vacancy."""

    def make(mask: int, **profile: object):
        professional = factories.ProfessionalFactory(**profile)
        Availability.objects.filter(professional=professional).update(day_parts_mask=mask)
        professional.refresh_from_db()
        actions.refresh_professional(professional)
        actions.refresh_vacancy(shared)
        return professional

    return make


@pytest.fixture
def pair(someone):
    """Two who fill the vacancy together."""
    return someone(MONDAY | TUESDAY, occupation="Lasser"), someone(
        THURSDAY | FRIDAY, occupation="Bankwerker"
    )


@pytest.fixture
def address(shared):
    return f"/school/vacatures/{shared.code}/samen/"
