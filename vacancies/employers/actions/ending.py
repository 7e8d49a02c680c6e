"""What time does, and what happens when the work itself does not go on."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from vacancies.employers import letters, notices, queries
from vacancies.employers.actions.moving import held, move
from vacancies.enums import ApplicationStatus
from vacancies.lifecycles import Side
from vacancies.models import Application, ApplicationStep, EmployerRequest

REMIND_DAYS = 7
GOES_ON = (ApplicationStatus.OFFERED, ApplicationStatus.PLACED)


def expire_by_clock(today: date | None = None) -> int:
    """Requests whose link ran out without an answer; how many."""
    day = today or timezone.localdate()
    return sum(_expire(row, day) for row in list(queries.due_to_expire(day)))


def remind(today: date | None = None) -> int:
    """A week before the link runs out, once a question; for how many it is that time."""
    rows = list(queries.about_to_expire(today or timezone.localdate(), REMIND_DAYS))
    for row in rows:
        letters.remind(row)
    return len(rows)


def follow(application: Application, step: ApplicationStep) -> None:
    """The talk left its offer or placement: the employer hears that nothing is asked any more."""
    if step.target in GOES_ON or step.source not in GOES_ON:
        return
    for row in queries.open_of(application):
        if row.status in queries.OPEN:
            move(queries.locked(row), "expire", side=Side.CLOCK)
        letters.off(row)


@transaction.atomic
def _expire(request: EmployerRequest, today: date) -> bool:
    """Under the lock once more: an answer may have been first."""
    row = held(request)
    if row.status not in queries.OPEN or row.expires_on >= today:
        return False
    move(row, "expire", side=Side.CLOCK)
    notices.answered(row, "expire")
    return True
