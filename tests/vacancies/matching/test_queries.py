import json
from dataclasses import asdict

import pytest

from accounts.enums import Visibility
from portal.kit import dayparts
from tests import factories
from vacancies.enums import DismissReason, MatchState
from vacancies.matching import actions, queries, rows
from vacancies.models import Match


def people_of(matches):
    return [match.professional for match in matches]


def test_matches_are_ordered_by_score_then_freshness_then_id(anna, vacancy):
    twin = factories.VacancyFactory(published_at=vacancy.published_at)
    newer = factories.VacancyFactory()
    competence = factories.CompetenceFactory()
    lower = factories.VacancyFactory()
    factories.RequirementFactory(
        vacancy=lower, kind="competence", strength="wish", value=None, competence=competence
    )
    actions.refresh_professional(anna)
    for one in (lower, vacancy, twin, newer):
        actions.refresh_vacancy(one)

    found = [match.vacancy for match in queries.matches_of(anna)]

    assert found == [newer, vacancy, twin, lower]


def test_candidates_are_ordered_by_score_then_freshness(anna, vacancy):
    fresher = factories.ProfessionalFactory()
    farther = factories.ProfessionalFactory(
        place=factories.PlaceFactory(name="Hattem", latitude=52.4750, longitude=6.0640)
    )
    for one in (farther, anna, fresher):
        actions.refresh_professional(one)
    actions.refresh_vacancy(vacancy)

    assert people_of(queries.candidates_of(vacancy)) == [fresher, anna, farther]


def test_what_was_put_aside_is_in_neither_list(match, anna, vacancy):
    actions.dismiss(match, reason=DismissReason.TOO_FAR, by=anna.user)

    assert list(queries.matches_of(anna)) == []
    assert list(queries.candidates_of(vacancy)) == []
    assert list(queries.dismissed_matches_of(anna)) == [match]
    assert queries.candidate_counts([vacancy]) == {vacancy.pk: 0}


def test_only_the_owner_sees_a_match(match, anna, bram, carla):
    assert list(queries.matches_visible_to(anna.user)) == [match]
    assert list(queries.matches_visible_to(bram)) == []
    assert list(queries.own_vacancies(bram)) == [match.vacancy]
    assert list(queries.own_vacancies(carla)) == []


def test_candidates_come_without_name_or_contact(match, anna, vacancy, django_assert_num_queries):
    anna.phone = "0612345678"
    anna.save()

    with django_assert_num_queries(3):
        found = list(queries.candidates_of(vacancy))

    loaded = {name: str(value) for name, value in vars(found[0].professional).items()}
    assert "phone" not in loaded
    assert not any(anna.user.name in value or anna.user.email in value for value in loaded.values())
    assert "accounts_user" not in str(queries.candidates_of(vacancy).query)


def test_an_explanation_for_hr_holds_nothing_personal(match, anna, vacancy):
    explanation = queries.explain(vacancy, anna)

    text = json.dumps([asdict(reason.for_hr) for reason in explanation.reasons])
    assert not [word for word in ("Anna", "anna@", "de Wit") if word in text]


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_matches_takes_a_constant_number_of_queries(
    anna, django_assert_num_queries, count
):
    actions.refresh_professional(anna)
    for _ in range(count):
        actions.refresh_vacancy(factories.VacancyFactory())

    with django_assert_num_queries(15):
        found = list(queries.matches_of(anna))
        explained = queries.explain_many(found)

    assert [explained[match.pk].score for match in found] == [97] * count


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_of_candidates_takes_a_constant_number_of_queries(
    vacancy, django_assert_num_queries, count
):
    actions.refresh_vacancy(vacancy)
    for one in factories.ProfessionalFactory.create_batch(count):
        actions.refresh_professional(one)

    with django_assert_num_queries(15):
        found = list(queries.candidates_of(vacancy))
        explained = queries.explain_many(found)

    assert len(explained) == count


def test_counts_of_a_list_are_one_query(match, vacancy, django_assert_num_queries):
    other = factories.VacancyFactory()

    with django_assert_num_queries(1):
        counts = queries.candidate_counts([vacancy, other])

    assert counts == {vacancy.pk: 1, other.pk: 0}


def test_the_published_table_names_every_weight():
    table = queries.score_table()

    assert sum(line.weight for line in table) == 100
    assert all(str(line.label) and str(line.how) for line in table)


def test_the_stored_score_is_the_explained_score(vacancy):
    competences = [factories.CompetenceFactory() for _ in range(3)]
    for number, one in enumerate(competences):
        factories.RequirementFactory(
            vacancy=vacancy,
            kind="competence",
            strength=("must", "wish", "wish")[number],
            value=None,
            competence=one,
        )
    person = factories.ProfessionalFactory(
        competences=competences[:2],
        place=factories.PlaceFactory(name="Hattem", latitude=52.4750, longitude=6.0640),
    )
    actions.refresh_professional(person)
    actions.refresh_vacancy(vacancy)

    match = Match.objects.get()
    explanation = queries.explain(vacancy, person)

    assert explanation.fits
    assert match.score == explanation.score == sum(one.won for one in explanation.reasons)
    assert sum(one.of for one in explanation.reasons) == 100
    assert match.state == MatchState.NOTIFIED
    assert rows.score_lines(explanation)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"max_distance_km": 1}, "distance"),
        ({"functions_mask": 1}, "function"),
        ({"hours_min": 6}, "hours"),
        ({"employment_mask": 2}, "employment"),
        ({"available_from": None}, "period"),
    ],
)
def test_a_pair_that_does_not_fit_says_what_blocks(vacancy, change, key):
    place = factories.PlaceFactory(name="Hattem", latitude=52.4750, longitude=6.0640)
    person = factories.ProfessionalFactory(place=place, **change)
    actions.refresh_professional(person)

    explanation = queries.explain(vacancy, person)

    assert not explanation.fits
    assert [reason.key for reason in explanation.blocking] == [key]
    assert explanation.best()[-1].key == key


def test_a_hidden_or_paused_pair_does_not_fit_though_every_demand_holds(vacancy, anna, school_a):
    actions.refresh_professional(anna)
    assert queries.explain(vacancy, anna).fits
    anna.hidden_from.add(school_a)
    assert not queries.explain(vacancy, anna).fits

    anna.hidden_from.clear()
    anna.visibility = Visibility.PAUSED
    anna.save()
    actions.refresh_professional(anna)
    assert not queries.explain(vacancy, anna).fits


def test_the_week_of_an_explanation(match, anna, vacancy):
    explanation = queries.explain(vacancy, anna)

    assert explanation.overlap_mask == dayparts.parse("tuesday_afternoon thursday_evening")
    assert (explanation.asked_mask, explanation.distance_m) == (vacancy.day_parts_mask, 0)
