"""How every action of a trajectory begins and ends: held, checked, kept, written down."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.enums import StepSide
from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import Trajectory, TrajectoryStep
from vacancies.training import notices, queries
from vacancies.training.errors import StaleError
from vacancies.training.milestones import MILESTONES


def held(trajectory: Trajectory, *, side: Side, by: User, seen: int | None = None) -> Trajectory:
    """The row, locked. `seen`: the version that the reader had before them.

    Raises PermissionDenied to who does not stand on this side, StaleError when it changed since.
    """
    row = queries.locked(trajectory)
    if not queries.may_act(row, side, by):
        raise PermissionDenied
    if seen is not None and row.version != seen:
        raise StaleError(_("Somebody changed this in the meantime. Look again at what stands now."))
    return row


def move(
    row: Trajectory,
    verb: str,
    *,
    side: Side,
    by: User | None,
    reason: str = "",
    fields: Iterable[str] = (),
) -> TrajectoryStep:
    """Take a step of the table with a held row, and settle the milestones that it settles.

    `fields`: what changed with the state and is saved in one statement with it. Raises IllegalTransitionError when the table has no such step from here for this side.
    """
    step = TRAJECTORY.step(verb, row.status, side)
    record = TrajectoryStep(
        verb=verb, source=row.status, target=step.target, side=StepSide(side), reason=reason
    )
    write_down(row, record, by=by, fields=fields)
    done = [rule.code for rule in MILESTONES if rule.verb == verb]
    row.milestones.filter(code__in=done, done_on=None).update(
        done_on=timezone.localdate(), done_by=by
    )
    return record


def write_down(
    row: Trajectory, step: TrajectoryStep, *, by: User | None, fields: Iterable[str] = ()
) -> None:
    """Keep a step of a held row, let its state follow, and tell the other side."""
    step.trajectory, step.by = row, by
    row.status = step.target
    keep(row, ["status", *fields])
    step.save(force_insert=True)
    verb = "undone" if step.is_undo else step.verb
    audit.record(f"trajectory.{verb}", row, by=by, detail={"step": step.pk})
    notices.step_taken(row, step)


def keep(row: Trajectory, fields: Iterable[str]) -> None:
    """Save these fields as the next version."""
    row.version += 1
    row.save(update_fields=[*fields, "version", "updated_at"])
