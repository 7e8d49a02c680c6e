from dataclasses import replace

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.enums import CredentialKind
from accounts.profiles import actions as profiles
from tests import factories
from tests.vacancies.matching.test_sql_is_python import PEOPLE, World, asks, offers
from tests.vacancies.openings.conftest import ASKED, opened
from vacancies.codes import Route, mask_of
from vacancies.enums import DismissReason
from vacancies.matching import actions, unlock
from vacancies.matching.unlock import Kind, Near
from vacancies.models import CandidateFacts, Match
from vacancies.openings import queries


def keys(professional) -> dict[str, tuple[int, ...]]:
    return {one.change.key: one.vacancies for one in queries.openings_of(professional)}


def test_a_day_part_more_opens_a_vacancy(shown, on_wednesday):
    assert keys(shown) == {"dagdeel-7": (on_wednesday.pk,)}
    assert queries.hints(shown) == {7: 1}


def test_what_fits_already_or_fails_twice_is_no_opening(shown):
    opened()
    far = factories.PlaceFactory(name="Groningen", latitude=53.2194, longitude=6.5665)
    opened(day_parts_mask=ASKED).locations.get()
    both = factories.VacancyFactory(day_parts_mask=ASKED, locations=[])
    both.locations.set([factories.LocationFactory(institution=both.institution, place=far)])
    actions.refresh_vacancy(both)

    assert both.pk not in {pk for opening in keys(shown).values() for pk in opening}


def test_a_hidden_profile_opens_nothing(shown, on_wednesday):
    profiles.pause(shown, by=shown.user)
    shown.refresh_from_db()

    assert keys(shown) == {}
    assert queries.hints(shown) == {}


def test_a_school_that_may_not_see_me_does_not_count(shown, on_wednesday):
    shown.hidden_from.add(on_wednesday.institution)

    assert keys(shown) == {}


def test_what_was_put_aside_does_not_count(shown, on_wednesday):
    Match.objects.create(
        professional=shown, vacancy=on_wednesday, score=80, rule_version=1, state="dismissed",
        is_current=False, dismiss_reason=DismissReason.TOO_FAR, decided_at="2026-01-01T00:00Z",
        matched_at="2026-01-01T00:00Z",
    )  # fmt: skip

    assert keys(shown) == {}


def test_a_competence_that_is_all_that_is_missing(shown):
    competence = factories.CompetenceFactory(name_en="TIG welding")
    vacancy = factories.VacancyFactory()
    factories.RequirementFactory(
        vacancy=vacancy, kind="competence", strength="must", value=None, competence=competence
    )
    actions.refresh_vacancy(vacancy)

    (opening,) = queries.openings_of(shown)

    assert (opening.change.kind, opening.of) == (Kind.COMPETENCE, "TIG welding")
    assert opening.vacancies == (vacancy.pk,)


def test_training_opens_what_needs_a_course(anna):
    anna.willing_to_train = False
    anna.functions_mask = 0b1000
    anna.level = 6
    anna.save()
    factories.RouteAnswersFactory(professional=anna)
    actions.refresh_professional(anna)
    vacancy = opened(
        function_kind="teacher",
        routes_mask=mask_of([Route.SUITABILITY_IN_TRAINING]),
        will_train=True,
    )

    assert keys(anna) == {"opleiding-pdg": (vacancy.pk,)}


def test_a_paper_that_is_there_is_no_change(shown):
    kinds = [CredentialKind.VOG, CredentialKind.PDG]
    for kind in kinds:
        factories.CredentialFactory(professional=shown, kind=kind)

    found = {code for (kind, code), _masks in queries.routes_with(shown) if kind is Kind.PAPER}

    assert found == {str(one) for one in queries.PAPERS} - {"vog", "pdg"}


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_queries_is_constant(shown, django_assert_num_queries, count):
    competence = factories.CompetenceFactory()
    for number in range(count):
        vacancy = opened(title=f"Vacancy {number}", day_parts_mask=ASKED)
        factories.RequirementFactory(
            vacancy=vacancy, kind="competence", strength="wish", value=None, competence=competence
        )
        actions.refresh_vacancy(vacancy)

    with django_assert_num_queries(8 + (connection.vendor == "postgresql")):
        (opening,) = queries.openings_of(shown)

    assert len(opening) == count


@pytest.mark.parametrize("count", [1, 3])
def test_reasons_as_they_would_be(shown, django_assert_num_queries, count):
    for _ in range(count):
        opened(day_parts_mask=ASKED)
    (opening,) = queries.openings_of(shown)

    with django_assert_num_queries(8):
        explained = queries.explained_with(opening, shown, opening.vacancies)

    assert [(one.pk, why.fits) for one, why in explained] == [
        (pk, True) for pk in opening.vacancies
    ]
    shown.availability.refresh_from_db()
    assert shown.availability.day_parts_mask & ASKED != ASKED


@pytest.fixture
def world(db):
    return World()


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=asks, people=st.lists(offers, min_size=PEOPLE, max_size=PEOPLE))
def test_the_statement_leaves_nothing_near_out(world, drawn, people):
    ask = world.ask_of(dict(drawn))
    offered = [world.offer_of(one) for one in people]
    world.store(ask, offered)

    for person, offer in zip(world.people, offered, strict=True):
        facts = CandidateFacts.objects.get(pk=person.pk)
        near = queries.near_to(facts, offer)
        everything = [Near(world.vacancy.pk, 0, ask, unlock.failed_musts(ask, offer))]
        hidden = ask.institution_id in offer.hidden_from
        assert queries.offer_of(facts) == replace(offer, hidden_from=frozenset())
        assert {(one.vacancy_id, one.failed) for one in near} <= {
            (one.vacancy_id, one.failed) for one in everything
        }
        found, wanted = (gains_by_key(offer, some) for some in (near, everything))
        assert found == ({} if hidden else wanted)


def gains_by_key(offer, near) -> dict[str, tuple[int, ...]]:
    masks = {(Kind.PAPER, "pdg"): (0b111, 0b111)}
    return {gain.change.key: gain.vacancies for gain in unlock.gains(offer, near, masks)}
