"""Papers of a professional, and which school saw them."""

import uuid

from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import (
    CheckOutcome,
    CourseKind,
    CredentialKind,
    CredentialOrigin,
    CredentialScope,
)
from accounts.models.organisation import Institution
from accounts.models.professional import Professional
from accounts.models.user import User

SCOPED = (
    CredentialKind.FOREIGN_DIPLOMA,
    CredentialKind.EU_RECOGNITION,
    CredentialKind.FOREIGN_EQUATED,
)


def private_files() -> Storage:
    """Where papers are kept: outside every folder that is served."""
    return storages["private"]


def file_address(credential: "Credential | None", name: str) -> str:
    """A name that says nothing about the person or the paper."""
    return f"papers/{uuid.uuid4().hex}"


class Credential(models.Model):
    """A paper as its owner tells it; a school notes for itself what it saw. A VOG is dates only."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    professional = models.ForeignKey(Professional, models.CASCADE, related_name="credentials")
    kind = models.CharField(_("kind"), max_length=20, choices=CredentialKind.choices)
    field = models.CharField(_("field or subject"), max_length=80, blank=True)
    scope = models.CharField(
        _("work it is about"), max_length=10, choices=CredentialScope.choices, blank=True
    )
    origin = models.CharField(
        _("where it is from"), max_length=10, choices=CredentialOrigin.choices, blank=True
    )
    issuer = models.CharField(_("issued by"), max_length=120, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    file = models.FileField(_("file"), storage=private_files, upload_to=file_address, blank=True)
    file_name = models.CharField(_("name of the file"), max_length=120, blank=True)
    file_type = models.CharField(_("type of the file"), max_length=40, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["kind", "-issued_on", "pk"]
        indexes = [
            models.Index(fields=["professional", "kind"], name="credential_of_professional"),
            models.Index(fields=["valid_until"], name="credential_runs_out"),
        ]
        constraints = [
            models.CheckConstraint(
                name="credential_kind_is_known", condition=Q(kind__in=CredentialKind.values)
            ),
            models.CheckConstraint(
                name="credential_scope_is_known",
                condition=Q(scope__in=["", *CredentialScope.values]),
            ),
            models.CheckConstraint(
                name="credential_origin_is_known",
                condition=Q(origin__in=["", *CredentialOrigin.values]),
            ),
            models.CheckConstraint(
                name="credential_from_abroad_has_a_scope",
                condition=~Q(kind__in=SCOPED) | ~Q(scope=""),
            ),
            models.CheckConstraint(
                name="credential_foreign_diploma_has_an_origin",
                condition=~Q(kind=CredentialKind.FOREIGN_DIPLOMA) | ~Q(origin=""),
            ),
            models.CheckConstraint(
                name="credential_vog_is_only_dates",
                condition=~Q(kind=CredentialKind.VOG)
                | Q(file="", file_name="", file_type="", field="", issued_on__isnull=False),
            ),
            models.CheckConstraint(
                name="credential_period_is_a_range",
                condition=Q(issued_on__isnull=True)
                | Q(valid_until__isnull=True)
                | Q(issued_on__lte=F("valid_until")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class CredentialCheck(models.Model):
    """A school looked at a paper. It counts for that school only."""

    credential = models.ForeignKey(Credential, models.CASCADE, related_name="checks")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    outcome = models.CharField(_("outcome"), max_length=8, choices=CheckOutcome.choices)
    shown_on = models.DateField(_("shown on"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    seen_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("paper seen")
        verbose_name_plural = _("papers seen")
        ordering = ["-shown_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["credential", "institution"], name="credential_check_is_unique_per_school"
            ),
            models.CheckConstraint(
                name="credential_check_outcome_is_known",
                condition=Q(outcome__in=CheckOutcome.values),
            ),
            models.CheckConstraint(
                name="credential_rejected_has_a_reason",
                condition=~Q(outcome=CheckOutcome.REJECTED) | ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.credential}, {self.institution}"


class RouteAnswers(models.Model):
    """What the law asks besides papers, as the professional tells it. Not told is null.

    A court ban itself is never kept: only the declaration that there is none.
    """

    professional = models.OneToOneField(
        Professional, models.CASCADE, primary_key=True, related_name="route_answers"
    )
    papers_told_on = models.DateField(_("all papers told on"), null=True, blank=True)
    no_ban_declared_on = models.DateField(
        _("declared not to be excluded on"), null=True, blank=True
    )
    practice_since = models.DateField(_("in this occupation since"), null=True, blank=True)
    instructor_since = models.DateField(
        _("instructor at an mbo school since"), null=True, blank=True
    )
    course_kind = models.CharField(
        _("course with instructor work"), max_length=4, choices=CourseKind.choices, blank=True
    )
    course_until = models.DateField(_("last day of the course"), null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("answers about routes")
        verbose_name_plural = _("answers about routes")
        ordering = ["professional"]
        constraints = [
            models.CheckConstraint(
                name="route_answers_course_is_whole",
                condition=Q(course_kind="", course_until__isnull=True)
                | (Q(course_kind__in=CourseKind.values) & Q(course_until__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.professional)
