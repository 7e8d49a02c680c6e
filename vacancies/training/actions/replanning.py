"""The plan put on the rows again: what is done keeps its day, what moved is told."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.models import Milestone, Trajectory
from vacancies.training import notices, queries
from vacancies.training.actions.holding import keep

CLOCKS = ["term_ends_on", "certificate_by"]


def replan(row: Trajectory, *, by: User | None, on: date | None = None) -> list[str]:
    """Give a held trajectory the days of its plan. Gives the codes that had another day before.

    Twice is once: the same facts make the same plan, and nothing is written.
    """
    fresh = queries.locked(row)
    plan = queries.plan_of(fresh, on)
    planned = {str(one.code): one for one in plan.milestones}
    changed: list[Milestone] = []
    moved: list[Milestone] = []
    for milestone in fresh.milestones.all():
        one = planned.get(milestone.code)
        if one is None or milestone.done_on:
            continue
        if (milestone.due_on, milestone.why) != (one.due_on, str(one.reason)):
            moved += [milestone] if milestone.due_on not in (None, one.due_on) else []
            milestone.due_on, milestone.why = one.due_on, str(one.reason)
            changed.append(milestone)
    Milestone.objects.bulk_update(changed, ["due_on", "why"])
    if row.appointed_on:
        clocks = (plan.clocks.term_ends_on, plan.clocks.certificate_by)
        if clocks != (row.term_ends_on, row.certificate_by):
            row.term_ends_on, row.certificate_by = clocks
            keep(row, CLOCKS)
    if moved:
        days = [f"{one.code}:{one.due_on}" for one in moved]
        audit.record("trajectory.replanned", row, by=by, detail={"days": days})
    return [one.code for one in moved]


def replan_moved(today: date | None = None, *, course: int | None = None) -> int:
    """Follow what moved without us: a day of a provider, a number of the rule book, a holiday.
    `course`: only who follows this one.

    Gives how many trajectories changed; their owners are told, each once for each change.
    """
    on = today or timezone.localdate()
    changed = 0
    rows = queries.running() if course is None else queries.running_on(course)
    for row in rows.iterator(chunk_size=200):
        changed += _follow(row, on)
    return changed


@transaction.atomic
def _follow(trajectory: Trajectory, on: date) -> bool:
    row = queries.locked(trajectory)
    codes = replan(row, by=None, on=on)
    if codes:
        keep(row, [])
        notices.days_moved(row, codes)
    return bool(codes)
