from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Professional
from portal.kit.dayparts import FULL_WEEK
from vacancies.enums import DismissReason, PayScale
from vacancies.models.match import Match


class Muting(models.Model):
    """About which vacancies somebody wants no mail, learnt from a no to one of them.

    The reason tells which value counts; `vacancies.matching.muting` tells what it silences.
    """

    professional = models.ForeignKey(
        Professional, models.CASCADE, related_name="mutings", verbose_name=_("professional")
    )
    match = models.OneToOneField(
        Match, models.CASCADE, related_name="muting", verbose_name=_("match")
    )
    reason = models.CharField(_("reason"), max_length=16, choices=DismissReason.choices)
    distance_m = models.PositiveIntegerField(_("metres from home"), null=True, blank=True)
    day_parts_mask = models.PositiveIntegerField(_("day-parts"), null=True, blank=True)
    domains_mask = models.BigIntegerField(_("domains"), null=True, blank=True)
    competences = models.JSONField(_("competences asked and held"), default=list, blank=True)
    pay_scale = models.CharField(
        _("highest scale"), max_length=2, choices=PayScale.choices, blank=True
    )
    until = models.DateField(_("until"), null=True, blank=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("rule about match mail")
        verbose_name_plural = _("rules about match mail")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="muting_has_the_value_of_its_reason",
                condition=(
                    Q(reason=DismissReason.TOO_FAR, distance_m__isnull=False)
                    | Q(reason=DismissReason.WRONG_TIME, day_parts_mask__range=(1, FULL_WEEK))
                    | Q(reason=DismissReason.WRONG_TRADE, domains_mask__gt=0)
                    | (Q(reason=DismissReason.PAY) & Q(pay_scale__in=PayScale.values))
                    | Q(reason=DismissReason.NOT_NOW, until__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="muting_has_no_value_of_another_reason",
                condition=(
                    (Q(reason=DismissReason.TOO_FAR) | Q(distance_m=None))
                    & (Q(reason=DismissReason.WRONG_TIME) | Q(day_parts_mask=None))
                    & (Q(reason=DismissReason.WRONG_TRADE) | Q(domains_mask=None))
                    & (Q(reason=DismissReason.PAY) | Q(pay_scale=""))
                    & (Q(reason=DismissReason.NOT_NOW) | Q(until=None))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.professional_id}: {self.reason}"
