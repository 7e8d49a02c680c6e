from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import ConsentKind
from accounts.models.organisation import Institution
from accounts.models.professional import Professional
from accounts.models.user import User


class Consent(models.Model):
    """A yes that can be shown later: to which text, when given, when taken back."""

    user = models.ForeignKey(User, models.CASCADE, related_name="consents", verbose_name=_("user"))
    kind = models.CharField(_("for what"), max_length=12, choices=ConsentKind.choices)
    text_version = models.CharField(_("version of the text"), max_length=20)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="consent_kind_is_known", condition=models.Q(kind__in=ConsentKind.values)
            ),
            models.UniqueConstraint(
                fields=["user", "kind"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="consent_one_running_per_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class ProfileView(models.Model):
    """A school looked at a profile; its owner sees who and when."""

    professional = models.ForeignKey(
        Professional, models.CASCADE, related_name="views", verbose_name=_("professional")
    )
    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="+", verbose_name=_("institution")
    )
    viewer = models.ForeignKey(
        User, models.SET_NULL, null=True, related_name="+", verbose_name=_("viewer")
    )
    with_name = models.BooleanField(_("with name and contact"), default=False)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("look at a profile")
        verbose_name_plural = _("looks at profiles")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["professional", "-at"], name="profile_view_timeline")]

    def __str__(self) -> str:
        return f"{self.institution} {self.at:%Y-%m-%d %H:%M}"
