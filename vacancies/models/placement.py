"""From an offer to standing in class: what was agreed, what must be there before the start."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import EmploymentForm, FunctionKind
from accounts.models import User
from portal.kit.dayparts import FULL_WEEK
from vacancies.enums import ItemOwner, PlacementStatus
from vacancies.lifecycles import PLACEMENT
from vacancies.models.application import Application
from vacancies.models.steps import RecordedStep, constraints_of

STANDING = (PlacementStatus.OFFERED, PlacementStatus.ACCEPTED, PlacementStatus.STARTED)


class Placement(models.Model):
    """An offer, and after the yes the work itself. Its hours are its planned blocks, one a route,
    so that the hours guard counts them without knowing of placements."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="placements")
    status = models.CharField(
        _("status"),
        max_length=9,
        choices=PlacementStatus.choices,
        default=PlacementStatus.OFFERED,
    )
    function_kind = models.CharField(_("function"), max_length=20, choices=FunctionKind.choices)
    day_parts_mask = models.PositiveIntegerField(_("day-parts"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    employment_form = models.CharField(
        _("employment form"), max_length=20, choices=EmploymentForm.choices
    )
    fte = models.DecimalField(_("fte"), max_digits=5, decimal_places=4, null=True, blank=True)
    hours_elsewhere = models.DecimalField(
        _("clock hours a week at other employers"),
        max_digits=3,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(80)],
    )
    has_other_employer = models.BooleanField(_("works elsewhere too"), default=True)
    coach = models.CharField(_("coach"), max_length=80, blank=True)
    coach_hours_week = models.DecimalField(
        _("hours of coaching a week"), max_digits=3, decimal_places=1, default=0
    )
    message = models.TextField(_("message with the offer"), max_length=2000, blank=True)
    answer_by = models.DateField(_("answer before"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(status__in=STANDING),
                name="placement_is_one_at_a_time",
            ),
            models.CheckConstraint(
                name="placement_status_is_known", condition=Q(status__in=PlacementStatus.values)
            ),
            models.CheckConstraint(
                name="placement_function_is_known",
                condition=Q(function_kind__in=FunctionKind.values),
            ),
            models.CheckConstraint(
                name="placement_employment_form_is_known",
                condition=Q(employment_form__in=EmploymentForm.values),
            ),
            models.CheckConstraint(
                name="placement_day_parts_are_a_week",
                condition=Q(day_parts_mask__gt=0, day_parts_mask__lte=FULL_WEEK),
            ),
            models.CheckConstraint(
                name="placement_period_is_a_range",
                condition=Q(ends_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}"


class PlacementStep(RecordedStep):
    """One step of a placement."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="steps")

    class Meta:
        verbose_name = _("step of a placement")
        verbose_name_plural = _("steps of placements")
        ordering = ["at", "pk"]
        constraints = constraints_of(PLACEMENT, "placement_step")


class StartItem(models.Model):
    """Something that must be there before the start; what the law asks blocks it."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="start_items")
    code = models.SlugField(_("what"), max_length=40)
    owner = models.CharField(_("who"), max_length=12, choices=ItemOwner.choices)
    is_law = models.BooleanField(_("the law asks it"), default=False)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(_("remark"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("item of a start check")
        verbose_name_plural = _("items of start checks")
        ordering = ["placement", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "code"], name="start_item_is_unique_in_placement"
            ),
            models.CheckConstraint(
                name="start_item_owner_is_known", condition=Q(owner__in=ItemOwner.values)
            ),
        ]

    def __str__(self) -> str:
        return self.code
