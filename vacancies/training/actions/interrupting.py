"""A pause, an extension, and stopping: the days follow, the door stays open."""

from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment import actions as assessment
from vacancies.assessment.errors import RefusedError as NotRecordedError
from vacancies.codes import Decision
from vacancies.enums import StopReason
from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import BoardDecision, Pause, Trajectory
from vacancies.routes.calendar import DAY
from vacancies.training import queries
from vacancies.training.actions.holding import held, keep, move
from vacancies.training.actions.replanning import replan
from vacancies.training.clocks import ROUTE
from vacancies.training.errors import RefusedError

LONGEST_REASON: Final = 500


@transaction.atomic
def pause(trajectory: Trajectory, *, starts_on: date, by: User, seen: int) -> Trajectory:
    """From this day it stands still. Raises RefusedError for a day that cannot be right."""
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    if starts_on > timezone.localdate():
        raise RefusedError(_("Record a pause once it has begun."), "starts_on")
    if row.appointed_on and starts_on < row.appointed_on:
        raise RefusedError(_("This is before the first day of work."), "starts_on")
    last = max((one.ends_on for one in row.pauses.all() if one.ends_on), default=None)
    if last and starts_on <= last:
        raise RefusedError(_("This lies in the pause before it."), "starts_on")
    move(row, "pause", side=Side.SCHOOL, by=by)
    Pause.objects.create(trajectory=row, run=row.run, starts_on=starts_on, recorded_by=by)
    return row


@transaction.atomic
def resume(trajectory: Trajectory, *, on: date, by: User, seen: int) -> Trajectory:
    """Go on from this day; what is still due moves along with the days of the pause.

    Raises RefusedError for a day that cannot be right, else as every action.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    running = row.pauses.filter(ends_on=None).first()
    if on > timezone.localdate():
        raise RefusedError(_("Go on once the day is there."), "on")
    if running and on <= running.starts_on:
        raise RefusedError(_("This is not after the first day of the pause."), "on")
    move(row, "resume_extended" if row.extended_until else "resume", side=Side.SCHOOL, by=by)
    if running:
        running.ends_on = on - DAY
        running.save(update_fields=["ends_on"])
        if row.agreed_until:
            row.agreed_until += on - running.starts_on
            keep(row, ["agreed_until"])
    replan(row, by=by)
    return row


@transaction.atomic
def extend(
    trajectory: Trajectory,
    *,
    until: date,
    reason: str,
    by: User,
    seen: int,
    agreed_until: date | None = None,
    all_signed: bool = False,
) -> Trajectory:
    """Extend the legal term, with the reason that the law asks in writing (WEB 4.2.1 lid 3).

    `agreed_until`: a new last day for the certificate; its agreement is of three, so all sign.
    Raises RefusedError beyond what the law leaves, without a reason or a signature.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    TRAJECTORY.step("extend", row.status, Side.SCHOOL)
    told = " ".join(reason.split())
    if not told or len(told) > LONGEST_REASON:
        raise RefusedError(
            _("The law asks the reason in writing. Write at most 500 characters."), "reason"
        )
    _require_term_left(row, until)
    _require_agreement(row, until, agreed_until, all_signed=all_signed)
    _record_reason(row, told, by)
    row.extended_until, row.extension_reason = until, told
    row.agreed_until = agreed_until or row.agreed_until
    fields = ["extended_until", "extension_reason", "agreed_until"]
    move(row, "extend", side=Side.SCHOOL, by=by, reason=told, fields=fields)
    replan(row, by=by)
    return row


@transaction.atomic
def stop(trajectory: Trajectory, *, reason: str, side: Side, by: User, seen: int) -> Trajectory:
    """Stop for one of a short list of reasons. It can be taken up again; time used is recorded.

    Raises RefusedError without a reason of the list, else as every action.
    """
    row = held(trajectory, side=side, by=by, seen=seen)
    if reason not in StopReason.values:
        raise RefusedError(_("Choose why it stops."), "reason")
    today = timezone.localdate()
    row.stop_reason = reason
    move(row, "stop", side=side, by=by, reason=reason, fields=["stop_reason"])
    _end_pause(row, today)
    if row.appointed_on and row.appointed_on <= today:
        _record_time_used(row, today, by)
    return row


def _end_pause(row: Trajectory, today: date) -> None:
    running = row.pauses.filter(ends_on=None).first()
    if running:
        running.ends_on = max(running.starts_on, today)
        running.save(update_fields=["ends_on"])


def _require_term_left(row: Trajectory, until: date) -> None:
    clocks = queries.plan_of(row).clocks
    if until <= clocks.term_ends_on:
        raise RefusedError(_("This is not after the day on which the term ends now."), "until")
    if clocks.extendable_to is None or until > clocks.extendable_to:
        raise RefusedError(_("This is past what the law leaves for an extension."), "until")


def _require_agreement(
    row: Trajectory, until: date, agreed_until: date | None, *, all_signed: bool
) -> None:
    if agreed_until is None:
        return
    if agreed_until > until:
        raise RefusedError(_("This is after the term that you extend to."), "agreed_until")
    if row.certificate_by and agreed_until < row.certificate_by:
        raise RefusedError(_("This is before the day that was agreed."), "agreed_until")
    if not all_signed:
        raise RefusedError(_("School, provider and professional all sign this."), "all_signed")


def _record_reason(row: Trajectory, reason: str, by: User) -> None:
    try:
        assessment.record_decision(
            row.professional,
            institution=row.institution,
            by=by,
            kind=Decision.EXTENSION_REASON,
            is_yes=True,
            route=ROUTE,
            decided_on=timezone.localdate(),
            note=reason,
        )
    except NotRecordedError as error:
        raise RefusedError(str(error), "reason") from error


def _record_time_used(row: Trajectory, today: date, by: User) -> None:
    """The term of the route counts what was worked here, also when it is taken up again."""
    decision = BoardDecision.objects.create(
        institution=row.institution,
        professional=row.professional,
        kind=Decision.WORKED,
        route=ROUTE,
        decided_on=today,
        starts_on=row.appointed_on,
        ends_on=today,
        recorded_by=by,
    )
    detail: audit.Detail = {"institution": row.institution_id, "kind": decision.kind}
    audit.record("suitability.recorded", row.professional, by=by, detail=detail)
