from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vacancies.models.match import Match


class Lapse(models.Model):
    """A time in which a pair that people were told of did not fit.

    `failed_mask`: the musts that failed when it began, by bit of `matching.criteria`; 0 when the
    pair could not meet at all, as one of both was not open, visible or shown to the other.
    """

    match = models.ForeignKey(Match, models.CASCADE, related_name="lapses", verbose_name=_("match"))
    from_at = models.DateTimeField(_("no longer fits since"))
    until_at = models.DateTimeField(_("fits again since"), null=True, blank=True)
    failed_mask = models.PositiveIntegerField(_("musts that failed"))

    class Meta:
        verbose_name = _("time in which a match did not fit")
        verbose_name_plural = _("times in which a match did not fit")
        ordering = ["from_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["match"],
                condition=Q(until_at=None),
                name="lapse_of_a_match_is_one_at_a_time",
            ),
            models.CheckConstraint(
                name="lapse_ends_after_it_begins",
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.match_id}: {self.from_at:%Y-%m-%d}"
