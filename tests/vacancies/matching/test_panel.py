from dataclasses import replace

import pytest
from django.core.cache import cache

from accounts.enums import DutchLevel
from accounts.models import Professional
from tests import factories
from vacancies.enums import RequirementKind, Strength
from vacancies.matching import actions, panel
from vacancies.models import CandidateFacts, Requirement
from vacancies.posting.hooks import Typed

DUTCH = Requirement(kind=RequirementKind.LANGUAGE, strength=Strength.MUST, value=DutchLevel.B2)


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture
def crowd(anna: Professional) -> None:
    """Anna and eight who offer the same; six of them speak Dutch at B1."""
    actions.refresh_professional(anna)
    facts = CandidateFacts.objects.get()
    people = factories.ProfessionalFactory.create_batch(8)
    rows = [CandidateFacts.objects.get(pk=facts.pk) for _ in people]
    for number, (row, person) in enumerate(zip(rows, people, strict=True)):
        row.pk, row.dutch = person.pk, DutchLevel.B1 if number < 6 else DutchLevel.C1
    CandidateFacts.objects.bulk_create(rows)
    CandidateFacts.objects.filter(pk=facts.pk).update(dutch=DutchLevel.C1)


@pytest.fixture
def typed(vacancy) -> Typed:
    return Typed(vacancy, ())


def test_counts_who_fits_what_is_typed(crowd, typed):
    shown = panel.panel_of(typed)

    assert (shown.fits, shown.seekers, shown.beyond) == (9, 9, None)
    assert shown.lines == ()


def test_softer_demand_says_how_many_more_and_never_a_count_under_five(crowd, typed):
    shown = panel.panel_of(replace(typed, requirements=(DUTCH,)))

    assert shown.fits is None
    assert [(one.code, one.more, one.then) for one in shown.lines] == [
        ("language.lower.3", 6, None)
    ]


def test_nothing_of_it_is_saved(crowd, typed):
    panel.panel_of(replace(typed, requirements=(DUTCH,)))

    assert not Requirement.objects.filter(vacancy=typed.vacancy).exists()


def test_same_question_again_is_answered_from_memory(crowd, typed):
    first = panel.panel_of(typed)
    CandidateFacts.objects.all().delete()

    assert panel.panel_of(typed) == first


def test_too_many_questions_of_a_school_wait(crowd, typed, monkeypatch):
    monkeypatch.setattr(panel, "QUESTIONS_AN_HOUR", 1)
    panel.panel_of(typed)

    other = panel.panel_of(replace(typed, requirements=(DUTCH,)))

    assert other.is_limited
    assert not panel.panel_of(typed).is_limited


def test_draft_without_function_is_too_early(typed):
    typed.vacancy.function_kind = ""

    assert panel.panel_of(typed).is_early


def test_what_is_not_filled_in_yet_is_left_out_and_named(crowd, typed):
    typed.vacancy.employment_mask = 0
    typed.vacancy.routes_mask = 0

    shown = panel.panel_of(typed)

    assert shown.left_out == ("routes", "the contract")
    assert shown.fits == 9


def test_two_changes_together_are_named_when_they_do_clearly_more(crowd, typed):
    CandidateFacts.objects.filter(dutch=DutchLevel.B1).update(years=1)
    years = Requirement(kind=RequirementKind.EXPERIENCE, strength=Strength.MUST, value=2)

    shown = panel.panel_of(replace(typed, requirements=(DUTCH, years)))

    assert shown.together is not None
    assert shown.together.then == 9
    assert set(shown.together.code.split("+")) == {"experience.lower.1", "language.lower.3"}


def test_two_ways_that_bring_as_much_are_told_in_one_order(crowd, typed):
    level = Requirement(kind=RequirementKind.LEVEL, strength=Strength.MUST, value=5)
    CandidateFacts.objects.update(level=4, years=9)

    shown = panel.panel_of(replace(typed, requirements=(level,)))

    assert [one.code for one in shown.lines] == ["level.lower.4"]
