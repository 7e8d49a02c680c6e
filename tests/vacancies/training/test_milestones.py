"""The table of milestones holds together with the lifecycle, the needs and the numbers."""

import pytest

from vacancies.codes import Need, Route
from vacancies.enums import ItemOwner
from vacancies.lifecycles import TRAJECTORY
from vacancies.routes.book import shipped
from vacancies.routes.catalogue import RULE_OF as ROUTE_RULES
from vacancies.routes.words.sources import needs_of
from vacancies.training.milestones import MILESTONES, NUMBERS, Code, Owner, Reason, Why

each_rule = pytest.mark.parametrize("rule", MILESTONES, ids=lambda rule: rule.code)
VERBS = {step.verb for step in TRAJECTORY.steps}


def test_every_code_has_one_row():
    assert [rule.code for rule in MILESTONES] == list(Code)


def test_owners_are_those_of_the_rows():
    assert set(Owner) <= set(ItemOwner.values)


@each_rule
def test_a_milestone_belongs_to_a_state_and_to_known_steps(rule):
    assert rule.phase in TRAJECTORY.states
    assert rule.verb in VERBS | {""}


@each_rule
def test_a_reason_fits_its_column(rule):
    longest = Reason(Why.NEXT, rule.code, is_moved=True)

    assert len(str(longest)) <= 40
    assert Reason.parse(str(longest)) == longest


def test_milestones_follow_the_order_of_the_lifecycle():
    order = [TRAJECTORY.states.index(rule.phase) for rule in MILESTONES]

    assert order == sorted(order)


def test_every_need_of_the_route_is_in_some_milestone():
    """What the law asks of who is in training stands in the plan; the rest is a fact or a limit."""
    asked = set(needs_of(ROUTE_RULES[Route.SUITABILITY_IN_TRAINING]))
    planned = {need for rule in MILESTONES for need in rule.needs}
    facts = {Need.NO_TEACHER_DIPLOMA, Need.TERM_LEFT, Need.EXTENSION_REASON}

    assert asked - facts - {Need.EU_RECOGNITION} <= planned


def test_what_the_law_asks_is_marked():
    assert all(rule.is_law for rule in MILESTONES if rule.needs)


def test_every_number_is_in_the_reference_file():
    names = {row.name for row in shipped()}

    assert set(NUMBERS) | {"pdg_months"} <= names
