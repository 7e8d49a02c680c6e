"""What is asked in the first weeks, what slips and what is due, read from the rows."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db.models import Prefetch, Q
from django.utils import timezone

from accounts.models import Institution, User
from accounts.organisations import queries as organisations
from vacancies.applications.queries import STANDING
from vacancies.enums import PlacementStatus
from vacancies.enums import TrajectoryStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import CheckIn, HelpTask, Milestone, Placement, Trajectory
from vacancies.models.trajectory import TrajectoryQuerySet
from vacancies.training import queries, signals
from vacancies.training.check_in_days import Asked
from vacancies.training.milestones import RULE_OF, Code, Owner
from vacancies.training.phases import is_behind
from vacancies.training.reminders import Deadline, What

RESTING: Final = (*queries.ENDED, Status.PAUSED)
IN_TRAINING: Final = (Status.IN_TRAINING, Status.EXTENDED, Status.PAUSED)
TEACHES: Final = (PlacementStatus.ACCEPTED, PlacementStatus.STARTED)


def cared_for() -> TrajectoryQuerySet:
    """What runs anywhere, not paused; a proposal only while the yes below it stands."""
    taken_back = Q(status=Status.ORIENTATION) & ~Q(application__status__in=STANDING)
    return queries.running().exclude(status=Status.PAUSED).exclude(taken_back)


def with_care(rows: TrajectoryQuerySet) -> TrajectoryQuerySet:
    """These with their check-ins and friendly tasks."""
    tasks = HelpTask.objects.select_related("owner")
    return rows.prefetch_related("check_ins", Prefetch("help_tasks", queryset=tasks))


def of_row(trajectory: Trajectory) -> Trajectory:
    """The same one, with all that care looks at."""
    return with_care(queries.by_pk([trajectory.pk])).get()


def begun_on(row: Trajectory) -> date | None:
    """First day of the training that runs; None while it has not begun or is over."""
    if row.status not in IN_TRAINING:
        return None
    begun = [one for one in row.steps.all() if one.verb == "begin_training" and not one.is_undo]
    if not begun:
        return None
    day = timezone.localdate(begun[-1].at)
    return min(day, row.course_start.starts_on) if row.course_start else day


def asked_of(rows: Iterable[CheckIn]) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            week=one.week,
            side=Side(one.side),
            due_on=one.due_on,
            answered_at=one.answered_at,
            feeling=one.feeling,
            coached_hours=one.coached_hours,
            study_day_kept=one.study_day_kept,
        )
        for one in rows
    )


def standing_of(row: Trajectory, today: date) -> signals.Standing:
    """What the signals look at; answers of an earlier run say nothing of this one."""
    begun = begun_on(row)
    asked = [one for one in check_ins_of(row) if begun and one.due_on >= begun]
    return signals.Standing(
        milestones=tuple(
            signals.Open(Code(one.code), one.due_on) for one in open_milestones(row) if one.due_on
        ),
        asked=asked_of(asked),
        agreed_hours=row.coach_hours_week,
        study_mask=row.study_day_mask,
        planned_mask=planned_mask(row, today) if row.study_day_mask else 0,
    )


def check_ins_of(row: Trajectory) -> list[CheckIn]:
    """Those of the run that it is in."""
    return [one for one in row.check_ins.all() if one.run == row.run]


def tasks_of(row: Trajectory) -> list[HelpTask]:
    """The friendly tasks of the run that it is in."""
    return [one for one in row.help_tasks.all() if one.run == row.run]


def open_milestones(row: Trajectory) -> list[Milestone]:
    """What is not done and not behind."""
    return [
        one
        for one in row.milestones.all()
        if not one.done_on and not is_behind(RULE_OF[Code(one.code)], row.status)
    ]


def planned_mask(row: Trajectory, today: date) -> int:
    """The day-parts on which this school has lessons planned with this person."""
    rows = Placement.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        application__professional=row.professional_id,
        application__vacancy__institution=row.institution_id,
        status__in=TEACHES,
    )
    mask = 0
    for one in rows.values_list("day_parts_mask", flat=True):
        mask |= one
    return mask


def helper_of(row: Trajectory) -> User | None:
    """By name: who guides it, else an owner of the school."""
    if row.guide and queries.is_recorder(row.guide, row.institution):
        return row.guide
    return first_owner(row.institution)


def first_owner(institution: Institution) -> User | None:
    """The owner who has been there longest."""
    owners = institution.memberships.owners().select_related("user")
    first = owners.order_by("created_at", "pk").first()
    return first.user if first else next(iter(organisations.recruiters(institution)), None)


def deadlines_of(row: Trajectory) -> list[Deadline]:
    """Last days that are still to be met."""
    found = [
        Deadline(What.MILESTONE, one.due_on, Owner(one.owner), RULE_OF[Code(one.code)].code)
        for one in open_milestones(row)
        if one.due_on
    ]
    if row.appointed_on and row.term_ends_on:
        found.append(Deadline(What.TERM, row.term_ends_on, Owner.SCHOOL))
    if row.appointed_on and row.certificate_by:
        found.append(Deadline(What.AGREEMENT, row.certificate_by, Owner.PROFESSIONAL))
    return found
