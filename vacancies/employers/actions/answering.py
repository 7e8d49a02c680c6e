"""What the employer answers by its link. Every answer is held under a lock: the first one counts."""

from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone

from vacancies.employers import notices, queries
from vacancies.employers.actions.confirming import ensure_first, keep
from vacancies.employers.actions.moving import held, move
from vacancies.employers.errors import Closed, ClosedError
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest
from vacancies.models.placement import STANDING
from vacancies.placement.consent import covers

TEXT_VERSION: Final = "2026-11-22"


@dataclass(frozen=True)
class Conditions:
    """What the employer asks with its yes."""

    asks_confidentiality: bool = False
    asks_no_recruiting: bool = False
    may_call_back: bool = False
    conditions: str = ""


@transaction.atomic
def agree(
    request: EmployerRequest, *, name: str, version: int, conditions: Conditions, note: str = ""
) -> EmployerRequest:
    """Yes to what was asked; the conditions are put before professional and school.

    Raises ClosedError when it cannot be answered like this any more.
    """
    row = _answerable(request, "agree", version)
    ensure_first(row.placement)
    for field in Conditions.__dataclass_fields__:
        setattr(row, field, getattr(conditions, field))
    _sign(row, name, note)
    move(row, "agree", side=Side.EMPLOYER)
    keep(row.placement, Side.EMPLOYER, name=name, request=row)
    notices.answered(row, "agree")
    return row


@transaction.atomic
def refuse(
    request: EmployerRequest, *, name: str, version: int, ground: str, note: str = ""
) -> EmployerRequest:
    """No, with the objective reason. Raises as `agree`."""
    row = _answerable(request, "refuse", version)
    row.refusal_ground = ground
    _sign(row, name, note)
    move(row, "refuse", side=Side.EMPLOYER)
    notices.answered(row, "refuse")
    return row


@transaction.atomic
def counter(
    request: EmployerRequest, *, name: str, version: int, mask: int, note: str = ""
) -> EmployerRequest:
    """Not like this, but on other day-parts: professional and school see them. Raises as `agree`."""
    row = _answerable(request, "counter", version)
    row.counter_mask = mask
    _sign(row, name, note)
    move(row, "counter", side=Side.EMPLOYER)
    notices.answered(row, "counter")
    return row


@transaction.atomic
def revoke(
    request: EmployerRequest, *, name: str, version: int, ground: str, note: str = ""
) -> EmployerRequest:
    """The yes is taken back, with the objective reason. Raises as `agree`."""
    row = held(request)
    _require_readable(row)
    _require_step(row, "revoke", version)
    row.refusal_ground = ground
    _sign(row, name, note)
    move(row, "revoke", side=Side.EMPLOYER)
    notices.answered(row, "revoke")
    return row


def why_closed(row: EmployerRequest) -> Closed | None:
    """Why this cannot be answered now, if so."""
    if queries.is_over(row):
        return Closed.EXPIRED
    if row.placement.status not in STANDING:
        return Closed.OFF
    if row.status in queries.OPEN and not covers(row, row.placement):
        return Closed.CHANGED
    return None


def _answerable(request: EmployerRequest, verb: str, version: int) -> EmployerRequest:
    row = held(request)
    _require_readable(row)
    why = why_closed(row)
    if why is not None:
        raise ClosedError(why)
    _require_step(row, verb, version)
    return row


def _require_readable(row: EmployerRequest) -> None:
    if queries.is_over(row):
        raise ClosedError(Closed.EXPIRED)


def _require_step(row: EmployerRequest, verb: str, version: int) -> None:
    """An answer that is there already is the answer; a changed question is asked first."""
    steps = {step.verb for step in EMPLOYER_REQUEST.open_to(row.status, Side.EMPLOYER)}
    if verb not in steps:
        raise ClosedError(Closed.DONE)
    if row.version != version:
        raise ClosedError(Closed.STALE)


def _sign(row: EmployerRequest, name: str, note: str) -> None:
    """Who answered, when, and to which text."""
    row.answered_by, row.answered_at = name, timezone.now()
    row.text_version, row.answer_note = TEXT_VERSION, note
