"""Courses and grants on the way into class: dated rows, each with its source."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from accounts.models import Place
from portal.kit.dayparts import FULL_WEEK
from portal.kit.fields import WebField
from vacancies.enums import CourseForm, TrainingKind
from vacancies.models.reference import Dated


def said(row: models.Model, name: str) -> str:
    """A text that the row has in two languages, in the reader's."""
    language = "en" if get_language() == "en" else "nl"
    return str(getattr(row, f"{name}_{language}"))


class Course(Dated):
    """A course of one provider at one place; what is not known stays empty.

    Of the day-parts one needs all, or, when there are groups on several days, those of one day.
    """

    code = models.SlugField(_("code"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=TrainingKind.choices)
    provider = models.CharField(_("provider"), max_length=120)
    name = models.CharField(_("name"), max_length=120)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    form = models.CharField(_("form"), max_length=12, choices=CourseForm.choices)
    day_parts_mask = models.PositiveIntegerField(_("day-parts of the course"), default=0)
    is_one_of_days = models.BooleanField(
        _("groups on several days: one day is enough"), default=False
    )
    every_weeks = models.PositiveSmallIntegerField(
        _("once in how many weeks"), default=1, validators=[MinValueValidator(1)]
    )
    months = models.PositiveSmallIntegerField(_("months it takes"), null=True, blank=True)
    hours_week = models.PositiveSmallIntegerField(_("hours a week"), null=True, blank=True)
    price = models.PositiveIntegerField(_("price in euros"), null=True, blank=True)
    price_year = models.PositiveSmallIntegerField(_("price of the year"), null=True, blank=True)
    price_note = models.CharField(_("about the price"), max_length=120, blank=True)
    min_fte = models.DecimalField(
        _("fte of teaching it asks"), max_digits=3, decimal_places=2, null=True, blank=True
    )
    min_lessons = models.PositiveSmallIntegerField(
        _("lesson hours a week it asks"), null=True, blank=True
    )
    entry_nl = models.CharField(_("entry demands (Dutch)"), max_length=300, blank=True)
    entry_en = models.CharField(_("entry demands (English)"), max_length=300, blank=True)
    about_nl = models.CharField(_("about the course (Dutch)"), max_length=500, blank=True)
    about_en = models.CharField(_("about the course (English)"), max_length=500, blank=True)
    website = WebField(_("website"), max_length=300, blank=True)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["kind", "provider", "pk"]
        constraints = [
            models.CheckConstraint(
                name="course_kind_is_known", condition=Q(kind__in=TrainingKind.values)
            ),
            models.CheckConstraint(
                name="course_form_is_known", condition=Q(form__in=CourseForm.values)
            ),
            models.CheckConstraint(
                name="course_day_parts_are_a_week", condition=Q(day_parts_mask__lte=FULL_WEEK)
            ),
            models.CheckConstraint(
                name="course_period_is_a_range",
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
            ),
            models.CheckConstraint(
                name="course_price_has_a_year",
                condition=Q(price__isnull=True) | Q(price_year__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.provider}"

    def get_absolute_url(self) -> str:
        return reverse("course", args=[self.code])

    @property
    def entry(self) -> str:
        return said(self, "entry")

    @property
    def about(self) -> str:
        return said(self, "about")


class CourseStart(models.Model):
    """One run of a course: its first day, and until when one can apply."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="starts")
    starts_on = models.DateField(_("first day"))
    apply_by = models.DateField(_("apply before"), null=True, blank=True)
    intake_by = models.DateField(_("intake before"), null=True, blank=True)
    is_sure = models.BooleanField(_("confirmed by the provider"), default=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("start of a course")
        verbose_name_plural = _("starts of courses")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "starts_on"], name="course_start_is_unique"),
            models.CheckConstraint(
                name="course_start_is_after_applying",
                condition=Q(apply_by__isnull=True) | Q(apply_by__lte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="course_start_is_after_intake",
                condition=Q(intake_by__isnull=True) | Q(intake_by__lte=F("starts_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course}, {self.starts_on:%d-%m-%Y}"


class CourseModule(models.Model):
    """A part of a course that can be done, or be exempted from, by itself."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="modules")
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    name_nl = models.CharField(_("name (Dutch)"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=120)
    ec = models.PositiveSmallIntegerField(
        _("EC"), null=True, blank=True, validators=[MaxValueValidator(60)]
    )
    may_be_exempt = models.BooleanField(_("exemption possible"), default=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("part of a course")
        verbose_name_plural = _("parts of courses")
        ordering = ["course", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["course", "name_nl"], name="course_module_name_is_unique"
            ),
        ]

    def __str__(self) -> str:
        return said(self, "name")


class SubsidyScheme(Dated):
    """A grant: how much, who asks, and the window of days in which it can be asked.

    The window opens `opens_month`-`opens_day` and closes `closes_month`-`closes_day`, in the year
    after the one in which the training began when `closes_next_year`.
    """

    code = models.SlugField(_("code"), max_length=60)
    name_nl = models.CharField(_("name (Dutch)"), max_length=120)
    name_en = models.CharField(_("name (English)"), max_length=120)
    asked_by_nl = models.CharField(_("who asks (Dutch)"), max_length=120)
    asked_by_en = models.CharField(_("who asks (English)"), max_length=120)
    amount = models.PositiveIntegerField(_("at most, in euros"), null=True, blank=True)
    is_a_year = models.BooleanField(_("amount for each year"), default=False)
    opens_month = models.PositiveSmallIntegerField(_("opens in month"))
    opens_day = models.PositiveSmallIntegerField(_("opens on day"))
    closes_month = models.PositiveSmallIntegerField(_("closes in month"))
    closes_day = models.PositiveSmallIntegerField(_("closes on day"))
    closes_next_year = models.BooleanField(_("closes the year after the start"), default=False)
    for_kinds = models.CharField(_("for courses of kind"), max_length=60, default="pdg")
    checklist_nl = models.TextField(_("what is needed (Dutch, one a line)"), max_length=2000)
    checklist_en = models.TextField(_("what is needed (English, one a line)"), max_length=2000)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"], name="subsidy_scheme_is_unique_per_day"
            ),
            models.CheckConstraint(
                name="subsidy_scheme_period_is_a_range",
                condition=Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
            ),
            models.CheckConstraint(
                name="subsidy_scheme_window_is_of_the_calendar",
                condition=Q(
                    opens_month__range=(1, 12),
                    closes_month__range=(1, 12),
                    opens_day__range=(1, 31),
                    closes_day__range=(1, 31),
                ),
            ),
        ]

    def __str__(self) -> str:
        return said(self, "name")

    @property
    def asked_by(self) -> str:
        return said(self, "asked_by")

    @property
    def checklist(self) -> list[str]:
        return said(self, "checklist").splitlines()
