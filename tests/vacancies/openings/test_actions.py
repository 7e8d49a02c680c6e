from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from accounts.availability.errors import StaleProfileError
from accounts.availability.queries import week_of
from accounts.enums import FunctionKind, mask_of
from accounts.models import Professional
from portal.kit import dayparts
from tests import factories
from tests.vacancies.openings.conftest import ASKED, opened
from vacancies.matching import actions as matching
from vacancies.matching import queries as matches
from vacancies.openings import actions, queries
from vacancies.openings.queries import Opening


def only(professional: Professional) -> Opening:
    (opening,) = queries.openings_of(professional)
    return opening


def kept(professional: Professional) -> Professional:
    opening = only(professional)
    fitted = matches.matches_of(professional).count()
    row = actions.keep(professional, opening, by=professional.user, version=professional.version)
    assert matches.matches_of(row).count() == fitted + len(opening)
    assert set(matches.matches_of(row).values_list("vacancy", flat=True)) >= set(opening.vacancies)
    return row


def test_a_day_part_is_put_in_the_week(shown, on_wednesday):
    row = kept(shown)

    assert week_of(row) == dayparts.parse("tuesday_afternoon wednesday_afternoon thursday_evening")
    assert (row.hours_min, row.hours_max) == (2, 8)


def test_a_distance_is_kept_with_the_same_place(shown):
    place = factories.PlaceFactory(name="Deventer", latitude=52.2661, longitude=6.1552)
    vacancy = factories.VacancyFactory(locations=[])
    vacancy.locations.set([factories.LocationFactory(institution=vacancy.institution, place=place)])
    matching.refresh_vacancy(vacancy)

    row = kept(shown)

    assert (row.max_distance_km, row.place) == (35, shown.place)


@pytest.mark.parametrize(
    ("asked", "hours"), [((9, 12), (2, Decimal(10))), ((1, 1), (Decimal(1), 8))]
)
def test_hours_are_kept(shown, asked, hours):
    opened(hours_min=asked[0], hours_max=asked[1])

    row = kept(shown)

    assert (row.hours_min, row.hours_max) == hours


def test_a_function_is_added(shown):
    opened(function_kind=FunctionKind.INSTRUCTOR)

    row = kept(shown)

    assert row.functions_mask == mask_of(FunctionKind, ["guest_teacher", "instructor"])
    assert (row.level, row.dutch_level) == (shown.level, shown.dutch_level)


def test_an_employment_form_is_added(shown):
    opened(employment_mask=0b100)

    assert kept(shown).employment_forms == ["own_contract", "secondment_school"]


def test_a_competence_is_added_to_those_there_are(anna):
    here, asked = factories.CompetenceFactory(), factories.CompetenceFactory()
    anna.competences.add(here)
    matching.refresh_professional(anna)
    vacancy = factories.VacancyFactory()
    factories.RequirementFactory(
        vacancy=vacancy, kind="competence", strength="must", value=None, competence=asked
    )
    matching.refresh_vacancy(vacancy)

    row = kept(anna)

    assert set(row.competences.all()) == {here, asked}
    assert (row.occupation, row.years_experience) == (anna.occupation, anna.years_experience)


def test_a_level_of_dutch_is_no_button(shown):
    vacancy = factories.VacancyFactory()
    factories.RequirementFactory(vacancy=vacancy, kind="language", strength="must", value=5)
    matching.refresh_vacancy(vacancy)

    with pytest.raises(actions.NotAFactError):
        actions.keep(shown, only(shown), by=shown.user, version=shown.version)


def test_a_stale_profile_is_told(shown, on_wednesday):
    with pytest.raises(StaleProfileError):
        actions.keep(shown, only(shown), by=shown.user, version=shown.version + 1)

    assert week_of(shown) & ASKED != ASKED


def test_a_stranger_keeps_nothing(shown, on_wednesday, bram):
    with pytest.raises(PermissionDenied):
        actions.keep(shown, only(shown), by=bram, version=shown.version)
