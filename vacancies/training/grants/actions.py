from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import User
from portal.kit.lifecycle import IllegalTransitionError
from vacancies.courses.subsidies import STEPS, next_reminder, window
from vacancies.enums import ModuleState, SubsidyStatus
from vacancies.models import ModuleProgress, SubsidyCase, Trajectory
from vacancies.routes.book import rule_book
from vacancies.training.grants import notices, queries


@transaction.atomic
def open_cases(trajectory: Trajectory, *, by: User | None = None) -> list[SubsidyCase]:
    """Every grant that this training can have, with its first and last day; none before it began.

    Again changes nothing: a grant is opened once in a run of a trajectory.
    """
    row = queries.held(trajectory)
    began = queries.began_on(row)
    if began is None:
        return []
    opened = []
    for scheme in queries.without_case(row, began):
        days = window(scheme, began)
        case = SubsidyCase.objects.create(
            trajectory=row,
            run=row.run,
            scheme=scheme,
            opens_on=days.opens_on,
            closes_on=days.closes_on,
        )
        audit.record("subsidy.opened", case, by=by, detail={"scheme": scheme.code})
        opened.append(case)
    return opened


@transaction.atomic
def tick(case: SubsidyCase, keys: Iterable[str], *, by: User) -> SubsidyCase:
    """These papers are there, the others are not. The same again writes nothing."""
    row = queries.locked(case.pk, case.trajectory)
    known = queries.keys_of(row.scheme)
    there = " ".join(key for key in known if key in set(keys))
    if there != row.papers_done:
        row.papers_done = there
        row.save(update_fields=["papers_done", "updated_at"])
        audit.record("subsidy.ticked", row, by=by, detail={"papers": len(there.split())})
    return row


@transaction.atomic
def take(
    case: SubsidyCase,
    target: str,
    *,
    by: User,
    on: date | None = None,
    amount: int | None = None,
) -> SubsidyCase:
    """A step of a grant, with its day and, when granted, its amount.

    Raises IllegalTransitionError when it does not follow from where the grant stands now.
    """
    row = queries.locked(case.pk, case.trajectory)
    if target not in STEPS[row.status]:
        raise IllegalTransitionError(row.status, target)
    day = on or timezone.localdate()
    row.status = target
    if target == SubsidyStatus.REQUESTED:
        row.requested_on, row.decided_on, row.amount = day, None, None
    if target in (SubsidyStatus.GRANTED, SubsidyStatus.REFUSED):
        row.decided_on = day
    if target == SubsidyStatus.GRANTED:
        row.amount = amount
    row.save()
    audit.record(f"subsidy.{target}", row, by=by, detail={"on": day.isoformat()})
    return row


@transaction.atomic
def set_parts(trajectory: Trajectory, states: Mapping[int, str], *, by: User) -> int:
    """How far somebody is with the parts of the course; how many changed.

    A part that knows no exemption gets none; one that is not of this course is left alone.
    """
    row = queries.held(trajectory)
    changed = 0
    for part in queries.parts_of(row):
        state = states.get(part.module.pk, part.state)
        if state == part.state or not _may_be(state, part):
            continue
        ModuleProgress.objects.update_or_create(
            trajectory=row, module=part.module, defaults={"state": state}
        )
        changed += 1
    if changed:
        audit.record("trajectory.parts_changed", row, by=by, detail={"changed": changed})
    return changed


def open_all() -> int:
    """For every training that runs, the grants that it does not have yet; how many were opened."""
    return sum(len(open_cases(row)) for row in queries.in_training())


def remind() -> int:
    """Tell the owners of schools which grants close in 60, 30 and 7 days, each once; how many."""
    today = timezone.localdate()
    days = [int(n) for n in rule_book().word("reminder_subsidy_days", today).split("-")]
    rows = queries.to_ask(today, today + timedelta(days=max(days)))
    due = [(row, next_reminder(row.closes_on, today, days)) for row in rows]
    return notices.closing([(row, number) for row, number in due if number is not None])


def _may_be(state: str, part: queries.PartRow) -> bool:
    return state in ModuleState.values and (
        state != ModuleState.EXEMPT or part.module.may_be_exempt
    )
