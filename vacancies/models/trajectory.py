"""The way of one person at one school to the certificate, planned backwards from its terms."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import HolidayRegion, MembershipStatus
from accounts.models import Credential, Institution, Professional, User
from portal.kit.dayparts import FULL_WEEK
from vacancies.enums import (
    ItemOwner,
    ModuleState,
    StepSide,
    StopReason,
    SubsidyStatus,
    TrajectoryStatus,
)
from vacancies.lifecycles import TRAJECTORY
from vacancies.models.application import Application
from vacancies.models.course import CourseModule, CourseStart, SubsidyScheme
from vacancies.models.placement import Placement
from vacancies.models.steps import RecordedStep, constraints_of


class TrajectoryQuerySet(models.QuerySet["Trajectory"]):
    def visible_to(self, user: User) -> "TrajectoryQuerySet":
        """The own one of a professional, and those at a colleague's institution."""
        if not user.is_authenticated:
            return self.none()
        colleague = Q(
            institution__memberships__user=user,
            institution__memberships__status=MembershipStatus.ACTIVE,
        )
        return self.filter(Q(professional__user=user) | colleague).distinct()


class Trajectory(models.Model):
    """A zij-instroom trajectory. Its two clocks run from the appointment: the legal term of study
    years, and the term within which the certificate is agreed (domain: WEB 4.2.1, 4.2.4).

    What stopped can be taken up again as the next run: its questions, tasks, pauses and grants are
    its own, those of before stay as history."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    professional = models.ForeignKey(Professional, models.CASCADE, related_name="trajectories")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="trajectories")
    application = models.ForeignKey(
        Application, models.SET_NULL, null=True, blank=True, related_name="trajectories"
    )
    placement = models.ForeignKey(
        Placement, models.SET_NULL, null=True, blank=True, related_name="trajectories"
    )
    status = models.CharField(
        _("status"),
        max_length=19,
        choices=TrajectoryStatus.choices,
        default=TrajectoryStatus.ORIENTATION,
    )
    holiday_region = models.CharField(
        _("holiday region"), max_length=7, choices=HolidayRegion.choices
    )
    guide = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who guides it at the school"),
    )
    coach = models.CharField(_("coach"), max_length=80, blank=True)
    coach_hours_week = models.DecimalField(
        _("hours of coaching a week"), max_digits=3, decimal_places=1, default=0
    )
    study_day_mask = models.PositiveIntegerField(_("study day"), default=0)
    course_start = models.ForeignKey(
        CourseStart, models.PROTECT, null=True, blank=True, related_name="+"
    )
    run = models.PositiveSmallIntegerField(_("how often it was begun"), default=1)
    starts_on = models.DateField(_("first day, planned"))
    appointed_on = models.DateField(_("appointed from"), null=True, blank=True)
    term_ends_on = models.DateField(_("legal term ends on"), null=True, blank=True)
    certificate_by = models.DateField(_("certificate agreed before"), null=True, blank=True)
    extended_until = models.DateField(_("legal term extended until"), null=True, blank=True)
    agreed_until = models.DateField(_("certificate agreed anew before"), null=True, blank=True)
    extension_reason = models.CharField(_("reason of the extension"), max_length=500, blank=True)
    stop_reason = models.CharField(
        _("why it stopped"), max_length=12, choices=StopReason.choices, blank=True
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    version = models.PositiveIntegerField(default=1)

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("trajectory")
        verbose_name_plural = _("trajectories")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["professional", "institution"], name="trajectory_is_one_per_school"
            ),
            models.CheckConstraint(
                name="trajectory_status_is_known", condition=Q(status__in=TrajectoryStatus.values)
            ),
            models.CheckConstraint(
                name="trajectory_region_is_known",
                condition=Q(holiday_region__in=HolidayRegion.values),
            ),
            models.CheckConstraint(
                name="trajectory_stop_reason_is_known",
                condition=Q(stop_reason__in=["", *StopReason.values]),
            ),
            models.CheckConstraint(
                name="trajectory_stopped_has_a_reason",
                condition=Q(status=TrajectoryStatus.STOPPED, stop_reason__gt="")
                | (~Q(status=TrajectoryStatus.STOPPED) & Q(stop_reason="")),
            ),
            models.CheckConstraint(
                name="trajectory_study_day_is_in_the_week",
                condition=Q(study_day_mask__lte=FULL_WEEK),
            ),
            models.CheckConstraint(
                name="trajectory_term_is_after_appointment",
                condition=Q(appointed_on__isnull=True)
                | Q(term_ends_on__isnull=True)
                | Q(appointed_on__lte=F("term_ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.professional}, {self.institution}"


class TrajectoryStep(RecordedStep):
    """One step of a trajectory."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="steps")

    class Meta:
        verbose_name = _("step of a trajectory")
        verbose_name_plural = _("steps of trajectories")
        ordering = ["at", "pk"]
        constraints = constraints_of(TRAJECTORY, "trajectory_step")


