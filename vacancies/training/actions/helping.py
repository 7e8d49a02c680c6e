"""Friendly tasks: when something slips, somebody with a name looks at it; the trainee reads along."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.lifecycles import Side
from vacancies.models import HelpTask, Trajectory
from vacancies.routes.book import rule_book
from vacancies.training import care, care_notices, queries, signals
from vacancies.training.actions.holding import held
from vacancies.training.errors import RefusedError

LONGEST_NOTE: Final = 300


def follow(row: Trajectory, today: date) -> list[HelpTask]:
    """Make a task of each thing that slips, close those of what went well after all.

    Of a held trajectory. Twice is once; one that was done is not opened again. Gives the new ones.
    """
    if row.status in care.RESTING:
        return []
    found = signals.signals_of(care.standing_of(row, today), today, rule_book())
    slips = {str(one) for one in found}
    tasks = {one.signal: one for one in care.tasks_of(row)}
    for one in tasks.values():
        if one.done_on is None and one.signal not in slips:
            _close(row, one, today)
    helper = care.helper_of(row)
    _hand_over(row, [one for one in tasks.values() if one.signal in slips], helper)
    made = [
        HelpTask.objects.create(
            trajectory=row, run=row.run, signal=signal, owner=helper, opened_on=today
        )
        for signal in sorted(slips - set(tasks))
    ]
    for one in made:
        audit.record("trajectory.help_asked", row, by=None, detail={"task": one.pk})
        care_notices.help_asked(row, one)
    return made


@transaction.atomic
def give_help(trajectory: Trajectory, task_id: int, *, note: str, by: User) -> HelpTask:
    """Say what was done; the trainee reads it.

    Raises RefusedError without a word or when it was done already, LookupError for a task of
    another trajectory, PermissionDenied to a stranger.
    """
    row = care.of_row(held(trajectory, side=Side.SCHOOL, by=by))
    task = next((one for one in row.help_tasks.all() if one.pk == task_id), None)
    if task is None:
        raise LookupError(task_id)
    if task.done_on:
        raise RefusedError(_("This was done already. Nothing was changed."))
    told = " ".join(note.split())
    if not told or len(told) > LONGEST_NOTE:
        raise RefusedError(_("Write in at most 300 characters what you did."), "note")
    task.done_on, task.note, task.owner = timezone.localdate(), told, by
    task.save(update_fields=["done_on", "note", "owner"])
    audit.record("trajectory.help_given", row, by=by, detail={"task": task.pk})
    return task


def leave_behind(row: Trajectory, today: date) -> None:
    """A held trajectory goes on as another run: what slipped is over, what was still to be asked
    is not asked any more."""
    row.help_tasks.filter(done_on=None).update(done_on=today)
    row.check_ins.filter(answered_at=None, due_on__gt=today).delete()


def close_ended(today: date) -> int:
    """Of who is done or stopped nobody has to do anything any more."""
    rows = HelpTask.objects.filter(done_on=None, trajectory__status__in=queries.ENDED)
    return rows.update(done_on=today)


def _close(row: Trajectory, task: HelpTask, today: date) -> None:
    """It went well after all: nobody has to do anything."""
    task.done_on = today
    task.save(update_fields=["done_on"])
    audit.record("trajectory.help_not_needed", row, by=None, detail={"task": task.pk})


def _hand_over(row: Trajectory, tasks: list[HelpTask], helper: User | None) -> None:
    """Who guides it now, or is left of the school, has the tasks that stand open."""
    for one in tasks:
        if one.done_on is None and one.owner != helper:
            one.owner = helper
            one.save(update_fields=["owner"])
            care_notices.help_asked(row, one)
