"""How long an offer waits beyond the day before which the school asked an answer."""

from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from vacancies.enums import PlacementStatus
from vacancies.models import Placement

GRACE: Final = timedelta(days=5)
"""The site's own choice, no term of law: long enough for a call, too short to keep day-parts from
somebody else."""


def last_day(answer_by: date) -> date:
    """The last day on which the answer still counts."""
    return answer_by + GRACE


def last_day_of(placement: Placement, today: date) -> date | None:
    """The same of an offer that waits; None for one without a day, and for one that a moderator
    opened again after it."""
    if placement.status != PlacementStatus.OFFERED or placement.answer_by is None:
        return None
    last = last_day(placement.answer_by)
    return last if today <= last else None


def due(today: date) -> QuerySet[Placement]:
    """Offers that waited to the end. Since the last step, which may be a moderator's that opened
    it again, as many days have passed."""
    passed = today - GRACE
    since = timezone.make_aware(datetime.combine(passed, time.min))
    rows = Placement.objects.filter(status=PlacementStatus.OFFERED, answer_by__lt=passed)
    return rows.exclude(steps__at__gte=since).select_related("application__vacancy").order_by("pk")
