"""The property that everything rests on: SQL and plain Python agree on every pair."""

from dataclasses import asdict, fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Professional, ProfessionalCompetence
from portal.kit.dayparts import FULL_WEEK
from tests import factories
from tests.vacancies.matching.pairs_of_facts import DAY
from vacancies.matching import criteria, pairs, scoring, statements
from vacancies.matching.criteria import ALWAYS, BITS
from vacancies.matching.sides import Ask, Offer
from vacancies.models import CandidateFacts, Match, Requirement, VacancyFacts

PEOPLE = 12
COMPETENCES = 5
AROUND = st.sampled_from([-1, 0, 1])


def some(mask: int) -> st.SearchStrategy[int]:
    return st.one_of(st.just(0), st.just(mask), st.integers(0, mask))


def near(value: int) -> st.SearchStrategy[int]:
    return AROUND.map(lambda step: value + step)


spots = st.sampled_from([0, 1, 3_000, 4_000, 24_999, 25_000, 25_001, 99_999])
domains = st.one_of(some(0b1111), st.just(1 << 59))
dates = st.one_of(near(DAY), near(DAY + 140), st.sampled_from([0, 9_999_999]))
hours = st.sampled_from([10, 49, 50, 51, 79, 80, 81, 400])
routes = some(0b111).map(lambda mask: mask | (mask & 1) << 11)
numbers = st.frozensets(st.integers(0, COMPETENCES - 1))

asks = st.builds(
    dict,
    must_mask=some(sum(BITS.values())).map(lambda mask: mask | ALWAYS | BITS["competence"]),
    domains_mask=domains,
    function_mask=st.sampled_from([0, 1, 2, 4]),
    day_parts_mask=some(FULL_WEEK),
    day_parts_needed=st.sampled_from([1, 2, 3, 18]),
    fixed_mask=st.one_of(st.just(0), some(0b111), st.just(FULL_WEEK)),
    employment_mask=some(0b111),
    starts_on=near(DAY),
    until_on=near(DAY + 140),
    hours_min=st.one_of(st.just(-1), hours),
    hours_max=hours,
    level_min=st.sampled_from([0, 3, 4, 5]),
    practice_counts=st.sampled_from([0, 1]),
    years_min=st.sampled_from([-1, 0, 1, 3]),
    dutch_min=st.sampled_from([0, 3, 4]),
    x=spots,
    second=st.one_of(st.none(), spots),
    shared=st.booleans(),
    routes_mask=routes,
    routes_help_mask=routes,
    musts=numbers,
    wishes=numbers,
)
offers = st.builds(
    Offer,
    domains_mask=domains,
    x=spots,
    y=spots,
    max_distance_m=st.sampled_from([0, 1, 5_000, 25_000, 25_001, 300_000, -1]),
    functions_mask=some(0b111),
    day_parts_mask=some(FULL_WEEK),
    employment_mask=some(0b111),
    from_on=dates,
    until_on=dates,
    hours_min=st.one_of(st.just(9_999), hours),
    hours_max=st.one_of(st.just(-1), hours),
    level=st.integers(0, 6),
    years=st.sampled_from([-1, 0, 2, 3, 40]),
    dutch=st.integers(0, 6),
    routes_open_mask=routes,
    routes_open_if_mask=routes,
    papers_told=st.sampled_from([0, 1]),
    competences=numbers,
    hidden_from=st.frozensets(st.just(1), max_size=1),
)


