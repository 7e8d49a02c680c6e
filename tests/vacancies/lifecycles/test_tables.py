"""What every lifecycle promises, whatever it is about."""

import pytest
from django.core.management import call_command
from django.db import models

from portal.kit.lifecycle import IllegalTransitionError
from portal.management.commands import lifecycles_doc
from vacancies.enums import (
    ApplicationStatus,
    EmployerStatus,
    MeetingStatus,
    PlacementStatus,
    StepSide,
    TrajectoryStatus,
)
from vacancies.lifecycles import (
    APPLICATION,
    EMPLOYER_REQUEST,
    MEETING,
    PLACEMENT,
    PROCESSES,
    TRAJECTORY,
    Side,
)
from vacancies.models import (
    ApplicationStep,
    EmployerStep,
    MeetingStep,
    PlacementStep,
    TrajectoryStep,
)

STATES = {
    APPLICATION: ApplicationStatus,
    MEETING: MeetingStatus,
    PLACEMENT: PlacementStatus,
    EMPLOYER_REQUEST: EmployerStatus,
    TRAJECTORY: TrajectoryStatus,
}
HISTORIES = {
    APPLICATION: ApplicationStep,
    MEETING: MeetingStep,
    PLACEMENT: PlacementStep,
    EMPLOYER_REQUEST: EmployerStep,
    TRAJECTORY: TrajectoryStep,
}
each_process = pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.name)


@each_process
def test_the_states_are_those_of_the_rows(process):
    assert set(process.states) == set(STATES[process].values)


@each_process
def test_every_state_can_be_reached(process):
    reached = {process.first}
    for _round in process.states:
        reached |= {target for source, target in process.pairs if source in reached}

    assert reached == set(process.states)


@each_process
def test_a_verb_leads_to_one_place(process):
    verbs = [step.verb for step in process.steps]

    assert len(verbs) == len(set(verbs))


@each_process
def test_a_step_changes_the_state_and_has_somebody_to_take_it(process):
    idle = [
        step.verb
        for step in process.steps
        if not step.sides or (step.target in step.sources and step.verb not in REPEATED)
    ]

    assert idle == []


REPEATED = {"counter", "ask_again", "propose_others"}  # another proposal; a new link


@each_process
def test_who_may_not_take_a_step_is_refused(process):
    for step in process.steps:
        for side in set(Side) - step.sides:
            for state in step.sources:
                with pytest.raises(IllegalTransitionError):
                    process.step(step.verb, state, side)


@pytest.mark.parametrize(
    "process", [APPLICATION, MEETING, PLACEMENT, TRAJECTORY], ids=lambda process: process.name
)
def test_a_professional_can_always_leave_what_has_not_ended(process):
    """Nobody is held in a talk, an offer, a placement or a trajectory."""
    stuck = [
        state
        for state in process.states
        if state not in process.ends | {"declined", "withdrawn", "stopped"}
        and not any(process.open_to(state, Side.PROFESSIONAL))
    ]

    assert stuck == []


@each_process
def test_the_history_is_held_to_the_table_by_the_database(process):
    model = HISTORIES[process]
    names = {
        constraint.name.rpartition("_follows")[1]
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    }

    assert "_follows" in names


def test_sides_have_words():
    assert set(StepSide.values) == set(Side)


def test_the_page_is_what_the_tables_say():
    assert lifecycles_doc.PAGE.read_text(encoding="utf-8") == lifecycles_doc.document()


def test_the_command_writes_the_page(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(lifecycles_doc, "PAGE", tmp_path / "lifecycles.md")

    call_command("lifecycles_doc")

    assert (tmp_path / "lifecycles.md").read_text(encoding="utf-8") == lifecycles_doc.document()
