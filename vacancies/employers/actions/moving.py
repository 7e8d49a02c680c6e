"""What every step of a request to an employer does first and last."""

from typing import Final

from accounts.audit import actions as audit
from accounts.models import User
from portal.kit import tokens
from vacancies.employers import links, queries
from vacancies.enums import StepSide
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest, EmployerStep
from vacancies.placement import queries as placements

LONGEST_REASON: Final = 500


def held(request: EmployerRequest) -> EmployerRequest:
    """The request with its placement, always in one order: whoever is second waits."""
    placement = placements.locked(request.placement)
    row = queries.locked(request)
    row.placement = placement
    return row


def move(
    row: EmployerRequest, verb: str, *, side: Side, by: User | None = None, reason: str = ""
) -> EmployerStep:
    """Take a step of the table on a row that is held, keep all of it, and write it down.

    Raises IllegalTransitionError when the table has none from here for this side.
    """
    step = EMPLOYER_REQUEST.step(verb, row.status, side)
    source, row.status = row.status, step.target
    row.version += 1
    row.save()
    return write_step(row, verb, source, side=side, by=by, reason=reason)


def write_step(
    row: EmployerRequest,
    verb: str,
    source: str,
    *,
    side: Side,
    by: User | None = None,
    reason: str = "",
) -> EmployerStep:
    """The history of a step that was just made."""
    made = EmployerStep.objects.create(
        request=row,
        verb=verb,
        source=source,
        target=row.status,
        side=StepSide(side),
        by=by,
        reason=" ".join(reason.split())[:LONGEST_REASON],
    )
    detail: audit.Detail = {"placement": row.placement_id, "status": str(row.status)}
    audit.record(f"employer.{verb}", row, by=by, detail=detail)
    return made


def renew(row: EmployerRequest) -> None:
    """The digest of the link that goes with address and term as they are now."""
    row.token_digest = tokens.digest_of(links.token_of(row))
