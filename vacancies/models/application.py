import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import MembershipStatus
from accounts.models import Professional, User
from vacancies.enums import OPEN_APPLICATION, ApplicationStatus
from vacancies.models.vacancy import Vacancy


class ApplicationQuerySet(models.QuerySet["Application"]):
    def open(self) -> "ApplicationQuerySet":
        return self.filter(status__in=OPEN_APPLICATION)

    def visible_to(self, user: User) -> "ApplicationQuerySet":
        """The own ones of a professional, and those received by a colleague's institution."""
        if not user.is_authenticated:
            return self.none()
        received = Q(
            vacancy__institution__memberships__user=user,
            vacancy__institution__memberships__status=MembershipStatus.ACTIVE,
        )
        return self.filter(Q(professional__user=user) | received).distinct()


class Application(models.Model):
    """A professional's yes to a vacancy: from here on the school sees name and contact."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    vacancy = models.ForeignKey(
        Vacancy, models.PROTECT, related_name="applications", verbose_name=_("vacancy")
    )
    professional = models.ForeignKey(
        Professional, models.CASCADE, related_name="applications", verbose_name=_("professional")
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=ApplicationStatus.choices,
        default=ApplicationStatus.NEW,
    )
    message = models.TextField(_("message to the school"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("said yes at"), default=timezone.now)
    updated_at = models.DateTimeField(auto_now=True)
    seen_at = models.DateTimeField(_("seen by the school at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "professional"], name="application_pair_is_unique"
            ),
            models.CheckConstraint(
                name="application_status_is_known", condition=Q(status__in=ApplicationStatus.values)
            ),
            models.CheckConstraint(
                name="application_ended_has_a_moment",
                condition=Q(status__in=OPEN_APPLICATION, ended_at__isnull=True)
                | (~Q(status__in=OPEN_APPLICATION) & Q(ended_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vacancy}, {self.professional}"

    @property
    def is_open(self) -> bool:
        """Whether it goes on: neither placed nor ended."""
        return self.status in OPEN_APPLICATION


class SavedVacancy(models.Model):
    """A professional keeps a vacancy for later."""

    professional = models.ForeignKey(Professional, models.CASCADE, related_name="saved_vacancies")
    vacancy = models.ForeignKey(Vacancy, models.CASCADE, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("saved vacancy")
        verbose_name_plural = _("saved vacancies")
        ordering = ["-saved_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["professional", "vacancy"], name="saved_vacancy_is_unique"
            ),
        ]

    def __str__(self) -> str:
        return str(self.vacancy)
