"""The values that travel between rules: they never change, and say what is not told."""

from dataclasses import fields, is_dataclass

import pytest

from tests.vacancies.routes.cases import ON, person, verdict_of
from vacancies.codes import Need, Route
from vacancies.routes import catalogue, facts, rulebook, terms, verdict
from vacancies.routes.facts import Block, Board, Case, Function, Paper, Person
from vacancies.routes.verdict import Verdict

VALUES = [
    kind
    for module in (catalogue, facts, rulebook, terms, verdict)
    for kind in vars(module).values()
    if is_dataclass(kind) and isinstance(kind, type) and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_values_are_frozen_and_slim(kind):
    assert kind.__dataclass_params__.frozen
    assert set(kind.__slots__) == {field.name for field in fields(kind)}


def test_a_verdict_cannot_be_changed():
    with pytest.raises(AttributeError):
        verdict_of(Route.QUALIFIED_TEACHER).status = "open"


def test_what_is_not_told_is_unknown():
    assert Person().papers_told
    assert (Person().level, Person().declares_no_ban, Person().practice_years) == (None, None, None)
    assert Block(Function.TEACHER).lent is None
    assert (Board().kind, Board().booked_hours, Board().records) == ("roc", 0, ())
    assert Case(Person(), Block(Function.TEACHER), on=ON).board == Board()
    assert (Paper("vog").scope, Paper("vog").origin, Paper("vog").shown_on) == ("", "", None)


def test_a_verdict_lists_nothing_by_default():
    bare = Verdict(Route.QUALIFIED_TEACHER, "open")

    assert (bare.codes, bare.warnings, bare.remedies, bare.article) == (frozenset(), (), (), "")
    assert bare.rule_version == verdict.RULE_VERSION >= 1


def test_codes_are_of_all_three_lists():
    whole = Verdict(
        Route.QUALIFIED_TEACHER,
        "open_if",
        missing_person=(Need.VOG_OK, Need.EFFORT_STATEMENT),
        missing_school=(Need.EFFORT_STATEMENT,),
        board_judges=(Need.TEACH_JUDGED,),
    )

    assert whole.codes == {Need.VOG_OK, Need.EFFORT_STATEMENT, Need.TEACH_JUDGED}


def _not_interned(text: str) -> str:
    """The same text as another object, as a database gives it."""
    return "".join(list(text))


def test_words_are_compared_by_what_they_say():
    diploma = Paper(*map(_not_interned, ("foreign_diploma", "teaching", "eea")))
    recognised = Paper(*map(_not_interned, ("eu_recognition", "teaching")))

    asked = verdict_of(Route.RECOGNISED_FOREIGN_TEACHER, person(papers=[diploma]))
    held = verdict_of(Route.RECOGNISED_FOREIGN_TEACHER, person(papers=[recognised]))

    assert (asked.status, held.status) == ("open_if", "open")
