from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.enums import VacancyStatus as Status
from vacancies.models import Vacancy
from vacancies.posting import better, hooks, notices, queries, snapshots
from vacancies.posting.actions import gates
from vacancies.posting.errors import InstitutionNotVerifiedError
from vacancies.posting.lifecycle import LIVE

SLUG_MAX = 100


@transaction.atomic
def approve(vacancy: Vacancy, *, by: User | None, version: int | None = None) -> Vacancy:
    """Open a vacancy that was sent in, or approve what changed in one that is open.

    Raises StaleError when the text changed since `version`, InstitutionNotVerifiedError,
    NotWholeError (a date passed meanwhile) and IllegalTransitionError.
    """
    row = queries.locked(vacancy)
    gates.require_version(row, version)
    if row.status in LIVE:
        return _approve_change(row, by=by)
    if row.status != Status.SUBMITTED:
        raise gates.not_now(row, Status.PUBLISHED)
    if not row.institution.is_verified:
        raise InstitutionNotVerifiedError
    gates.require_whole(row)
    return _publish(row, by=by)


@transaction.atomic
def return_with_reason(vacancy: Vacancy, *, by: User | None, reason: str) -> Vacancy:
    """Back to HR with a question; an open vacancy is no longer found until it is sent in again."""
    row = gates.locked_for_step(vacancy, Status.RETURNED)
    row.return_reason = reason.strip()
    row.review_since = None
    gates.step(row, Status.RETURNED, fields=["return_reason", "review_since"])
    event = audit.record("vacancy.returned", row, by=by)
    notices.tell(notices.VacancyReturned, row, once=event)
    return row


@transaction.atomic
def take_down(vacancy: Vacancy, *, by: User | None, reason: str) -> Vacancy:
    """End an open vacancy that should not be here; HR reads why, the interested get an answer."""
    row = gates.locked_for_step(vacancy, Status.TAKEN_DOWN)
    row.return_reason = reason.strip()
    row.review_since = None
    row.closed_at = timezone.now()
    gates.step(row, Status.TAKEN_DOWN, fields=["return_reason", "review_since", "closed_at"])
    hooks.closed.fire(row)
    event = audit.record("vacancy.taken_down", row, by=by)
    notices.tell(notices.VacancyTakenDown, row, once=event)
    return row


def _approve_change(row: Vacancy, *, by: User | None) -> Vacancy:
    before, since = row.approved_snapshot, row.review_since or timezone.now()
    row.approved_snapshot = snapshots.snapshot_of(row)
    row.review_since = None
    row.save(update_fields=["approved_snapshot", "review_since", "updated_at"])
    audit.record("vacancy.change_approved", row, by=by)
    codes = better.improvements(before, row.approved_snapshot)
    if codes:
        better.improved.fire(better.Improved(row, codes, since))
    return row


def _publish(row: Vacancy, *, by: User | None) -> Vacancy:
    row.approved_snapshot = snapshots.snapshot_of(row)
    row.review_since = None
    row.return_reason = ""
    row.slug = row.slug or _slug_of(row)
    row.published_at = row.published_at or timezone.now()
    gates.step(
        row,
        Status.PUBLISHED,
        fields=["approved_snapshot", "review_since", "return_reason", "slug", "published_at"],
    )
    event = audit.record("vacancy.approved", row, by=by)
    notices.tell(notices.VacancyPublished, row, once=event)
    return row


def _slug_of(row: Vacancy) -> str:
    first = row.locations.select_related("place").first()
    place = first.place.name if first else ""
    return slugify(f"{row.title} {place}")[:SLUG_MAX].strip("-") or "vacature"
