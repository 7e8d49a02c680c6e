from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Professional, User
from vacancies.enums import DismissReason, MatchState
from vacancies.models.vacancy import Vacancy


class MatchQuerySet(models.QuerySet["Match"]):
    def current(self) -> "MatchQuerySet":
        """Pairs that fit today, on both sides open and visible."""
        return self.filter(is_current=True)

    def by_score(self) -> "MatchQuerySet":
        """Best first, then the newest vacancy, then by number."""
        return self.order_by("-score", "-vacancy__published_at", "pk")


class Match(models.Model):
    """A professional who meets every must of a vacancy. Written by `vacancies.matching` alone.

    A pair that no longer fits is deleted if nobody was told, else kept with `is_current` off and a
    `Lapse` that tells since when and why.
    """

    vacancy = models.ForeignKey(
        Vacancy,
        models.CASCADE,
        related_name="matches",
        db_index=False,  # the index of the pair begins with it
        verbose_name=_("vacancy"),
    )
    professional = models.ForeignKey(
        Professional,
        models.CASCADE,
        related_name="matches",
        db_index=False,  # `match_of_professional` begins with it
        verbose_name=_("professional"),
    )
    score = models.PositiveSmallIntegerField(_("score"))
    rule_version = models.PositiveSmallIntegerField(_("version of the rules"))
    is_current = models.BooleanField(_("fits today"), default=True, db_default=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=MatchState.choices,
        default=MatchState.NEW,
        db_default=MatchState.NEW,
    )
    dismiss_reason = models.CharField(
        _("why not relevant"),
        max_length=16,
        choices=DismissReason.choices,
        blank=True,
        db_default="",
    )
    matched_at = models.DateTimeField(_("matched at"), default=timezone.now)
    notified_at = models.DateTimeField(_("told at"), null=True, blank=True)
    seen_at = models.DateTimeField(_("seen at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    invited_at = models.DateTimeField(_("invited at"), null=True, blank=True)
    invited_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("invited by")
    )

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ["-score", "-matched_at", "-pk"]
        indexes = [
            models.Index(
                fields=["professional", "is_current", "-score"], name="match_of_professional"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "professional"], name="match_pair_is_unique"
            ),
            models.CheckConstraint(name="match_score_is_0_to_100", condition=Q(score__lte=100)),
            models.CheckConstraint(
                name="match_state_is_known", condition=Q(state__in=MatchState.values)
            ),
            models.CheckConstraint(
                name="match_dismissed_and_only_then_has_a_reason",
                condition=(
                    Q(state=MatchState.DISMISSED) & Q(dismiss_reason__in=DismissReason.values)
                )
                | (~Q(state=MatchState.DISMISSED) & Q(dismiss_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vacancy_id}, {self.professional_id}: {self.score}"
