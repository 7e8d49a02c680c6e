"""What every step of a placement does first and last."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.applications import queries as applications
from vacancies.assessment import queries as assessment
from vacancies.assessment.errors import StaleError
from vacancies.enums import Outcome, StepSide
from vacancies.lifecycles import PLACEMENT, Side
from vacancies.models import Placement, PlacementStep, Vacancy
from vacancies.placement import queries
from vacancies.posting import actions as posting_actions
from vacancies.posting import hooks as posting_hooks
from vacancies.posting import queries as posting
from vacancies.posting.lifecycle import LIVE

LONGEST_REASON: Final = 500


def move(
    row: Placement, verb: str, *, side: Side, by: User | None, reason: str = ""
) -> PlacementStep:
    """Take a step of the table on a row that is held, and write it down.

    Raises IllegalTransitionError when the table has none from here for this side.
    """
    step = PLACEMENT.step(verb, row.status, side)
    source, row.status = row.status, step.target
    row.version += 1
    row.save(update_fields=["status", "version", "updated_at"])
    return write_step(row, verb, source, side=side, by=by, reason=reason)


def write_step(
    row: Placement,
    verb: str,
    source: str,
    *,
    side: Side,
    by: User | None,
    reason: str = "",
    is_undo: bool = False,
) -> PlacementStep:
    """The history of a step that was just made."""
    made = PlacementStep.objects.create(
        placement=row,
        verb=verb,
        source=source,
        target=row.status,
        side=StepSide(side),
        by=by,
        reason=" ".join(reason.split())[:LONGEST_REASON],
        is_undo=is_undo,
    )
    verb = "undone" if is_undo else str(row.status)
    audit.record(f"placement.{verb}", row, by=by, detail={"application": row.application_id})
    return made


def held(placement: Placement) -> tuple[Vacancy, Placement]:
    """The vacancy and the placement, with person and application held too, always in one order:
    who takes a step at the same moment waits instead of standing in each other's way."""
    vacancy = posting.locked(placement.application.vacancy)
    assessment.locked(placement.application.professional)
    application = applications.locked(placement.application)
    row = queries.locked(placement)
    row.application = application
    return vacancy, row


def require_side(row: Placement, by: User, side: Side) -> None:
    """Raises PermissionDenied to who is not of this side of the placement."""
    if side is Side.PROFESSIONAL:
        is_own = row.application.professional.user_id == by.pk
    else:
        is_own = assessment.is_recorder(by, row.application.vacancy.institution)
    if not is_own:
        raise PermissionDenied


def require_version(row: Placement, version: int | None) -> None:
    """Raises StaleError when something happened since the page was shown; None: no page."""
    if version is not None and row.version != version:
        raise StaleError(_("Something changed in the meantime. Look again."))


def settle(vacancy: Vacancy) -> None:
    """After somebody took a part or gave it back: the vacancy closes once it is filled, and who
    looks for what is open sees what is open now. The vacancy is held."""
    if vacancy.status not in LIVE:
        return
    if posting.is_filled(vacancy):
        posting_actions.close(vacancy, by=None, outcome=Outcome.FILLED_HERE)
    elif vacancy.may_be_shared:
        posting_hooks.changed.fire(vacancy)
