"""Every day: remind a school of what it promised, and tell who waits when the day has passed."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from vacancies.selection import notices, queries
from vacancies.selection.promises import FURTHEST, stage_of


@transaction.atomic
def keep_promises(today: date | None = None) -> int:
    """Each reminder once, however often and late this runs; gives how many vacancies it is about."""
    day = today or timezone.localdate()
    rows = queries.promises_until(day, FURTHEST)
    for vacancy in rows:
        notices.answers_due(vacancy, stage_of(vacancy.answer_by or day, day))
    notices.answers_late(queries.left_without_answer(day))
    return len(rows)
