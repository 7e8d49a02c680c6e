"""The first day, the last day, and calling it off before the first."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from portal.kit.templatetags.ui import day
from vacancies.applications import actions as applications
from vacancies.assessment.errors import RefusedError
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import PLACEMENT, Side
from vacancies.models import Placement
from vacancies.placement import checks, notices, queries
from vacancies.placement.actions.moving import held, move, require_side, require_version, settle
from vacancies.routes import hours


@transaction.atomic
def start(placement: Placement, *, by: User, version: int | None = None) -> Placement:
    """Somebody stands in class. What the law asks has to be there; all else is only a word.

    Raises RefusedError before the first day or while something of the law is missing, StaleError,
    IllegalTransitionError, PermissionDenied to a stranger. Twice is once.
    """
    _vacancy, row = held(placement)
    require_side(row, by, Side.SCHOOL)
    if row.status == Status.STARTED:
        return row
    require_version(row, version)
    PLACEMENT.step("start", row.status, Side.SCHOOL)
    if row.starts_on > timezone.localdate():
        text = _("The first day is %(day)s. Start on that day or later.")
        raise RefusedError(text % {"day": day(row.starts_on)})
    missing = checks.of(row).missing_in_law
    if missing:
        names = ", ".join(item.label for item in missing)
        raise RefusedError(_("The law still asks: %(names)s.") % {"names": names})
    checks.settle(row)
    move(row, "start", side=Side.SCHOOL, by=by)
    notices.started(row)
    return row


@transaction.atomic
def cancel(
    placement: Placement, *, by: User, side: Side, reason: str = "", version: int | None = None
) -> Placement:
    """Called off before the first day by one of both: the talk goes on, the day-parts are open
    again. Twice is once. Raises as `start`."""
    vacancy, row = held(placement)
    require_side(row, by, side)
    if row.status == Status.CANCELLED:
        return row
    require_version(row, version)
    move(row, "cancel", side=side, by=by, reason=reason)
    applications.undo_placement(row.application, by=by, side=side)
    notices.called_off(row, side=side)
    settle(vacancy)
    return row


@transaction.atomic
def end(
    placement: Placement, *, by: User, side: Side, reason: str = "", version: int | None = None
) -> Placement:
    """The work stops today, earlier than agreed or where no last day was agreed. Hours that are
    not given any more no longer count. Twice is once. Raises as `start`."""
    vacancy, row = held(placement)
    require_side(row, by, side)
    if row.status == Status.ENDED:
        return row
    require_version(row, version)
    move(row, "end", side=side, by=by, reason=reason)
    row.ends_on = timezone.localdate()
    row.save(update_fields=["ends_on", "updated_at"])
    _cut_blocks(row, row.ends_on)
    notices.ended(row, side=side)
    settle(vacancy)
    return row


def end_by_clock(today: date | None = None) -> int:
    """What ran until yesterday or before is over; how many."""
    due = list(queries.due_to_end(today or timezone.localdate()))
    return sum(_end_one(row, today or timezone.localdate()) for row in due)


@transaction.atomic
def _end_one(placement: Placement, today: date) -> bool:
    """Under the lock once more: another worker, or one of both, may have been first."""
    vacancy, row = held(placement)
    if row.status != Status.STARTED or row.ends_on is None or row.ends_on >= today:
        return False
    move(row, "end", side=Side.CLOCK, by=None)
    notices.ended(row, side=Side.CLOCK)
    settle(vacancy)
    return True


def _cut_blocks(row: Placement, last: date) -> None:
    """Hours after the last day leave the plan, so that the budget has room again."""
    for block in row.blocks.all():
        if block.starts_on > last:
            block.delete()
        elif block.ends_on is None or block.ends_on > last:
            block.ends_on = last
            block.weeks = min(block.weeks, hours.weeks_in(block.starts_on, last))
            block.save(update_fields=["ends_on", "weeks"])
