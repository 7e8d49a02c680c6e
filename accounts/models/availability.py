from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.professional import Professional
from portal.kit.dayparts import FULL_WEEK


class Availability(models.Model):
    """The day-parts of an ordinary week on which somebody is free; see `portal.kit.dayparts`."""

    professional = models.OneToOneField(
        Professional, models.CASCADE, primary_key=True, related_name="availability"
    )
    day_parts_mask = models.PositiveIntegerField(_("free day-parts"), default=0)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("availability")
        verbose_name_plural = _("availability")
        ordering = ["professional"]
        constraints = [
            models.CheckConstraint(
                name="availability_is_a_week", condition=models.Q(day_parts_mask__lte=FULL_WEEK)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day_parts_mask:018b}"
