from datetime import date, timedelta
from decimal import Decimal

import pytest

from accounts.models import Availability
from portal.kit import dayparts
from tests import factories
from vacancies.enums import Strength
from vacancies.matching import projection
from vacancies.matching.criteria import ALWAYS, BITS
from vacancies.models import CandidateFacts, VacancyFacts
from vacancies.models.facts import FOREVER, LOST, NO_HOURS, NOWHERE


def test_a_profile_becomes_integers(anna):
    facts = projection.project_professional(anna)

    assert facts is not None
    assert (facts.domains_mask, facts.functions_mask, facts.employment_mask) == (0b100, 0b10, 1)
    assert facts.day_parts_mask == dayparts.parse("tuesday_afternoon thursday_evening")
    assert (facts.hours_min, facts.hours_max) == (20, 80)
    assert (facts.from_on, facts.until_on) == (date(2026, 1, 1).toordinal(), FOREVER)
    assert (facts.x, facts.y) == (anna.place.rd_x, anna.place.rd_y)
    assert (facts.max_distance_m, facts.level, facts.years, facts.dutch) == (25_000, 4, 12, 4)
    assert CandidateFacts.objects.get().pk == anna.pk


def test_what_is_not_told_becomes_a_value_that_fails(db):
    person = factories.ProfessionalFactory(
        place=None,
        hours_min=None,
        hours_max=None,
        available_from=None,
        level=None,
        years_experience=None,
        dutch_level=None,
        domains=[],
    )
    Availability.objects.all().delete()

    facts = projection.project_professional(person)

    assert facts is not None
    assert (facts.x, facts.y, facts.max_distance_m) == (LOST, LOST, -1)
    assert (facts.hours_min, facts.hours_max, facts.from_on) == (NO_HOURS, -1, FOREVER)
    assert (facts.level, facts.years, facts.dutch) == (0, -1, 0)
    assert (facts.domains_mask, facts.day_parts_mask) == (0, 0)


def test_years_and_hours_of_zero_and_a_half_are_told(db):
    person = factories.ProfessionalFactory(years_experience=0, hours_min=Decimal("2.5"))

    facts = projection.project_professional(person)

    assert facts is not None
    assert (facts.years, facts.hours_min) == (0, 25)


def test_a_vacancy_becomes_integers(vacancy):
    competences = [factories.CompetenceFactory() for _ in range(3)]
    for one, strength in zip(competences, Strength.values, strict=True):
        factories.RequirementFactory(
            vacancy=vacancy, kind="competence", strength=strength, value=None, competence=one
        )
    factories.RequirementFactory(vacancy=vacancy, kind="level", strength="must", value=4)
    factories.RequirementFactory(vacancy=vacancy, kind="language", strength="wish", value=5)
    factories.RequirementFactory(vacancy=vacancy, kind="experience", strength="learn", value=3)

    facts = projection.project_vacancy(vacancy)

    assert facts is not None
    assert facts.must_mask == ALWAYS | BITS["competence"] | BITS["level"]
    assert (facts.level_min, facts.dutch_min, facts.years_min) == (4, 5, -1)
    assert (facts.competence_musts, facts.competence_wishes) == (1, 1)
    assert (facts.day_parts_needed, facts.day_parts_enough, facts.hours_min) == (2, 2, 50)
    assert facts.until_on == (vacancy.starts_on + timedelta(weeks=20)).toordinal()


def test_a_shared_vacancy_asks_less_of_one_person(vacancy):
    vacancy.may_be_shared = True
    vacancy.fixed_mask = dayparts.parse("tuesday_afternoon")
    vacancy.save()

    facts = projection.project_vacancy(vacancy)

    assert facts is not None
    assert (facts.day_parts_needed, facts.day_parts_enough) == (2, 1)
    assert (facts.fixed_mask, facts.hours_min, facts.hours_max) == (0, -1, 50)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], [NOWHERE] * 3),
        (["a"], [1, 1, 1]),
        (["a", "b"], [1, 2, 1]),
        (["a", "b", "c", "d"], [1, 2, 3]),
    ],
)
def test_up_to_three_locations_count(school_a, names, expected):
    spots = [
        factories.LocationFactory(
            institution=school_a,
            name=name,
            place=factories.PlaceFactory(name=name, rd_x=number, rd_y=400_000),
        )
        for number, name in enumerate(names, start=1)
    ]
    vacancy = factories.VacancyFactory(institution=school_a, locations=spots)

    facts = projection.project_vacancy(vacancy)

    assert facts is not None
    assert [facts.x1, facts.x2, facts.x3] == expected
    assert facts.more_locations == int(len(names) > 1)


def test_only_an_open_vacancy_has_facts(school_a):
    draft = factories.DraftFactory(institution=school_a)

    assert projection.project_vacancy(draft) is None
    assert not VacancyFacts.objects.exists()


def test_a_rebuild_finds_no_difference_after_projecting(anna, vacancy):
    projection.project_professional(anna)
    projection.project_vacancy(vacancy)

    assert len(projection.differences()) == 0
