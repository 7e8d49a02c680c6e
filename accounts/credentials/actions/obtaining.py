"""A school records a paper that somebody obtained with it."""

from dataclasses import asdict
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.credentials import hooks, kinds, queries
from accounts.credentials.errors import RefusedError
from accounts.credentials.kinds import Facts
from accounts.enums import CheckOutcome
from accounts.models import Credential, CredentialCheck, Institution, Professional, User


@transaction.atomic
def record_obtained(
    professional: Professional,
    kind: str,
    facts: Facts,
    *,
    institution: Institution,
    shown_on: date,
    by: User,
) -> Credential:
    """Keep the paper for its owner, seen by this school; of a kind that is there already no second.

    The owner can change or remove it as any other. Raises RefusedError with the field that cannot
    be right, PermissionDenied to who may not look at papers of this person for this school.
    """
    if not queries.may_record(by, institution, professional):
        raise PermissionDenied
    for field, message in kinds.faults(kind, facts, timezone.localdate()).items():
        raise RefusedError(message, field)
    owner = Professional.objects.select_for_update(of=("self",)).get(pk=professional.pk)
    row = owner.credentials.filter(kind=kind).order_by("-issued_on", "pk").first()
    if row is None:
        row = Credential.objects.create(professional=owner, kind=kind, **asdict(facts))
        audit.record("credential.recorded", row, by=by, detail={"institution": institution.pk})
    CredentialCheck.objects.update_or_create(
        credential=row,
        institution=institution,
        defaults={
            "outcome": CheckOutcome.SEEN,
            "shown_on": shown_on,
            "reason": "",
            "seen_by": by,
            "at": timezone.now(),
        },
    )
    hooks.changed.fire(owner)
    return row
