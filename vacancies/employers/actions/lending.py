"""The terms of a lending agreement that nothing else knows; two may fill them in."""

from dataclasses import dataclass, fields
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.employers import queries
from vacancies.enums import LendingFee
from vacancies.lifecycles import Side
from vacancies.models import LendingTerms, Placement
from vacancies.models.placement import STANDING
from vacancies.placement import queries as placements
from vacancies.placement.actions.moving import require_side


@dataclass(frozen=True)
class Terms:
    """What is filled in."""

    basis: str
    admission_number: str
    fee: str
    fee_percent: Decimal
    notice_months: int
    supervised_by: str
    remarks: str


@transaction.atomic
def keep_terms(
    placement: Placement, *, terms: Terms, side: Side, by: User, version: int
) -> LendingTerms:
    """Keep what was filled in. Version 0: nothing was there when the page was shown.

    Raises StaleError when the other side was first, RefusedError with its field,
    PermissionDenied to a stranger.
    """
    place = placements.locked(placement)
    require_side(place, by, side)
    if place.status not in STANDING:
        raise RefusedError(_("This work does not go on, so there is nothing to agree."))
    row = queries.lending_of(place)
    if version != (row.version if row else 0):
        raise StaleError(_("Somebody changed this in the meantime. Look again."))
    if terms.fee == LendingFee.WAGE_COST_PLUS and not terms.fee_percent:
        raise RefusedError(_("Fill in the percentage above the wage cost."), "fee_percent")
    row = row or LendingTerms(placement=place, version=0)
    for field in fields(Terms):
        setattr(row, field.name, getattr(terms, field.name))
    if terms.fee != LendingFee.WAGE_COST_PLUS:
        row.fee_percent = Decimal(0)
    row.version += 1
    row.save()
    audit.record("placement.lending_kept", place, by=by, detail={"version": row.version})
    return row
