"""A small first step together: a talk, a day-part joining in, a guest lesson."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Location, User
from vacancies.enums import MeetingKind, MeetingStatus, StepSide
from vacancies.lifecycles import MEETING
from vacancies.models.application import Application
from vacancies.models.steps import RecordedStep, constraints_of

PROPOSERS = (StepSide.PROFESSIONAL, StepSide.SCHOOL)


class Meeting(models.Model):
    """Proposed by one side, agreed by the other, moved or cancelled by either.

    `sequence` counts the changes, as a calendar wants it (RFC 5545, SEQUENCE).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="meetings")
    kind = models.CharField(_("kind"), max_length=12, choices=MeetingKind.choices)
    status = models.CharField(
        _("status"),
        max_length=9,
        choices=MeetingStatus.choices,
        default=MeetingStatus.PROPOSED,
    )
    location = models.ForeignKey(Location, models.SET_NULL, null=True, blank=True, related_name="+")
    place_note = models.CharField(_("where exactly"), max_length=200, blank=True)
    note = models.TextField(_("what to expect"), max_length=1000, blank=True)
    proposed_by = models.CharField(
        _("proposed by"), max_length=12, choices=StepSide.choices, default=StepSide.SCHOOL
    )
    starts_at = models.DateTimeField(_("begins at"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    agreed_at = models.DateTimeField(_("agreed at"), null=True, blank=True)
    cancelled_by = models.CharField(
        _("cancelled by"), max_length=12, choices=StepSide.choices, blank=True
    )
    cancel_reason = models.CharField(_("why"), max_length=300, blank=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["starts_at", "created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_kind_is_known", condition=Q(kind__in=MeetingKind.values)
            ),
            models.CheckConstraint(
                name="meeting_status_is_known", condition=Q(status__in=MeetingStatus.values)
            ),
            models.CheckConstraint(
                name="meeting_is_proposed_by_one_of_the_two",
                condition=Q(proposed_by__in=PROPOSERS),
            ),
            models.CheckConstraint(
                name="meeting_is_cancelled_by_one_of_the_two",
                condition=Q(cancelled_by__in=["", *PROPOSERS, StepSide.CLOCK]),
            ),
            models.CheckConstraint(
                name="meeting_agreed_has_a_time",
                condition=~Q(status=MeetingStatus.AGREED)
                | Q(starts_at__isnull=False, ends_at__isnull=False, agreed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_ends_after_it_begins",
                condition=Q(starts_at__isnull=True) | Q(starts_at__lt=F("ends_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class MeetingOption(models.Model):
    """One concrete day-part that can be chosen; `day_part` is its bit in the week grid."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="options")
    on = models.DateField(_("day"))
    day_part = models.PositiveSmallIntegerField(_("day-part"))
    starts_at = models.DateTimeField(_("begins at"))
    ends_at = models.DateTimeField(_("ends at"))

    class Meta:
        verbose_name = _("proposed day-part")
        verbose_name_plural = _("proposed day-parts")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "on", "day_part"], name="meeting_option_is_unique"
            ),
            models.CheckConstraint(
                name="meeting_option_is_in_the_week", condition=Q(day_part__lte=17)
            ),
            models.CheckConstraint(
                name="meeting_option_ends_after_it_begins",
                condition=Q(starts_at__lt=F("ends_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"


class MeetingStep(RecordedStep):
    """One step of a meeting. `starts_at` and `ends_at`: the time that was agreed, or fell away;
    `sequence` is the meeting's after the step, so that calendars are told the same at every try."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="steps")
    sequence = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField(_("begins at"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)

    class Meta:
        verbose_name = _("step of a meeting")
        verbose_name_plural = _("steps of meetings")
        ordering = ["at", "pk"]
        constraints = [
            *constraints_of(MEETING, "meeting_step"),
            models.UniqueConstraint(
                fields=["meeting", "sequence"], name="meeting_step_has_its_own_sequence"
            ),
            models.CheckConstraint(
                name="meeting_step_agreed_has_a_time",
                condition=~Q(verb="agree") | Q(starts_at__isnull=False, ends_at__isnull=False),
            ),
        ]


class CalendarFeed(models.Model):
    """The private address of somebody's calendar; raising the serial makes the old one void."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="+")
    serial = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.serial}"
