"""What a school notes for itself about a paper that was shown to it."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.credentials import hooks, queries
from accounts.credentials.errors import RefusedError
from accounts.enums import CheckOutcome
from accounts.models import Credential, CredentialCheck, Institution, User

LONGEST_REASON = 300


@transaction.atomic
def mark_seen(
    credential: Credential, *, institution: Institution, shown_on: date, by: User
) -> CredentialCheck:
    """Note that this school saw the paper on a day; an earlier note of it is replaced.

    Raises RefusedError for a day to come or before the paper was issued, PermissionDenied to
    who may not decide for this school or was not shown the papers.
    """
    row = _shown(credential, institution, by)
    if shown_on > timezone.localdate():
        raise RefusedError(_("This day is still to come."), "shown_on")
    if row.issued_on and shown_on < row.issued_on:
        raise RefusedError(_("This is before the day on which it was issued."), "shown_on")
    return _note(row, institution, CheckOutcome.SEEN, shown_on, "", by)


@transaction.atomic
def reject(
    credential: Credential, *, institution: Institution, reason: str, by: User
) -> CredentialCheck:
    """Note that this school does not accept the paper, and why; the owner reads it.

    Raises RefusedError without a reason, else as `mark_seen`.
    """
    row = _shown(credential, institution, by)
    told = " ".join(reason.split())
    if not told or len(told) > LONGEST_REASON:
        raise RefusedError(_("Write why, in at most 300 characters."), "reason")
    return _note(row, institution, CheckOutcome.REJECTED, timezone.localdate(), told, by)


@transaction.atomic
def unmark(credential: Credential, *, institution: Institution, by: User) -> None:
    """Take back what this school noted; nothing happens when it noted nothing."""
    row = _shown(credential, institution, by)
    if row.checks.filter(institution=institution).delete()[0]:
        audit.record("credential.unmarked", row, by=by, detail={"institution": institution.pk})
        hooks.changed.fire(row.professional)


def note_read(credential: Credential, *, institution: Institution, by: User) -> None:
    """Record that a colleague of this school fetched the file; its owner sees when."""
    audit.record(queries.READ, credential, by=by, detail={"institution": institution.pk})


def _shown(credential: Credential, institution: Institution, by: User) -> Credential:
    row = queries.locked(credential)
    if not queries.may_check(by, institution, row):
        raise PermissionDenied
    return row


def _note(
    row: Credential,
    institution: Institution,
    outcome: CheckOutcome,
    shown_on: date,
    reason: str,
    by: User,
) -> CredentialCheck:
    check, _new = CredentialCheck.objects.update_or_create(
        credential=row,
        institution=institution,
        defaults={
            "outcome": outcome,
            "shown_on": shown_on,
            "reason": reason,
            "seen_by": by,
            "at": timezone.now(),
        },
    )
    detail: audit.Detail = {"institution": institution.pk, "shown_on": shown_on.isoformat()}
    audit.record(f"credential.{outcome.value}", row, by=by, detail=detail)
    hooks.changed.fire(row.professional)
    return check
