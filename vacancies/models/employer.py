"""What the own employer is asked and answers, through a link without an account."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from portal.kit.dayparts import FULL_WEEK
from vacancies.enums import (
    EmployerScope,
    EmployerStatus,
    LendingBasis,
    LendingFee,
    RefusalGround,
    StepSide,
)
from vacancies.lifecycles import EMPLOYER_REQUEST
from vacancies.models.placement import Placement
from vacancies.models.steps import RecordedStep, constraints_of

PARTIES = (StepSide.PROFESSIONAL, StepSide.SCHOOL, StepSide.EMPLOYER)


class EmployerRequest(models.Model):
    """A request to the employer, only when the professional chose to send it. Of the link only a
    digest is kept; a new link makes the old one void."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    placement = models.OneToOneField(Placement, models.CASCADE, related_name="employer_request")
    status = models.CharField(
        _("status"), max_length=9, choices=EmployerStatus.choices, default=EmployerStatus.ASKED
    )
    scope = models.CharField(_("what is asked"), max_length=9, choices=EmployerScope.choices)
    employer = models.CharField(_("employer"), max_length=120)
    kvk = models.CharField(
        _("KvK number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", _("A KvK number has eight digits."))],
    )
    contact_name = models.CharField(_("who can decide"), max_length=80)
    contact_email = models.EmailField(_("e-mail address"))
    token_digest = models.CharField(max_length=64, unique=True)
    hours_week = models.DecimalField(_("clock hours a week"), max_digits=3, decimal_places=1)
    day_parts_mask = models.PositiveIntegerField(_("day-parts"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    travel_in_own_time = models.BooleanField(_("travel and preparation in own time"), default=True)
    refusal_ground = models.CharField(
        _("objective reason"), max_length=16, choices=RefusalGround.choices, blank=True
    )
    answer_note = models.CharField(_("explanation"), max_length=1000, blank=True)
    counter_mask = models.PositiveIntegerField(_("other day-parts"), default=0)
    asks_confidentiality = models.BooleanField(_("asks confidentiality"), default=False)
    asks_no_recruiting = models.BooleanField(_("asks not to be recruited from"), default=False)
    may_call_back = models.BooleanField(_("may call back to work when needed"), default=False)
    conditions = models.CharField(_("other conditions"), max_length=500, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=80, blank=True)
    text_version = models.CharField(max_length=20, blank=True)
    asked_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    expires_on = models.DateField(_("link works until"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("request to an employer")
        verbose_name_plural = _("requests to employers")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="employer_status_is_known", condition=Q(status__in=EmployerStatus.values)
            ),
            models.CheckConstraint(
                name="employer_scope_is_known", condition=Q(scope__in=EmployerScope.values)
            ),
            models.CheckConstraint(
                name="employer_ground_is_known",
                condition=Q(refusal_ground__in=["", *RefusalGround.values]),
            ),
            models.CheckConstraint(
                name="employer_refused_has_a_ground",
                condition=~Q(status=EmployerStatus.REFUSED) | ~Q(refusal_ground=""),
            ),
            models.CheckConstraint(
                name="employer_answered_has_a_name_and_moment",
                condition=~Q(
                    status__in=[
                        EmployerStatus.GIVEN,
                        EmployerStatus.REFUSED,
                        EmployerStatus.COUNTERED,
                    ]
                )
                | (Q(answered_at__isnull=False) & ~Q(answered_by="")),
            ),
            models.CheckConstraint(
                name="employer_day_parts_are_a_week",
                condition=Q(
                    day_parts_mask__gt=0,
                    day_parts_mask__lte=FULL_WEEK,
                    counter_mask__lte=FULL_WEEK,
                ),
            ),
            models.CheckConstraint(
                name="employer_period_is_a_range",
                condition=Q(ends_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.employer


class EmployerStep(RecordedStep):
    """One step of a request to an employer."""

    request = models.ForeignKey(EmployerRequest, models.CASCADE, related_name="steps")

    class Meta:
        verbose_name = _("step of a request to an employer")
        verbose_name_plural = _("steps of requests to employers")
        ordering = ["at", "pk"]
        constraints = constraints_of(EMPLOYER_REQUEST, "employer_step")


class LendingTerms(models.Model):
    """The fields of a lending agreement that nothing else knows; a draft to sign elsewhere."""

    placement = models.OneToOneField(
        Placement, models.CASCADE, primary_key=True, related_name="lending_terms"
    )
    basis = models.CharField(_("basis of the lending"), max_length=16, choices=LendingBasis.choices)
    admission_number = models.CharField(_("Wtta number or ground"), max_length=80, blank=True)
    fee = models.CharField(
        _("fee"), max_length=14, choices=LendingFee.choices, default=LendingFee.NONE
    )
    fee_percent = models.DecimalField(
        _("percentage above wage cost"),
        max_digits=4,
        decimal_places=1,
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    notice_months = models.PositiveSmallIntegerField(_("months of notice"), default=1)
    supervised_by = models.CharField(_("led and supervised by"), max_length=80, blank=True)
    remarks = models.TextField(_("further agreements"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("lending terms")
        verbose_name_plural = _("lending terms")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="lending_basis_is_known", condition=Q(basis__in=LendingBasis.values)
            ),
            models.CheckConstraint(
                name="lending_fee_is_known", condition=Q(fee__in=LendingFee.values)
            ),
        ]

    def __str__(self) -> str:
        return self.get_basis_display()


class Confirmation(models.Model):
    """One party agreed to its part as it stood; `digest` tells whether that part changed since."""

    placement = models.ForeignKey(Placement, models.CASCADE, related_name="confirmations")
    party = models.CharField(_("party"), max_length=12, choices=StepSide.choices)
    digest = models.CharField(max_length=64)
    typed_name = models.CharField(_("name"), max_length=80)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("confirmation of a party")
        verbose_name_plural = _("confirmations of parties")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="confirmation_party_is_known", condition=Q(party__in=PARTIES)
            ),
            models.UniqueConstraint(
                fields=["placement", "party", "digest"], name="confirmation_is_given_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}"
