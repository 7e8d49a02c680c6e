"""A moderator reads a trajectory, and takes the last step back with a reason."""

from django.urls import reverse

from accounts.models import AuditEvent, User
from tests.vacancies.training.conftest import now
from vacancies.models import Trajectory


def page_of(row: Trajectory) -> str:
    return reverse("admin:vacancies_trajectory_change", args=[row.pk])


def undo_of(row: Trajectory) -> str:
    return reverse("admin:vacancies_trajectory_undo", args=[row.pk])


def test_a_moderator_reads_steps_and_milestones_and_that_stays_on_record(desk, training):
    page = desk.get(page_of(training)).content.decode()

    assert "The course began" in page
    assert "Suitability statement signed" in page
    assert AuditEvent.objects.filter(verb="trajectory.opened_by_moderator").count() == 1


def test_the_names_of_its_facts_are_dutch_on_a_dutch_page(desk, training):
    User.objects.update(language="nl")

    names = [name for name, _value in desk.get(page_of(training)).context["facts"]]

    assert names[:2] == ["Vakmens", "Instelling"]
    assert "Gemaakt op" in names


def test_a_moderator_takes_a_step_back_with_a_reason(desk, training):
    desk.post(undo_of(training), {"reason": ""})
    assert now(training).status == "in_training"

    desk.post(undo_of(training), {"reason": "Verkeerde persoon."})

    assert now(training).status == "agreement_signed"
    assert training.steps.last().reason == "Verkeerde persoon."


def test_nobody_else_comes_in(as_bram, as_anna, training):
    for client in (as_bram, as_anna):
        assert client.get(page_of(training)).status_code == 302
        client.post(undo_of(training), {"reason": "Nee."})

    assert now(training).status == "in_training"