class Milestone(models.Model):
    """One thing to be had or done, by whom, before which day, and why that day."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="milestones")
    code = models.SlugField(_("what"), max_length=40)
    owner = models.CharField(_("who"), max_length=12, choices=ItemOwner.choices)
    order = models.PositiveSmallIntegerField(_("order"))
    due_on = models.DateField(_("before"), null=True, blank=True)
    why = models.CharField(_("why that day"), max_length=40, blank=True)
    is_law = models.BooleanField(_("the law asks it"), default=False)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    credential = models.ForeignKey(
        Credential, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = models.CharField(_("remark"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["trajectory", "order", "pk"]
        indexes = [models.Index(fields=["due_on"], name="milestone_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory", "code"], name="milestone_is_unique_in_trajectory"
            ),
            models.CheckConstraint(
                name="milestone_owner_is_known", condition=Q(owner__in=ItemOwner.values)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Pause(models.Model):
    """Days on which the trajectory stands still; what is due moves along with them."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="pauses")
    run = models.PositiveSmallIntegerField(_("which run"), default=1)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory"],
                condition=Q(ends_on__isnull=True),
                name="pause_is_one_at_a_time",
            ),
            models.CheckConstraint(
                name="pause_is_a_range",
                condition=Q(ends_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}"


class CheckIn(models.Model):
    """Three honest questions to one side in one week of the training; 1 is bad, 5 is good."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="check_ins")
    run = models.PositiveSmallIntegerField(_("which run"), default=1)
    week = models.PositiveSmallIntegerField(_("week"))
    side = models.CharField(_("of whom"), max_length=12, choices=StepSide.choices)
    due_on = models.DateField(_("asked on"))
    feeling = models.PositiveSmallIntegerField(_("how it goes"), null=True, blank=True)
    coached_hours = models.DecimalField(
        _("hours of coaching a week in fact"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
    )
    study_day_kept = models.BooleanField(_("the study day was kept"), null=True, blank=True)
    note = models.CharField(_("what would help"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory", "run", "week", "side"], name="check_in_is_unique_in_run"
            ),
            models.CheckConstraint(
                name="check_in_is_of_one_of_the_two",
                condition=Q(side__in=[StepSide.PROFESSIONAL, StepSide.SCHOOL]),
            ),
            models.CheckConstraint(
                name="check_in_feeling_is_one_to_five",
                condition=Q(feeling__isnull=True) | Q(feeling__range=(1, 5)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.week}"


class HelpTask(models.Model):
    """A friendly task for a named colleague when something slips; the trainee sees it too."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="help_tasks")
    run = models.PositiveSmallIntegerField(_("which run"), default=1)
    signal = models.SlugField(_("what slips"), max_length=60)
    owner = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    opened_on = models.DateField(_("since"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.CharField(_("what was done"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("friendly task")
        verbose_name_plural = _("friendly tasks")
        ordering = ["opened_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory", "run", "signal"], name="help_task_is_one_per_signal_in_run"
            ),
        ]

    def __str__(self) -> str:
        return self.signal


class ModuleProgress(models.Model):
    """How far somebody is with one part of the course."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="modules")
    module = models.ForeignKey(CourseModule, models.PROTECT, related_name="+")
    state = models.CharField(
        _("state"), max_length=6, choices=ModuleState.choices, default=ModuleState.TO_DO
    )

    class Meta:
        verbose_name = _("progress in a part")
        verbose_name_plural = _("progress in parts")
        ordering = ["module__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory", "module"], name="module_progress_is_unique"
            ),
            models.CheckConstraint(
                name="module_progress_state_is_known", condition=Q(state__in=ModuleState.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.module}"


class SubsidyCase(models.Model):
    """One grant for one trajectory, from "to request" to accounted for."""

    trajectory = models.ForeignKey(Trajectory, models.CASCADE, related_name="subsidies")
    run = models.PositiveSmallIntegerField(_("which run"), default=1)
    scheme = models.ForeignKey(SubsidyScheme, models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=SubsidyStatus.choices,
        default=SubsidyStatus.TO_REQUEST,
    )
    opens_on = models.DateField(_("first day to ask"))
    closes_on = models.DateField(_("last day to ask"))
    requested_on = models.DateField(_("requested on"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    amount = models.PositiveIntegerField(_("amount in euros"), null=True, blank=True)
    papers_done = models.CharField(_("papers that are there"), max_length=200, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("grant request")
        verbose_name_plural = _("grant requests")
        ordering = ["-run", "closes_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["trajectory", "run", "scheme"], name="subsidy_case_is_unique_in_run"
            ),
            models.CheckConstraint(
                name="subsidy_status_is_known", condition=Q(status__in=SubsidyStatus.values)
            ),
            models.CheckConstraint(
                name="subsidy_window_is_a_range", condition=Q(opens_on__lte=F("closes_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}"
