"""Trajectories as pages and actions read them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from django.db.models import Max, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.audit import queries as audit
from accounts.identity import queries as identity
from accounts.identity.permissions import Permission, allows
from accounts.models import AuditEvent, Institution, Professional, User
from accounts.organisations import queries as organisations
from vacancies.applications import queries as applications
from vacancies.codes import Decision
from vacancies.enums import TrainingKind
from vacancies.enums import TrajectoryStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import (
    Application,
    BoardDecision,
    CourseStart,
    Milestone,
    PlannedBlock,
    Trajectory,
    TrajectoryStep,
)
from vacancies.models.trajectory import TrajectoryQuerySet
from vacancies.routes.book import rule_book
from vacancies.routes.calendar import DAY
from vacancies.routes.facts import Block, Case, Function
from vacancies.routes.queries import board_of, person_of
from vacancies.training import planning
from vacancies.training.clocks import ROUTE, Span
from vacancies.training.milestones import Code
from vacancies.training.planning import Course, Facts, Plan

LATEST: Final = 20
LOOK_BACK: Final = timedelta(days=365)
ENDED: Final = (Status.PDG_OBTAINED, Status.STOPPED)


def trajectories_of(institution: Institution) -> TrajectoryQuerySet:
    """Those at a school, with person and course, the latest first. A proposal of which the yes
    below it was taken back is not the school's to see."""
    rows = Trajectory.objects.filter(institution=institution)
    taken_back = Q(status=Status.ORIENTATION) & ~Q(
        professional__in=applications.shown_to(institution)
    )
    return _told(rows.exclude(taken_back)).order_by("-created_at", "-pk")


def trajectories_with(professional: Professional) -> TrajectoryQuerySet:
    """The own ones of somebody, the latest first."""
    rows = Trajectory.objects.filter(professional=professional)
    return _told(rows).order_by("-created_at", "-pk")


def running_with(professional: Professional) -> TrajectoryQuerySet:
    """The own ones that run, the latest first."""
    return trajectories_with(professional).exclude(status__in=ENDED)


def running() -> TrajectoryQuerySet:
    """What neither ended nor stopped, anywhere."""
    return _told(Trajectory.objects.exclude(status__in=ENDED)).order_by("pk")


def running_on(course: int) -> TrajectoryQuerySet:
    """Those of which the course was chosen, by its key."""
    return running().filter(course_start__course=course)


def running_of_many(applications_: Iterable[Application]) -> QuerySet[Trajectory]:
    """Those that run and began from one of these, and perhaps from others of their vacancies, with
    their milestones."""
    rows = Trajectory.objects.filter(applications.among(applications_))
    return rows.exclude(status__in=ENDED).prefetch_related("milestones")


def running_at(institution: Institution) -> QuerySet[Trajectory, int]:
    """The keys of professionals who said yes to this way: the school may see their papers."""
    closed = [Status.ORIENTATION, Status.STOPPED]
    rows = Trajectory.objects.filter(institution=institution).exclude(status__in=closed)
    return rows.order_by().values_list("professional", flat=True)


def current(professional: Professional) -> Trajectory | None:
    """The one that runs, else the latest."""
    rows = list(trajectories_with(professional))
    return next((one for one in rows if one.status not in ENDED), rows[0] if rows else None)


def at_school(professional: Professional, institution: Institution) -> Trajectory | None:
    return trajectories_with(professional).filter(institution=institution).first()


def is_planned_in_training(application: Application) -> bool:
    """Whether an offer or placement of this application has hours under this route."""
    return PlannedBlock.objects.filter(placement__application=application, route=ROUTE).exists()


def steps_of(trajectory: Trajectory) -> QuerySet[TrajectoryStep]:
    """What happened, in order."""
    return trajectory.steps.select_related("by")


def replans_of(trajectory: Trajectory) -> list[AuditEvent]:
    """When days moved without a step, the latest first: by the site, or by what was agreed."""
    return [one for one in audit.timeline(trajectory) if one.verb == "trajectory.replanned"][
        :LATEST
    ]


def begun_by(trajectory: Trajectory) -> str:
    """The side that proposed it, the last time that it began: the other one says yes."""
    first = trajectory.steps.filter(target=Status.ORIENTATION).order_by("-at", "-pk").first()
    return first.side if first else Side.SCHOOL


def locked(trajectory: Trajectory) -> Trajectory:
    """The same row, held until the end of the transaction; its person is held before it, so that
    who records papers or judgements at the same time queues. Not found once they have left."""
    holder = Professional.objects.select_for_update(of=("self",))
    get_object_or_404(holder, pk=trajectory.professional_id)
    rows = _told(Trajectory.objects.select_for_update(of=("self",)))
    return get_object_or_404(rows, pk=trajectory.pk)


def is_recorder(user: User, institution: Institution) -> bool:
    """Whether this colleague may take steps for this school."""
    membership = identity.membership_of(user)
    return (
        membership is not None
        and membership.is_active
        and membership.institution_id == institution.pk
        and allows(membership.role, Permission.SUITABILITY_RECORD)
    )


