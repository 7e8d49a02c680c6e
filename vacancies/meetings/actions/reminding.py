"""The day before."""

from datetime import timedelta

from django.utils import timezone

from vacancies.meetings import notices, queries


def remind() -> int:
    """Tell both sides of each meeting of tomorrow, once; gives how many meetings."""
    rows = list(queries.on_day(timezone.localdate() + timedelta(days=1)))
    for row in rows:
        notices.remind(row)
    return len(rows)
