"""Steps forward: from a yes of both to the first day of the course."""

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from vacancies.assessment import actions as assessment
from vacancies.assessment.errors import RefusedError as NotRecordedError
from vacancies.codes import Decision
from vacancies.lifecycles import Side
from vacancies.models import BoardDecision, Trajectory
from vacancies.training import guards, queries
from vacancies.training.actions import checking_in
from vacancies.training.actions.holding import held, move
from vacancies.training.actions.replanning import replan
from vacancies.training.actions.settling import advance, settle
from vacancies.training.errors import RefusedError
from vacancies.training.grants import actions as grants
from vacancies.training.milestones import Code

PLAIN: Final = frozenset(
    {"match", "begin_check", "issue_statement", "apply", "admit", "reject", "begin_training"}
)
FAR: Final = timedelta(days=2 * 365)
LONGEST_REASON: Final = 500


@transaction.atomic
def take(
    trajectory: Trajectory, verb: str, *, side: Side, by: User, seen: int, reason: str = ""
) -> Trajectory:
    """Take a step that asks nothing but itself, and a reason where something is refused.

    Raises RefusedError with what is missing, StaleError, PermissionDenied, IllegalTransitionError.
    """
    if verb not in PLAIN:
        raise ValueError(verb)
    row = held(trajectory, side=side, by=by, seen=seen)
    guards.require(row, verb, side)
    _require_other_side(row, verb, side)
    _require_course_begun(row, verb)
    move(row, verb, side=side, by=by, reason=_reason(reason, is_asked=verb == "reject"))
    if verb == "begin_training":
        grants.open_cases(row, by=by)
    advance(row, settle(row), by=by)
    replan(row, by=by)
    if verb == "begin_training":
        checking_in.ask(row, timezone.localdate())
    return row


@transaction.atomic
def refuse_statement(trajectory: Trajectory, *, reason: str, by: User, seen: int) -> Trajectory:
    """The board does not sign, and the professional reads why; the school can judge anew later.

    Raises as `take`.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    told = _reason(reason, is_asked=True)
    move(row, "refuse_statement", side=Side.SCHOOL, by=by, reason=told)
    _record(row, Decision.STATEMENT_BY, is_yes=False, on=timezone.localdate(), note=told, by=by)
    replan(row, by=by)
    return row


@transaction.atomic
def appoint(
    trajectory: Trajectory, *, appointed_on: date, is_signed: bool, by: User, seen: int
) -> Trajectory:
    """From this day both clocks run. Asks the statement, the VOG and a signed contract or loan.

    Raises RefusedError with the field that cannot be right, else as `take`.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    guards.require(row, "appoint", Side.SCHOOL)
    if not is_signed:
        raise RefusedError(_("First sign the contract or the lending agreement."), "is_signed")
    _require_right_day(row, appointed_on)
    row.starts_on = row.appointed_on = appointed_on
    row.milestones.filter(code=Code.CONTRACT, done_on=None).update(
        done_on=timezone.localdate(), done_by=by
    )
    move(row, "appoint", side=Side.SCHOOL, by=by, fields=["starts_on", "appointed_on"])
    settle(row)
    replan(row, by=by)
    return row


@transaction.atomic
def sign_agreement(trajectory: Trajectory, *, signed_on: date, by: User, seen: int) -> Trajectory:
    """School, provider and professional signed: the decision and the step in one.

    Raises RefusedError for a day that cannot be right, else as `take`.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    move(row, "sign_agreement", side=Side.SCHOOL, by=by)
    _record(row, Decision.TRAINING_AGREED, is_yes=True, on=signed_on, note="", by=by)
    settle(row)
    replan(row, by=by)
    return row


def _record(
    row: Trajectory, kind: Decision, *, is_yes: bool, on: date, note: str, by: User
) -> BoardDecision:
    """Record it where every decision of a school is kept."""
    try:
        return assessment.record_decision(
            row.professional,
            institution=row.institution,
            by=by,
            kind=kind,
            is_yes=is_yes,
            decided_on=on,
            note=note,
        )
    except NotRecordedError as error:
        field = "signed_on" if error.field == "decided_on" else error.field
        raise RefusedError(str(error), field) from error


def _require_other_side(row: Trajectory, verb: str, side: Side) -> None:
    if verb == "match" and queries.begun_by(row) == side:
        raise RefusedError(_("The other side says yes to this. You already did."))


def _require_course_begun(row: Trajectory, verb: str) -> None:
    start = row.course_start
    if verb == "begin_training" and start and start.starts_on > timezone.localdate():
        raise RefusedError(_("The course has not begun yet. Take this step on its first day."))


def _require_right_day(row: Trajectory, day: date) -> None:
    """The statement comes before the appointment (WEB 4.2.4)."""
    signed = BoardDecision.objects.filter(
        professional=row.professional,
        institution=row.institution,
        kind=Decision.STATEMENT_BY,
        is_yes=True,
    ).first()
    if signed and day < signed.decided_on:
        raise RefusedError(
            _("This is before the day of the suitability statement."), "appointed_on"
        )
    today = timezone.localdate()
    if not today - FAR <= day <= today + FAR:
        raise RefusedError(_("Look at the year: this is too far away."), "appointed_on")


def _reason(reason: str, *, is_asked: bool) -> str:
    told = " ".join(reason.split())
    if is_asked and not told:
        raise RefusedError(_("Write why. The other side reads it."), "reason")
    if len(told) > LONGEST_REASON:
        raise RefusedError(_("Write at most 500 characters."), "reason")
    return told
