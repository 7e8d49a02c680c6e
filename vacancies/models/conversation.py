"""What is said within one application, and how it moved on."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Institution, User
from accounts.models.credential import private_files
from vacancies.enums import StepSide
from vacancies.lifecycles import APPLICATION
from vacancies.models.application import Application
from vacancies.models.steps import RecordedStep, constraints_of

SPEAKERS = (StepSide.PROFESSIONAL, StepSide.SCHOOL)


def file_address(message: "Message | None", name: str) -> str:
    """A name that says nothing about the people or the file."""
    return f"messages/{uuid.uuid4().hex}"


class ApplicationStep(RecordedStep):
    """One step of an application."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="steps")

    class Meta:
        verbose_name = _("step of an application")
        verbose_name_plural = _("steps of applications")
        ordering = ["at", "pk"]
        constraints = constraints_of(APPLICATION, "application_step")


class Message(models.Model):
    """One side writes to the other, with at most one file; never changed."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="messages")
    side = models.CharField(_("written by"), max_length=12, choices=StepSide.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(_("message"), max_length=4000, blank=True)
    file = models.FileField(_("file"), storage=private_files, upload_to=file_address, blank=True)
    file_name = models.CharField(_("name of the file"), max_length=120, blank=True)
    file_type = models.CharField(_("type of the file"), max_length=40, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("read by the other side at"), null=True, blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="message_is_of_one_of_the_two", condition=Q(side__in=SPEAKERS)
            ),
            models.CheckConstraint(
                name="message_says_something", condition=~Q(text="") | ~Q(file="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}, {self.at:%d-%m-%Y}"


class MessageTemplate(models.Model):
    """A text that a school often sends."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="message_templates")
    name = models.CharField(_("name"), max_length=60)
    text = models.TextField(_("message"), max_length=2000)
    is_for_declining = models.BooleanField(_("for “not further”"), default=False)

    class Meta:
        verbose_name = _("message template")
        verbose_name_plural = _("message templates")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "name"], name="message_template_name_is_unique"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Opinion(models.Model):
    """What a head of department without an account thinks, asked by a link in a mail.

    Of the link only a digest is kept.
    """

    application = models.ForeignKey(Application, models.CASCADE, related_name="opinions")
    email = models.EmailField(_("e-mail address"))
    token_digest = models.CharField(max_length=64, unique=True)
    asked_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("link works until"))
    is_yes = models.BooleanField(_("yes"), null=True, blank=True)
    note = models.CharField(_("explanation"), max_length=500, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("opinion of a colleague")
        verbose_name_plural = _("opinions of colleagues")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "email"], name="opinion_is_asked_once_of_an_address"
            ),
            models.CheckConstraint(
                name="opinion_answered_has_a_moment",
                condition=Q(is_yes__isnull=True, answered_at__isnull=True)
                | Q(is_yes__isnull=False, answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}"
