"""History of what has a lifecycle: one row a step, never changed, replayable to the state."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from vacancies.enums import StepSide
from vacancies.lifecycles import Process


class RecordedStep(models.Model):
    """From where to where, by whom, when. A moderator's undo goes back and says why."""

    verb = models.CharField(_("step"), max_length=20)
    source = models.CharField(_("from"), max_length=20, blank=True)
    target = models.CharField(_("to"), max_length=20)
    side = models.CharField(_("taken by"), max_length=12, choices=StepSide.choices)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("at"), default=timezone.now, editable=False)
    is_undo = models.BooleanField(_("undoes the step before"), default=False)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


def constraints_of(process: Process, name: str) -> list[models.BaseConstraint]:
    """The table of a process as constraints on its rows; an undo may go back along any step."""
    legal = Q(source="", target=process.first)
    back = Q(pk__isnull=True)
    for source, target in process.pairs:
        legal |= Q(source=source, target=target)
        back |= Q(source=target, target=source)
    return [
        models.CheckConstraint(
            name=f"{name}_follows_the_table",
            condition=(Q(is_undo=False) & legal) | (Q(is_undo=True) & back),
        ),
        models.CheckConstraint(
            name=f"{name}_undone_has_a_reason", condition=Q(is_undo=False) | ~Q(reason="")
        ),
        models.CheckConstraint(name=f"{name}_side_is_known", condition=Q(side__in=StepSide.values)),
    ]
