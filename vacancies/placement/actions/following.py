"""An application took a step by another way: its offer or placement goes along."""

from django.utils.translation import gettext as _

from vacancies.applications import history
from vacancies.applications.errors import RefusedError
from vacancies.enums import ApplicationStatus, PlacementStatus
from vacancies.lifecycles import Side
from vacancies.models import Application, ApplicationStep, Placement, PlacementStep
from vacancies.placement import checks, queries
from vacancies.placement.actions.moving import move, write_step
from vacancies.posting import hooks as posting
from vacancies.posting import queries as posted

OFFERED, PLACED = ApplicationStatus.OFFERED, ApplicationStatus.PLACED
MATCHING = {OFFERED: PlacementStatus.OFFERED, PLACED: PlacementStatus.ACCEPTED}


def follow(application: Application, step: ApplicationStep) -> None:
    """Somebody withdrew, the school said no, the vacancy closed, or a moderator undid a step."""
    if step.is_undo:
        _undo(application, step)
        return
    if step.source != OFFERED or step.target in (OFFERED, PLACED):
        return
    row = queries.standing_locked(application)
    if row is None or row.status != PlacementStatus.OFFERED:
        return
    if step.side == Side.PROFESSIONAL:
        move(row, "refuse", side=Side.PROFESSIONAL, by=step.by)
    else:
        side = Side.SCHOOL if step.side == Side.SCHOOL else Side.CLOCK
        move(row, "take_back", side=side, by=step.by)


def _undo(application: Application, step: ApplicationStep) -> None:
    """Back to an offer or a placement that stands, or away from one."""
    row = queries.latest_locked(application)
    if row is None:
        return
    last = history.last_standing(row.steps.all())
    wanted = MATCHING.get(ApplicationStatus(application.status))
    if wanted is None:
        _leave(row, step)
    elif row.status == PlacementStatus.STARTED:
        raise RefusedError(_("The work has begun. End the placement instead."))
    elif row.status != wanted and last and last.source == wanted:
        _require_room(row)
        _go_back(row, last, step)


def _require_room(row: Placement) -> None:
    """Nothing is promised twice, also not by an undo. Raises RefusedError."""
    vacancy, mask = row.application.vacancy, row.day_parts_mask
    others = [
        one for one in posted.promised_on(vacancy) if one.application_id != row.application_id
    ]
    is_shared = vacancy.may_be_shared
    taken = [one for one in others if one.day_parts_mask & mask or not is_shared]
    if len(taken) >= (1 if is_shared else vacancy.positions):
        raise RefusedError(_("Meanwhile somebody else has this place or is offered it."))


def _leave(row: Placement, step: ApplicationStep) -> None:
    """The application is in talks again: nothing stands any more."""
    reason = step.reason
    if row.status == PlacementStatus.OFFERED:
        move(row, "take_back", side=Side.CLOCK, by=step.by, reason=reason)
    elif row.status == PlacementStatus.ACCEPTED:
        move(row, "cancel", side=Side.SCHOOL, by=step.by, reason=reason)


def _go_back(row: Placement, last: PlacementStep, step: ApplicationStep) -> None:
    was, row.status = row.status, last.source
    row.version += 1
    row.save(update_fields=["status", "version", "updated_at"])
    reason = step.reason or _("Undone by a moderator.")
    write_step(row, last.verb, was, side=Side.MODERATOR, by=step.by, reason=reason, is_undo=True)
    if row.status == PlacementStatus.ACCEPTED:
        checks.begin(row)
    posting.changed.fire(row.application.vacancy)
