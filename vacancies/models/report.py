from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from vacancies.enums import ReportReason
from vacancies.models.vacancy import Vacancy


class Report(models.Model):
    """Somebody says that something is wrong with a vacancy; no account needed, no name kept."""

    vacancy = models.ForeignKey(
        Vacancy, models.CASCADE, related_name="reports", verbose_name=_("vacancy")
    )
    reason = models.CharField(_("reason"), max_length=16, choices=ReportReason.choices)
    text = models.TextField(_("explanation"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("reported at"), default=timezone.now)
    handled_at = models.DateTimeField(_("handled at"), null=True, blank=True)
    handled_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("handled by")
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="report_reason_is_known", condition=models.Q(reason__in=ReportReason.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vacancy}: {self.get_reason_display()}"
