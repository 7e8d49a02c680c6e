"""The groups of reach in SQL are those of plain Python, for every mask of musts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vacancies.matching.test_sql_is_python import PEOPLE, World, asks, offers, some
from vacancies.matching import reach, reach_statements, reaching
from vacancies.matching.criteria import ALWAYS, BITS

FEW = BITS["function"] | BITS["domain"] | BITS["competence"]
musts = st.one_of(
    some(sum(BITS.values())), some(sum(BITS.values())).map(lambda mask: mask | ALWAYS), some(FEW)
)


@pytest.fixture
def world(db):
    return World()


@settings(
    max_examples=170, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=asks, must_mask=musts, people=st.lists(offers, min_size=PEOPLE, max_size=PEOPLE))
def test_groups_in_sql_are_the_groups_in_python(world, drawn, must_mask, people):
    ask = world.ask_of({**drawn, "must_mask": must_mask})
    offered = [world.offer_of(one) for one in people]
    facts = world.store(ask, offered)

    found = reaching.groups(facts, sorted(ask.must_competences))

    assert sorted(found) == reach.rows_of(ask, offered)


@pytest.mark.parametrize("number", [0, 1, 15])
def test_no_value_of_a_vacancy_stands_in_the_statement(number):
    text = reach_statements.reach(sum(BITS.values()), number)

    assert "v." not in text
    assert text.count("EXISTS") == number
