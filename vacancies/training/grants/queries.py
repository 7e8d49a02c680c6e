"""Grants and parts of one trajectory, and which grants are about to close."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet
from django.utils import timezone

from accounts.enums import Role
from accounts.models import User
from vacancies.courses.money import amount_text, window_text
from vacancies.courses.queries import schemes_for
from vacancies.courses.subsidies import STEPS, Window
from vacancies.enums import ModuleState, SubsidyStatus, TrainingKind
from vacancies.models import CourseModule, SubsidyCase, SubsidyScheme, Trajectory

KEY_LENGTH = 8


@dataclass(frozen=True)
class Paper:
    """One line of a checklist. `key` stays while its words do: other words are ticked anew."""

    key: str
    text: str
    is_there: bool


@dataclass(frozen=True)
class GrantRow:
    """A grant for one trajectory, as a page shows it."""

    case: SubsidyCase
    on: date

    @property
    def scheme(self) -> SubsidyScheme:
        return self.case.scheme

    @property
    def window(self) -> Window:
        return Window(self.case.opens_on, self.case.closes_on)

    @property
    def amount(self) -> str:
        return amount_text(self.scheme)

    @property
    def said(self) -> str:
        """Whether it can be asked today; what came of it once somebody did."""
        return window_text(self.window, self.on) if self.is_to_ask else ""

    @property
    def papers(self) -> list[Paper]:
        return papers_of(self.case)

    @property
    def there(self) -> int:
        return sum(paper.is_there for paper in self.papers)

    @property
    def is_of_earlier(self) -> bool:
        """Of a run before this one."""
        return self.case.run != self.case.trajectory.run

    @property
    def is_to_ask(self) -> bool:
        return not self.is_of_earlier and self.case.status == SubsidyStatus.TO_REQUEST

    @property
    def next_states(self) -> tuple[str, ...]:
        return STEPS[self.case.status]


@dataclass(frozen=True)
class PartRow:
    """A part of the course and how far somebody is with it."""

    module: CourseModule
    state: str

    @property
    def label(self) -> str:
        return str(ModuleState(self.state).label)


def rows_of(trajectory: Trajectory, *, on: date | None = None) -> list[GrantRow]:
    """The grants of a trajectory, those of this run first, the first to close on top."""
    rows = SubsidyCase.objects.filter(trajectory=trajectory)
    rows = rows.select_related("scheme", "trajectory")
    return [GrantRow(row, on or timezone.localdate()) for row in rows]


def parts_of(trajectory: Trajectory) -> list[PartRow]:
    """The parts of the chosen course, in its order; what was never touched is to do."""
    if trajectory.course_start is None:
        return []
    modules = CourseModule.objects.filter(course=trajectory.course_start.course_id)
    states = dict(trajectory.modules.values_list("module", "state"))
    return [
        PartRow(one, states.get(one.pk, ModuleState.TO_DO))
        for one in modules.order_by("order", "pk")
    ]


def locked(case_pk: int, trajectory: Trajectory) -> SubsidyCase:
    """A grant of this trajectory, held. Raises SubsidyCase.DoesNotExist."""
    rows = SubsidyCase.objects.select_for_update(of=("self",)).select_related("scheme")
    return rows.get(pk=case_pk, trajectory=trajectory)


def held(trajectory: Trajectory) -> Trajectory:
    """The trajectory, held, so that two who open or tick at once queue."""
    rows = Trajectory.objects.select_for_update(of=("self",))
    return rows.select_related("course_start__course", "professional").get(pk=trajectory.pk)


def began_on(trajectory: Trajectory) -> date | None:
    """The first day of the training of this run: that of the course when it had begun by then,
    else the day on which somebody said so; None before."""
    step = trajectory.steps.filter(verb="begin_training", is_undo=False).last()
    if step is None:
        return None
    said_on = timezone.localdate(step.at)
    start = trajectory.course_start
    return start.starts_on if start and start.starts_on <= said_on else said_on


def without_case(trajectory: Trajectory, on: date) -> list[SubsidyScheme]:
    """The grants of the kind of its course that it does not have yet, by the rules of this day."""
    start = trajectory.course_start
    kind = start.course.kind if start else TrainingKind.PDG
    there = trajectory.subsidies.filter(run=trajectory.run)
    have = set(there.values_list("scheme__code", flat=True))
    return [scheme for scheme in schemes_for(kind, on) if scheme.code not in have]


def in_training() -> QuerySet[Trajectory]:
    """Whose course runs: only they get a grant."""
    rows = Trajectory.objects.filter(status__in=["in_training", "extended", "paused"])
    return rows.select_related("course_start__course").order_by("pk")


def to_ask(on: date, until: date) -> QuerySet[SubsidyCase]:
    """Grants that nobody asked yet and whose last day lies between these two."""
    rows = SubsidyCase.objects.filter(
        status=SubsidyStatus.TO_REQUEST,
        run=F("trajectory__run"),
        closes_on__gte=on,
        closes_on__lte=until,
    ).exclude(trajectory__status="stopped")
    return rows.select_related("scheme", "trajectory__institution")


def by_pk(keys: Iterable[int]) -> dict[int, SubsidyCase]:
    rows = SubsidyCase.objects.filter(pk__in=set(keys))
    return {row.pk: row for row in rows.select_related("scheme", "trajectory")}


def owners(institution_pks: Iterable[int]) -> dict[int, list[User]]:
    """The owners of these schools: they sign for the board."""
    found: dict[int, list[User]] = {}
    rows = User.objects.filter(
        memberships__institution__in=set(institution_pks),
        memberships__role=Role.OWNER,
        memberships__status="active",
    )
    for user in rows.distinct().prefetch_related("memberships").order_by("pk"):
        for membership in user.memberships.all():
            if membership.role == Role.OWNER and membership.is_active:
                found.setdefault(membership.institution_id, []).append(user)
    return found


def papers_of(case: SubsidyCase) -> list[Paper]:
    there = set(case.papers_done.split())
    return [
        Paper(key, text, key in there)
        for key, text in zip(keys_of(case.scheme), case.scheme.checklist, strict=False)
    ]


def keys_of(scheme: SubsidyScheme) -> Sequence[str]:
    """A short key for each line of the checklist, from its Dutch words."""
    lines = scheme.checklist_nl.splitlines()
    return [hashlib.sha256(line.encode()).hexdigest()[:KEY_LENGTH] for line in lines]
