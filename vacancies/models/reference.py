"""Dated facts of law and cao. Every row says where it comes from and who confirmed it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from accounts.models import User
from portal.kit.fields import WebField
from vacancies.enums import PayScale, PayTableStatus, WordingGround, WordingLevel


class Dated(models.Model):
    """Valid between two days, from a source, confirmed by somebody or still to be confirmed."""

    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    source_title = models.CharField(_("source"), max_length=200)
    source_url = WebField(_("address of the source"), max_length=300, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("confirmed by"),
    )

    class Meta:
        abstract = True


class PayTable(Dated):
    """A pay table of a cao."""

    cao = models.CharField(_("cao"), max_length=20, default="mbo")
    status = models.CharField(_("status"), max_length=10, choices=PayTableStatus.choices)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("pay table")
        verbose_name_plural = _("pay tables")
        ordering = ["cao", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["cao", "valid_from"], name="pay_table_is_unique_per_day"
            ),
            models.CheckConstraint(
                name="pay_table_status_is_known", condition=Q(status__in=PayTableStatus.values)
            ),
            models.CheckConstraint(
                name="pay_table_period_is_a_range",
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
            ),
        ]

    def __str__(self) -> str:
        return f"cao {self.cao}, {self.valid_from:%d-%m-%Y}"


class PayStep(models.Model):
    """Gross euros a month, full time."""

    table = models.ForeignKey(PayTable, models.CASCADE, related_name="steps")
    scale = models.CharField(_("scale"), max_length=2, choices=PayScale.choices)
    step = models.PositiveSmallIntegerField(_("step"))
    gross_month = models.PositiveIntegerField(_("gross a month"))
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("pay step")
        verbose_name_plural = _("pay steps")
        ordering = ["table", "scale", "step"]
        constraints = [
            models.UniqueConstraint(fields=["table", "scale", "step"], name="pay_step_is_unique"),
            models.CheckConstraint(
                name="pay_step_scale_is_known", condition=Q(scale__in=PayScale.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scale}.{self.step:02d}"


class RuleConstant(Dated):
    """A dated number of law, cao or sector agreement."""

    name = models.SlugField(_("name"), max_length=60)
    value = models.CharField(_("value"), max_length=40)
    unit = models.CharField(_("unit"), max_length=120, blank=True)
    confirm_code = models.CharField(_("to be confirmed under"), max_length=4, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rule constant")
        verbose_name_plural = _("rule constants")
        ordering = ["name", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "valid_from"], name="rule_constant_is_unique_per_day"
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(valid_to__isnull=True),
                name="rule_constant_has_one_open_row_per_name",
                violation_error_message=_("Another row of this name has no last day either."),
            ),
            models.CheckConstraint(
                name="rule_constant_period_is_a_range",
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"


class WordingRule(models.Model):
    """Words that shut people out, the ground, and what to write instead."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    level = models.CharField(_("level"), max_length=1, choices=WordingLevel.choices)
    ground = models.CharField(_("ground"), max_length=20, choices=WordingGround.choices)
    pattern = models.CharField(
        _("words"),
        max_length=200,
        help_text=_("Alternatives separated by |; * is any letters, # is a number."),
    )
    neutral_nl = models.CharField(_("neutral alternative in Dutch"), max_length=200)
    neutral_en = models.CharField(_("neutral alternative in English"), max_length=200)
    is_active = models.BooleanField(_("in use"), default=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("wording rule")
        verbose_name_plural = _("wording rules")
        ordering = ["ground", "code"]
        constraints = [
            models.CheckConstraint(
                name="wording_level_is_known", condition=Q(level__in=WordingLevel.values)
            ),
            models.CheckConstraint(
                name="wording_ground_is_known", condition=Q(ground__in=WordingGround.values)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class WordingException(models.Model):
    """Words that look like a hit and are none."""

    pattern = models.CharField(_("words"), max_length=120, unique=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("wording exception")
        verbose_name_plural = _("wording exceptions")
        ordering = ["pattern"]

    def __str__(self) -> str:
        return self.pattern
