"""What the list of a school says of who is on the way."""

from datetime import timedelta

from tests.vacancies.training.conftest import TODAY, now, step
from vacancies.training import actions, panels


def to_do(row):
    return panels.to_do([row.application])[row.application_id]


def test_the_yes_of_the_professional_is_waited_for(begun):
    todo = to_do(begun)

    assert (todo.is_ours, todo.rank) == (False, panels.GOES_ON)
    assert "PDG" not in todo.text
    assert str(begun.public_id) in todo.url


def test_what_the_school_is_late_with_stands_high(begun, esra, bram):
    step(begun, "match", esra.user, panels.Side.PROFESSIONAL)
    step(begun, "begin_check", bram)
    begun.milestones.filter(owner="school").update(due_on=TODAY - timedelta(days=1))
    begun.milestones.filter(owner="professional").update(due_on=TODAY + timedelta(days=90))

    assert (to_do(begun).rank, to_do(begun).is_ours) == (panels.LATE, True)


def test_what_is_near_goes_before_what_is_far(begun):
    begun.milestones.update(due_on=TODAY + timedelta(days=90), owner="school")
    assert to_do(begun).rank == panels.GOES_ON

    begun.milestones.filter(code="contract").update(due_on=TODAY + timedelta(days=14))
    assert (to_do(begun).rank, to_do(begun).due_on) == (panels.NEAR, TODAY + timedelta(days=14))


def test_a_pause_asks_nothing(training, bram):
    actions.pause(now(training), starts_on=TODAY, by=bram, seen=training.version)

    assert to_do(training).text == "On the way to the PDG"


def test_what_ended_asks_nothing_and_many_cost_as_much_as_one(
    training, application, bram, django_assert_num_queries
):
    with django_assert_num_queries(2):
        panels.to_do([application, application])
    actions.stop(
        now(training), reason="other_work", side=panels.Side.SCHOOL, by=bram, seen=training.version
    )

    assert panels.to_do([application]) == {}
