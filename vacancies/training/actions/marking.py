"""Milestones that somebody ticks: done, or open again. Twice is once."""

from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.enums import ItemOwner
from vacancies.lifecycles import Side
from vacancies.models import Milestone, Trajectory
from vacancies.training import queries
from vacancies.training.actions.holding import held
from vacancies.training.actions.replanning import replan
from vacancies.training.errors import RefusedError
from vacancies.training.milestones import RULE_OF, Code

LONGEST_NOTE: Final = 300


@transaction.atomic
def mark_done(trajectory: Trajectory, code: str, *, side: Side, by: User, note: str = "") -> bool:
    """Say that a milestone is done; False when it was already, and nothing changed.

    Raises RefusedError for what follows from a paper, a record or a step, and for what is the
    other side's to say; LookupError for what is not in this trajectory; PermissionDenied.
    """
    row = held(trajectory, side=side, by=by)
    milestone = _own(row, code, side)
    if milestone.done_on:
        return False
    milestone.done_on, milestone.done_by = timezone.localdate(), by
    milestone.note = " ".join(note.split())[:LONGEST_NOTE]
    milestone.save(update_fields=["done_on", "done_by", "note"])
    audit.record("trajectory.milestone_done", row, by=by, detail={"code": code})
    return True


@transaction.atomic
def reopen(trajectory: Trajectory, code: str, *, side: Side, by: User) -> bool:
    """It was not done after all; False when it was open already. Raises as `mark_done`."""
    row = held(trajectory, side=side, by=by)
    milestone = _own(row, code, side)
    if not milestone.done_on:
        return False
    milestone.done_on, milestone.done_by = None, None
    milestone.save(update_fields=["done_on", "done_by"])
    audit.record("trajectory.milestone_reopened", row, by=by, detail={"code": code})
    replan(row, by=by)
    return True


def _own(row: Trajectory, code: str, side: Side) -> Milestone:
    milestone = next((one for one in row.milestones.all() if one.code == code), None)
    if milestone is None:
        raise LookupError(code)
    if row.status in queries.ENDED:
        raise RefusedError(_("This trajectory has ended."))
    if not RULE_OF[Code(code)].is_by_hand:
        raise RefusedError(_("This follows by itself from what is shown, recorded or signed."))
    if not may_tick(milestone.owner, side):
        raise RefusedError(_("This is up to the other side."))
    return milestone


def may_tick(owner: str, side: str) -> bool:
    """Each ticks the own milestones; the school those of the provider too, as it records them."""
    return owner == side or (owner == ItemOwner.PROVIDER and side == Side.SCHOOL)
