from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.enums import InstitutionStatus
from accounts.models import User
from vacancies.enums import Outcome
from vacancies.enums import VacancyStatus as Status
from vacancies.models import Vacancy
from vacancies.posting import hooks
from vacancies.posting.actions import gates
from vacancies.posting.completeness import closing_error
from vacancies.posting.errors import ClosingDateError, InstitutionNotVerifiedError


@transaction.atomic
def submit(vacancy: Vacancy, *, by: User | None, ground: str = "") -> Vacancy:
    """Send in a whole draft; `ground` is why blocked words stay, and a moderator reads it.

    A school that is still to be verified may send in: approving waits for that. Raises
    NotWholeError, WordingBlockedError, InstitutionNotVerifiedError, IllegalTransitionError.
    """
    row = gates.locked_for_step(vacancy, Status.SUBMITTED)
    if ground.strip():
        row.wording_ground = ground.strip()
    if row.institution.status == InstitutionStatus.SUSPENDED:
        raise InstitutionNotVerifiedError
    gates.require_whole(row)
    gates.require_fair_words(row)
    row.review_since = timezone.now()
    gates.step(row, Status.SUBMITTED, fields=["wording_ground", "review_since"])
    audit.record("vacancy.submitted", row, by=by)
    return row


@transaction.atomic
def take_back(vacancy: Vacancy, *, by: User | None) -> Vacancy:
    """Back to draft before a moderator has read it."""
    row = gates.locked_for_step(vacancy, Status.DRAFT)
    row.review_since = None
    gates.step(row, Status.DRAFT, fields=["review_since"])
    audit.record("vacancy.taken_back", row, by=by)
    return row


@transaction.atomic
def pause(vacancy: Vacancy, *, by: User | None) -> Vacancy:
    """Nobody finds it until it is resumed; the closing date stays."""
    row = gates.step(gates.locked_for_step(vacancy, Status.PAUSED), Status.PAUSED)
    audit.record("vacancy.paused", row, by=by)
    return row


@transaction.atomic
def resume(vacancy: Vacancy, *, by: User | None) -> Vacancy:
    """Open again. Raises ClosingDateError when that date has passed meanwhile, and
    InstitutionNotVerifiedError when the school may not publish now.
    """
    row = gates.locked_for_step(vacancy, Status.PUBLISHED)
    if row.status != Status.PAUSED:
        raise gates.not_now(row, Status.PUBLISHED)
    if not row.institution.is_verified:
        raise InstitutionNotVerifiedError
    if closing_error(row.closes_on, timezone.localdate()):
        raise ClosingDateError
    gates.step(row, Status.PUBLISHED)
    audit.record("vacancy.resumed", row, by=by)
    return row


@transaction.atomic
def close(vacancy: Vacancy, *, by: User | None, outcome: str) -> Vacancy:
    """End it with an outcome; listeners tell everybody who showed interest."""
    row = gates.locked_for_step(vacancy, Status.CLOSED)
    row.outcome = Outcome(outcome)
    row.closed_at = timezone.now()
    row.review_since = None
    gates.step(row, Status.CLOSED, fields=["outcome", "closed_at", "review_since"])
    hooks.closed.fire(row)
    audit.record("vacancy.closed", row, by=by, detail={"outcome": row.outcome})
    return row
