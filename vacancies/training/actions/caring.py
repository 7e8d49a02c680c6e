"""What the clock does for every trajectory that runs: ask, notice what slips, remind."""

import logging
from collections.abc import Iterator
from datetime import date

from django.db import DatabaseError, transaction
from django.utils import timezone

from accounts.models import User
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.routes.book import rule_book
from vacancies.training import care, care_notices, queries, reminders
from vacancies.training.actions import checking_in, helping
from vacancies.training.care_notices import Told

log = logging.getLogger(__name__)


def care_for_all(today: date | None = None) -> int:
    """Once a day, or later when a day was missed: what is due is told once, whatever ran before.

    One trajectory that fails stops no other. Gives how many were looked at.
    """
    on = today or timezone.localdate()
    helping.close_ended(on)
    keys = list(care.cared_for().values_list("pk", flat=True))
    for key in keys:
        try:
            _care_for(key, on)
        except DatabaseError:
            log.exception("A trajectory could not be cared for")
    return len(keys)


@transaction.atomic
def _care_for(key: int, today: date) -> None:
    row = queries.by_pk([key]).first()
    if row is None:
        return
    held = care.of_row(queries.locked(row))
    if held.status in care.RESTING:
        return
    checking_in.ask(held, today)
    fresh = care.of_row(held)
    care_notices.check_ins_asked(fresh, today)
    helping.follow(fresh, today)
    care_notices.reminded(_told(fresh, today))


def _told(row: Trajectory, today: date) -> Iterator[Told]:
    """Each reminder of today with who reads it."""
    readers: dict[Side, list[User]] = {
        Side.PROFESSIONAL: [row.professional.user],
        Side.SCHOOL: queries.readers_at_school(row),
    }
    for reminder in reminders.due(care.deadlines_of(row), today, rule_book()):
        for side in reminder.sides:
            for user in readers[side]:
                yield Told(row, reminder, side, user)
