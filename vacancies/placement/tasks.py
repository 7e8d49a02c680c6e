"""What the clock does with placements; both may run twice or late."""

from datetime import timedelta
from typing import Final

from celery import shared_task
from django.utils import timezone

from vacancies.placement import actions, notices, queries

REMIND_BEFORE: Final = timedelta(days=3)


@shared_task(name="vacancies.end_placements")
def end_placements() -> int:
    """Placements of which the last day has passed."""
    return actions.end_by_clock()


@shared_task(name="vacancies.lapse_offers")
def lapse_offers() -> int:
    """Offers that got no answer, some days after it was asked."""
    return actions.lapse_by_clock()


@shared_task(name="vacancies.remind_of_offers")
def remind_of_offers() -> int:
    """Once an offer: its answer is asked within days."""
    today = timezone.localdate()
    rows = list(queries.unanswered_until(today + REMIND_BEFORE, today))
    for row in rows:
        notices.waits(row)
    return len(rows)
