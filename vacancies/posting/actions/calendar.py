from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.enums import Outcome
from vacancies.models import Vacancy
from vacancies.posting import notices, queries
from vacancies.posting.actions import gates
from vacancies.posting.actions.moving import close
from vacancies.posting.completeness import closing_error
from vacancies.posting.errors import ClosingDateError
from vacancies.posting.lifecycle import LIVE

REMIND_BEFORE = timedelta(days=7)


@transaction.atomic
def extend(vacancy: Vacancy, *, by: User | None, closes_on: date) -> Vacancy:
    """Move the closing date of an open or paused vacancy; the answer moves along.

    Raises ClosingDateError for a date that is past or more than 90 days ahead.
    """
    row = queries.locked(vacancy)
    if row.status not in LIVE:
        raise gates.not_now(row, row.status)
    if closing_error(closes_on, timezone.localdate()):
        raise ClosingDateError
    if row.answer_by and row.closes_on:
        row.answer_by += closes_on - row.closes_on
    row.closes_on = closes_on
    row.version += 1
    row.save(update_fields=["closes_on", "answer_by", "version", "updated_at"])
    audit.record("vacancy.extended", row, by=by, detail={"closes_on": closes_on.isoformat()})
    gates.tell_listeners(row, was=row.status)
    return row


def close_expired(today: date | None = None) -> int:
    """Close what passed its closing date, each in its own transaction; how many."""
    day = today or timezone.localdate()
    pks = queries.past_closing(day).values_list("pk", flat=True)
    return sum(_expire(pk, day) for pk in list(pks))


@transaction.atomic
def _expire(pk: int, day: date) -> bool:
    vacancy = queries.past_closing(day).select_for_update().filter(pk=pk).first()
    if vacancy is None:
        return False
    row = close(vacancy, by=None, outcome=Outcome.EXPIRED)
    notices.tell(notices.VacancyExpired, row, once=f"{row.closes_on:%Y%m%d}")
    return True


def remind_of_closing(today: date | None = None) -> int:
    """Tell HR once for each closing date that lies at most a week ahead; how many vacancies."""
    soon = queries.closing_within(today or timezone.localdate(), REMIND_BEFORE)
    for vacancy in soon:
        notices.tell(notices.VacancyClosingSoon, vacancy, once=f"{vacancy.closes_on:%Y%m%d}")
    return len(soon)
