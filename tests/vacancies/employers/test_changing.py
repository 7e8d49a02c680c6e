"""Only those whose part changed agree anew."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Notice
from tests.vacancies.employers.conftest import (
    NONE,
    OTHER,
    a_change,
    an_ask,
    fewer,
    letters,
)
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.employers import actions, queries
from vacancies.employers.actions.answering import Conditions
from vacancies.employers.facts import facts_of
from vacancies.employers.page import Page
from vacancies.employers.parts import digest
from vacancies.lifecycles import Side
from vacancies.models import EmployerRequest, Placement
from vacancies.placement import actions as placements

PRO, SCHOOL, EMPLOYER = Side.PROFESSIONAL, Side.SCHOOL, Side.EMPLOYER


def now(row: Placement) -> Placement:
    return Placement.objects.get(pk=row.pk)


def waits(row: Placement) -> set[Side]:
    request = queries.of_placement(row)
    return {side for side in (PRO, SCHOOL) if queries.must_confirm(now(row), side, request)}


def confirm(row: Placement, side: Side, by) -> Placement:
    shown = digest(facts_of(now(row), queries.of_placement(row)), side)
    return actions.confirm(now(row), side=side, by=by, shown=shown)


def test_changed_hours_ask_the_professional_and_then_the_employer(given, accepted, anna, bram):
    asked = actions.change(accepted, change=fewer(accepted), by=bram, version=accepted.version)

    assert asked == {PRO, EMPLOYER}
    assert waits(accepted) == {PRO}
    assert [block.week_hours for block in now(accepted).blocks.all()] == [Decimal(4)]
    assert len(letters()) == 1
    assert Notice.objects.filter(kind="agreement_changed", recipient=anna.user).count() == 1

    confirm(accepted, PRO, anna.user)

    assert waits(accepted) == set()
    row = EmployerRequest.objects.get()
    assert (row.status, row.hours_week) == ("asked", 4)
    assert len(letters()) == 2
    assert "veranderd" in letters()[-1].words.text or "has changed" in letters()[-1].text


def test_another_coach_asks_nobody(given, accepted, bram):
    change = a_change(accepted, coach="Piet Jansen")

    assert actions.change(accepted, change=change, by=bram, version=accepted.version) == set()

    assert waits(accepted) == set()
    assert now(accepted).coach == "Piet Jansen"
    assert EmployerRequest.objects.get().status == "given"


def test_a_change_and_back_again_asks_nobody(accepted, bram):
    first = a_change(accepted)
    actions.change(accepted, change=fewer(accepted), by=bram, version=accepted.version)
    actions.change(accepted, change=first, by=bram, version=now(accepted).version)

    assert waits(accepted) == set()


def test_conditions_are_put_before_school_and_professional(asked, accepted, anna, bram):
    actions.agree(asked, name="Jan", version=1, conditions=Conditions(may_call_back=True))

    assert waits(accepted) == {PRO, SCHOOL}
    confirm(accepted, SCHOOL, bram)
    confirm(accepted, PRO, anna.user)
    assert waits(accepted) == set()
    assert EmployerRequest.objects.get().status == "given"


def test_a_yes_without_conditions_asks_nobody(asked, accepted):
    actions.agree(asked, name="Jan", version=1, conditions=NONE)

    assert waits(accepted) == set()


def test_a_proposal_that_the_school_takes_over(asked, accepted, anna, bram):
    row = actions.counter(asked, name="Jan", version=1, mask=OTHER)
    assert Page(now(accepted), SCHOOL).proposed == row.counter_mask

    change = a_change(accepted, day_parts_mask=OTHER)
    actions.change(accepted, change=change, by=bram, version=accepted.version)
    confirm(accepted, PRO, anna.user)

    row = EmployerRequest.objects.get()
    assert (row.status, row.day_parts_mask, row.counter_mask) == ("asked", OTHER, 0)


def test_an_offer_that_changes_has_to_be_read_again(offered, anna, bram):
    version = offered.version
    actions.change(offered, change=fewer(offered), by=bram, version=version)

    assert waits(offered) == set()
    with pytest.raises(StaleError):
        placements.accept(offered, by=anna.user, version=version)


@pytest.mark.parametrize("who", ["anna", "carla", "mo"])
def test_only_the_school_changes_it(accepted, who, anna, carla, mo):
    by = {"anna": anna.user, "carla": carla, "mo": mo}[who]

    with pytest.raises(PermissionDenied):
        actions.change(accepted, change=fewer(accepted), by=by, version=accepted.version)


def test_nobody_agrees_for_another(given, accepted, bram, carla, anna):
    actions.change(accepted, change=fewer(accepted), by=bram, version=accepted.version)

    for side, by in ((PRO, bram), (SCHOOL, anna.user), (SCHOOL, carla)):
        with pytest.raises(PermissionDenied):
            confirm(accepted, side, by)


def test_what_was_not_shown_is_not_agreed(accepted, anna, bram):
    actions.change(accepted, change=fewer(accepted), by=bram, version=accepted.version)

    with pytest.raises(StaleError):
        actions.confirm(accepted, side=PRO, by=anna.user, shown="0" * 64)


def test_the_law_refuses_as_in_an_offer_and_keeps_the_old_hours(accepted, bram):
    too_many = a_change(accepted, week_hours=(Decimal(39),))

    with pytest.raises(RefusedError) as refused:
        actions.change(accepted, change=too_many, by=bram, version=accepted.version)

    assert refused.value.field == "week_hours"
    assert [block.week_hours for block in now(accepted).blocks.all()] == [Decimal(5)]


def test_a_page_of_before_and_a_started_placement_change_nothing(accepted, anna, bram):
    with pytest.raises(StaleError):
        actions.change(accepted, change=fewer(accepted), by=bram, version=99)
    placements.cancel(accepted, by=anna.user, side=PRO)
    row = now(accepted)
    with pytest.raises(RefusedError):
        actions.change(row, change=fewer(row), by=bram, version=row.version)


def test_asked_before_the_yes_and_changed_the_professional_asks_anew(offered, anna, bram):
    actions.ask(offered, ask=an_ask(), by=anna.user)
    actions.change(offered, change=fewer(offered), by=bram, version=offered.version)

    page = Page(now(offered), PRO)
    assert page.is_outdated
    assert "ask_again" in page.can
