import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.enums import DutchLevel
from tests import factories
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import actions, panel, projection, surroundings
from vacancies.models import Requirement, VacancyFacts
from vacancies.posting.hooks import Typed

DUTCH = Requirement(kind=RequirementKind.LANGUAGE, strength=Strength.MUST, value=DutchLevel.B2)


@pytest.fixture
def elsewhere(vacancy):
    """Three open vacancies of other schools, with the same function, domain and place."""
    for _ in range(3):
        other = factories.VacancyFactory(institution=factories.InstitutionFactory())
        other.domains.set(vacancy.domains.all())
        other.locations.set(vacancy.locations.all())
        actions.refresh_vacancy(other)


def facts_of(vacancy, *requirements: Requirement) -> VacancyFacts:
    return projection.vacancy_facts(vacancy, requirements)


def test_tells_what_schools_nearby_ask(vacancy, elsewhere):
    found = surroundings.nearby_of(facts_of(vacancy, DUTCH))

    assert found is not None
    assert (found.others, found.is_near) == (3, True)
    assert found.sentences == ("3 of the 3 ask less Dutch, most often it is no must. You ask B2.",)


def test_own_vacancies_do_not_count(vacancy, elsewhere, school_a):
    own = factories.VacancyFactory(institution=school_a)
    own.domains.set(vacancy.domains.all())
    actions.refresh_vacancy(own)

    assert len(surroundings.others_of(facts_of(vacancy))) == 3


@pytest.mark.parametrize("change", [{"function_mask": 64}, {"domains_mask": 1 << 40}])
def test_other_work_does_not_count(vacancy, elsewhere, change):
    other = VacancyFacts.objects.exclude(institution=vacancy.institution).first()
    VacancyFacts.objects.filter(pk=other.pk).update(**change)

    assert surroundings.nearby_of(facts_of(vacancy)) is None


def test_asks_one_query_and_none_while_writing_on(vacancy, elsewhere):
    facts = facts_of(vacancy)
    with CaptureQueriesContext(connection) as asked:
        surroundings.nearby_of(facts)
    assert len(asked) == 1

    facts.dutch_min = DutchLevel.C1
    with CaptureQueriesContext(connection) as asked:
        surroundings.nearby_of(facts)
    assert len(asked) == 0


def test_panel_tells_it_also_when_counting_waits(vacancy, elsewhere, monkeypatch):
    monkeypatch.setattr(panel, "QUESTIONS_AN_HOUR", 1)
    panel.panel_of(Typed(vacancy, ()))

    shown = panel.panel_of(Typed(vacancy, (DUTCH,)))

    assert shown.is_limited
    assert shown.nearby is not None
