"""Papers that run out."""

from datetime import date

from django.utils import timezone

from accounts.credentials import notices, queries
from accounts.credentials.calendar import Term, term_due


def remind(today: date | None = None) -> int:
    """Tell once, three months, a month and a week ahead; how many papers are within such a term.

    A day on which this did not run is made good on the next; a term that has passed is skipped.
    """
    today = today or timezone.localdate()
    papers = queries.running_out(today)
    for term in Term:
        due = [
            row for row in papers if row.valid_until and term_due(row.valid_until, today) == term
        ]
        if due:
            notices.tell(term, due)
    return len(papers)