def may_act(trajectory: Trajectory, side: str, by: User) -> bool:
    if side == Side.PROFESSIONAL:
        return trajectory.professional.user_id == by.pk
    return side == Side.SCHOOL and is_recorder(by, trajectory.institution)


def readers_at_school(trajectory: Trajectory) -> list[User]:
    """Who of the school is told: the one who guides it, else every recruiter and owner."""
    guide = trajectory.guide
    if guide and is_recorder(guide, trajectory.institution):
        return [guide]
    return list(organisations.recruiters(trajectory.institution))


def recorders(institution: Institution) -> QuerySet[User]:
    """Colleagues who may guide a trajectory."""
    return organisations.recruiters(institution).order_by("name", "pk")


def last_run(trajectory: Trajectory) -> int:
    """The highest run that has left anything; after an undo it can be past the one it is in."""
    asked = trajectory.check_ins.aggregate(last=Max("run"))["last"]
    return max(trajectory.run, asked or 1)


def time_used(trajectory: Trajectory) -> QuerySet[BoardDecision]:
    """What was recorded of this appointment as worked, when it stopped."""
    return BoardDecision.objects.filter(
        professional=trajectory.professional,
        institution=trajectory.institution,
        kind=Decision.WORKED,
        starts_on=trajectory.appointed_on,
    )


def course_starts(trajectory: Trajectory) -> QuerySet[CourseStart]:
    """Runs of PDG courses that have not ended long ago, and the one that was chosen."""
    recent = trajectory.starts_on - LOOK_BACK
    chosen = Q(pk=trajectory.course_start_id)
    rows = CourseStart.objects.filter(
        Q(course__kind=TrainingKind.PDG, starts_on__gte=recent) | chosen
    )
    return rows.select_related("course").order_by("starts_on", "pk")


def case_of(trajectory: Trajectory, on: date | None = None) -> Case:
    """May this person teach here in training, seen today?"""
    day = on or timezone.localdate()
    return case_for(trajectory.professional, trajectory.institution, trajectory.starts_on, day)


def case_for(
    professional: Professional, institution: Institution, starts_on: date, on: date
) -> Case:
    hours = _hours_of(professional, institution)
    block = Block(
        Function.TEACHER,
        start_on=starts_on,
        fte=hours.fte if hours else None,
        lesson_hours_week=hours.lesson_hours if hours else None,
    )
    board = board_of(institution, professional, study_year=starts_on, on=on)
    return Case(person_of(professional, institution, on), block, board, on)


def facts_of(trajectory: Trajectory, on: date | None = None) -> Facts:
    """What the plan of a trajectory is made of."""
    case = case_of(trajectory, on)
    rows = list(trajectory.milestones.all())
    first = trajectory.starts_on
    return Facts(
        today=case.on,
        starts_on=first,
        region=trajectory.holiday_region,
        course=_course_of(trajectory.course_start),
        pauses=pauses_of(trajectory, case.on),
        earlier=tuple(
            (one.from_on, min(one.until_on, first - DAY))
            for one in case.board.periods
            if one.route == ROUTE and one.from_on < first
        ),
        extended_until=trajectory.extended_until,
        agreed_until=trajectory.agreed_until,
        left_out=frozenset(set(Code) - {Code(row.code) for row in rows}),
        done=frozenset(Code(row.code) for row in rows if row.done_on),
    )


def plan_of(trajectory: Trajectory, on: date | None = None) -> Plan:
    return planning.plan(facts_of(trajectory, on), rule_book())


def pauses_of(trajectory: Trajectory, on: date) -> tuple[Span, ...]:
    """Pauses of this run; one that still lasts counts up to today."""
    return tuple(
        (row.starts_on, row.ends_on or max(row.starts_on, on))
        for row in trajectory.pauses.all()
        if row.run == trajectory.run and row.starts_on >= trajectory.starts_on
    )


def by_pk(keys: Iterable[int]) -> TrajectoryQuerySet:
    """These trajectories with their steps."""
    return _told(Trajectory.objects.filter(pk__in=set(keys))).prefetch_related("steps")


def _course_of(chosen: CourseStart | None) -> Course | None:
    if chosen is None:
        return None
    return Course(chosen.starts_on, chosen.apply_by, chosen.intake_by, chosen.course.months)


def _hours_of(professional: Professional, institution: Institution) -> PlannedBlock | None:
    """The hours planned under this route, the latest."""
    rows = PlannedBlock.objects.filter(
        professional=professional, institution=institution, route=ROUTE
    )
    return rows.order_by("-starts_on", "-pk").first()


def _told(rows: TrajectoryQuerySet) -> TrajectoryQuerySet:
    """With all that a timeline shows, in a constant number of queries."""
    milestones = Milestone.objects.order_by("order").select_related("done_by")
    related = ("professional__user", "institution", "guide", "course_start__course__place")
    return rows.select_related(*related, "application__vacancy", "placement").prefetch_related(
        Prefetch("milestones", queryset=milestones), "pauses"
    )
