from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.Model):
    """Who did what to which row, and when. Codes and numbers only, never personal text."""

    verb = models.CharField(_("what"), max_length=60)
    target_type = models.CharField(_("kind of row"), max_length=60)
    target_id = models.PositiveBigIntegerField(_("row"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    detail = models.JSONField(_("detail"), default=dict, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["target_type", "target_id", "-at"], name="audit_timeline")]

    def __str__(self) -> str:
        return f"{self.verb} {self.target_type} {self.target_id}"