class World:
    """A vacancy and people whose facts an example overwrites."""

    def __init__(self) -> None:
        self.people = factories.ProfessionalFactory.create_batch(PEOPLE)
        self.vacancy = factories.VacancyFactory()
        self.competences = [factories.CompetenceFactory().pk for _ in range(COMPETENCES)]

    def ask_of(self, drawn: dict) -> Ask:
        musts = frozenset(self.competences[n] for n in drawn.pop("musts"))
        wishes = frozenset(self.competences[n] for n in drawn.pop("wishes")) - musts
        x, second, shared = drawn.pop("x"), drawn.pop("second"), drawn.pop("shared")
        return Ask(
            **drawn,
            institution_id=self.vacancy.institution_id,
            day_parts_enough=1 if shared else drawn["day_parts_needed"],
            x1=x,
            y1=300,
            more_locations=int(second is not None),
            x2=x if second is None else second,
            y2=300,
            x3=x,
            y3=300,
            must_competences=musts,
            wish_competences=wishes,
            competence_musts=len(musts),
            competence_wishes=len(wishes),
        )

    def offer_of(self, drawn: Offer) -> Offer:
        values = {field.name: getattr(drawn, field.name) for field in fields(Offer)}
        return Offer(
            **values
            | {
                "competences": frozenset(self.competences[n] for n in drawn.competences),
                "hidden_from": frozenset(self.vacancy.institution_id for _ in drawn.hidden_from),
            }
        )

    def store(self, ask: Ask, offered: list[Offer]) -> VacancyFacts:
        rows = list(zip(self.people, offered, strict=True))
        hidden = Professional.hidden_from.through
        for model in (Match, VacancyFacts, CandidateFacts, Requirement, ProfessionalCompetence):
            model.objects.all().delete()
        hidden.objects.all().delete()
        Requirement.objects.bulk_create(
            Requirement(
                vacancy=self.vacancy, kind="competence", strength=strength, competence_id=pk
            )
            for strength, asked in (("must", ask.must_competences), ("wish", ask.wish_competences))
            for pk in asked
        )
        ProfessionalCompetence.objects.bulk_create(
            ProfessionalCompetence(professional=person, competence_id=pk)
            for person, offer in rows
            for pk in offer.competences
        )
        hidden.objects.bulk_create(
            hidden(professional_id=person.pk, institution_id=pk)
            for person, offer in rows
            for pk in offer.hidden_from
        )
        CandidateFacts.objects.bulk_create(
            CandidateFacts(
                professional=person, fresh_on=0, **_columns(offer, "competences", "hidden_from")
            )
            for person, offer in rows
        )
        return VacancyFacts.objects.create(
            vacancy=self.vacancy,
            fresh_on=0,
            **_columns(ask, "must_competences", "wish_competences"),
        )


def _columns(side: Ask | Offer, *without: str) -> dict:
    return {name: value for name, value in asdict(side).items() if name not in without}


@pytest.fixture
def world(db):
    return World()


@settings(
    max_examples=170, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=asks, people=st.lists(offers, min_size=PEOPLE, max_size=PEOPLE))
def test_sql_and_python_agree_on_mask_score_and_matches(world, drawn, people):
    ask = world.ask_of(dict(drawn))
    offered = [world.offer_of(one) for one in people]
    facts = world.store(ask, offered)
    pk_of = {person.pk: offer for person, offer in zip(world.people, offered, strict=True)}

    found = {p: (mask, score) for p, _v, mask, score in pairs.failed_and_score(facts)}
    pairs.refresh(facts)

    assert found == {
        pk: (criteria.failed_mask(ask, one), scoring.score(ask, one))
        for pk, one in pk_of.items()
        if ask.institution_id not in one.hidden_from
    }
    stored = dict(Match.objects.values_list("professional_id", "score"))
    assert stored == {
        pk: scoring.score(ask, one) for pk, one in pk_of.items() if criteria.fits(ask, one)
    }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=asks, people=st.lists(offers, min_size=PEOPLE, max_size=PEOPLE))
def test_from_the_side_of_a_professional_the_pairs_are_the_same(world, drawn, people):
    ask = world.ask_of(dict(drawn))
    facts = world.store(ask, [world.offer_of(one) for one in people])
    pairs.refresh(facts)
    stored = set(Match.objects.values_list("professional_id", "score"))
    Match.objects.all().delete()

    for candidate in CandidateFacts.objects.all():
        pairs.refresh(candidate)

    assert set(Match.objects.values_list("professional_id", "score")) == stored
    assert all(
        (pairs.drop(candidate), pairs.refresh(candidate).added) == (0, 0)
        for candidate in CandidateFacts.objects.all()
    )


def test_no_value_stands_in_a_statement():
    texts = [statements.INSERT, statements.FAILED_AND_SCORE]

    assert all(f"{side}." not in text[side] for text in texts for side in "vp")
