"""An offer that nobody answered does not wait for ever."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from vacancies.applications import actions as applications
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import lapsing, notices
from vacancies.placement.actions.moving import held, move


def lapse_by_clock(today: date | None = None) -> int:
    """Offers whose answer did not come, some days after it was asked; how many."""
    on = today or timezone.localdate()
    return sum(_lapse_one(row, on) for row in list(lapsing.due(on)))


@transaction.atomic
def _lapse_one(placement: Placement, today: date) -> bool:
    """Under the lock once more: an answer, or another worker, may have been first."""
    _vacancy, row = held(placement)
    if not lapsing.due(today).filter(pk=row.pk).exists():
        return False
    move(row, "lapse", side=Side.CLOCK, by=None)
    applications.lapse(row.application)
    notices.lapsed(row)
    return True
