"""What a school decides about a person, and the hours it plans. Neither travels to another."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import FunctionKind
from accounts.models import Institution, Professional, User
from vacancies.codes import Decision, Route
from vacancies.enums import PlacementStatus
from vacancies.models.vacancy import Vacancy

ROUTES = [str(route) for route in Route]
DECISIONS = [str(decision) for decision in Decision]
WORKED = (PlacementStatus.STARTED, PlacementStatus.ENDED)
COUNTED = (PlacementStatus.ACCEPTED, *WORKED)


class BoardDecision(models.Model):
    """One judgement, statement or period, by one school about one person; never changed.

    Of the same kind and route the newest counts; a later "no" closes until judged anew.
    """

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    professional = models.ForeignKey(Professional, models.CASCADE, related_name="board_decisions")
    kind = models.CharField(_("kind"), max_length=32)
    is_yes = models.BooleanField(_("yes"), default=True)
    route = models.CharField(_("route"), max_length=32, blank=True)
    decided_on = models.DateField(_("decided on"))
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(_("ground"), max_length=500, blank=True)
    recorded_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("decision of a school")
        verbose_name_plural = _("decisions of schools")
        ordering = ["-decided_on", "-pk"]
        indexes = [
            models.Index(fields=["professional", "institution"], name="board_decision_of_pair")
        ]
        constraints = [
            models.CheckConstraint(
                name="board_decision_kind_is_known", condition=Q(kind__in=DECISIONS)
            ),
            models.CheckConstraint(
                name="board_decision_route_is_known", condition=Q(route__in=["", *ROUTES])
            ),
            models.CheckConstraint(
                name="board_decision_period_is_a_range",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="board_decision_of_a_period_has_one",
                condition=~Q(kind__in=[Decision.WORKED, Decision.EXEMPTION_DECISION])
                | (Q(starts_on__isnull=False, ends_on__isnull=False) & ~Q(route="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decided_on}"


class PlannedBlockQuerySet(models.QuerySet["PlannedBlock"]):
    def shown(self) -> "PlannedBlockQuerySet":
        """Plans, and what was offered; not what was refused or called off."""
        return self._of(PlacementStatus.OFFERED, *COUNTED)

    def counted(self) -> "PlannedBlockQuerySet":
        """What uses up a budget: plans, and placements from the yes on."""
        return self._of(*COUNTED)

    def worked(self) -> "PlannedBlockQuerySet":
        """What becomes a period of work once it begins: not a placement that never started."""
        return self._of(*WORKED)

    def _of(self, *states: str) -> "PlannedBlockQuerySet":
        return self.filter(Q(placement=None) | Q(placement__status__in=states))


class PlannedBlock(models.Model):
    """Hours that a school plans with one person, all under one route, within one study year."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="planned_blocks")
    professional = models.ForeignKey(Professional, models.CASCADE, related_name="planned_blocks")
    vacancy = models.ForeignKey(
        Vacancy, models.SET_NULL, null=True, blank=True, related_name="planned_blocks"
    )
    placement = models.ForeignKey(
        "vacancies.Placement", models.CASCADE, null=True, blank=True, related_name="blocks"
    )
    function_kind = models.CharField(_("function"), max_length=20, choices=FunctionKind.choices)
    route = models.CharField(_("route"), max_length=32)
    week_hours = models.DecimalField(
        _("clock hours a week"),
        max_digits=3,
        decimal_places=1,
        validators=[MinValueValidator(1), MaxValueValidator(40)],
    )
    weeks = models.PositiveSmallIntegerField(
        _("number of weeks"), validators=[MinValueValidator(1), MaxValueValidator(52)]
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    fte = models.DecimalField(
        _("fte of teaching tasks"), max_digits=5, decimal_places=4, null=True, blank=True
    )
    lesson_hours = models.DecimalField(
        _("lesson hours a week"), max_digits=3, decimal_places=1, null=True, blank=True
    )
    is_lent = models.BooleanField(_("lent by the own employer"), default=False)
    named_teacher = models.CharField(_("responsible teacher"), max_length=80, blank=True)
    planned_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    planned_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PlannedBlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned block of hours")
        verbose_name_plural = _("planned blocks of hours")
        ordering = ["starts_on", "pk"]
        indexes = [
            models.Index(fields=["professional", "starts_on"], name="planned_of_professional")
        ]
        constraints = [
            models.CheckConstraint(
                name="planned_function_is_known",
                condition=Q(function_kind__in=FunctionKind.values),
            ),
            models.CheckConstraint(name="planned_route_is_known", condition=Q(route__in=ROUTES)),
            models.CheckConstraint(
                name="planned_period_is_a_range",
                condition=Q(ends_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="planned_hours_are_some", condition=Q(week_hours__gt=0, weeks__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.route}, {self.week_hours} × {self.weeks}"

    @property
    def counts(self) -> bool:
        """Whether it uses up a budget; see `PlannedBlockQuerySet.counted`."""
        return self.placement is None or self.placement.status in COUNTED
