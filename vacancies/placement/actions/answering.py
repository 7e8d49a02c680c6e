"""The professional's answer to an offer, and what only that person can tell."""

from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from vacancies.applications import actions as applications
from vacancies.assessment.errors import RefusedError
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Placement, PlannedBlock
from vacancies.placement import checks, notices, queries
from vacancies.placement.actions.moving import held, move, require_side, require_version, settle

MOST_ELSEWHERE: Final = 80


@transaction.atomic
def accept(placement: Placement, *, by: User, version: int | None = None) -> Placement:
    """Yes: the hours count from now on, the start check begins, and the vacancy closes by itself
    once it is filled. Twice is once.

    Raises RefusedError when the hours no longer fit the year, StaleError, IllegalTransitionError
    when the offer is gone, PermissionDenied to anybody else.
    """
    vacancy, row = held(placement)
    require_side(row, by, Side.PROFESSIONAL)
    if row.status == Status.ACCEPTED:
        return row
    require_version(row, version)
    move(row, "accept", side=Side.PROFESSIONAL, by=by)
    if any(guard.refuses for guard in queries.guards(_blocks(row))):
        raise RefusedError(
            _("Meanwhile these hours are more than the year has room for. Ask the school.")
        )
    checks.begin(row)
    applications.accept(row.application, by=by)
    notices.answered(row)
    settle(vacancy)
    return row


@transaction.atomic
def refuse(
    placement: Placement, *, by: User, reason: str = "", version: int | None = None
) -> Placement:
    """No, with or without a reason: the talk goes on. Twice is once. Raises as `accept`."""
    _vacancy, row = held(placement)
    require_side(row, by, Side.PROFESSIONAL)
    if row.status == Status.REFUSED:
        return row
    require_version(row, version)
    move(row, "refuse", side=Side.PROFESSIONAL, by=by, reason=reason)
    applications.refuse_offer(row.application, by=by)
    notices.answered(row)
    return row


@transaction.atomic
def tell_hours(
    placement: Placement, *, has_other: bool, hours: Decimal | None, by: User
) -> Placement:
    """How much the professional works elsewhere: only that person can tell. Raises RefusedError
    for a number that cannot be, PermissionDenied to anybody else."""
    row = queries.locked(placement)
    require_side(row, by, Side.PROFESSIONAL)
    if hours is not None and not 0 <= hours <= MOST_ELSEWHERE:
        text = _("Write a number of hours between 0 and %(most)d.") % {"most": MOST_ELSEWHERE}
        raise RefusedError(text, "hours_elsewhere")
    row.has_other_employer = has_other
    row.hours_elsewhere = hours if has_other else None
    row.save(update_fields=["has_other_employer", "hours_elsewhere", "updated_at"])
    return row


def _blocks(row: Placement) -> list[PlannedBlock]:
    return [block for group in queries.groups(row) for block in group.rows]
