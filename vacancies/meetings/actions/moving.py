"""Proposing, choosing, moving and cancelling, as both sides do it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from vacancies.applications import actions as applications
from vacancies.applications import queries as of_applications
from vacancies.enums import ApplicationStatus, MeetingKind, MeetingStatus, StepSide
from vacancies.lifecycles import APPLICATION, Side
from vacancies.meetings import notices, queries
from vacancies.meetings.actions.recording import PROPOSE, offer, write_down
from vacancies.meetings.errors import RefusedError, StaleError
from vacancies.meetings.plan import LEAST_FIRST, Plan, check
from vacancies.models import Application, Meeting, MeetingOption

LONGEST_REASON = 300


@transaction.atomic
def propose(application: Application, *, side: Side, plan: Plan, by: User) -> Meeting:
    """Propose two or three day-parts; the other side is told and chooses. The school's proposal is
    its first answer. The same proposal twice is one.

    Raises RefusedError when a proposal waits already or the times cannot be, PermissionDenied to
    who does not stand on this side.
    """
    row = of_applications.locked(application)
    _require(row, side, by)
    waiting = queries.proposal_of(row)
    if waiting is not None:
        if waiting.proposed_by == side and queries.is_same(waiting, plan):
            return waiting
        raise RefusedError(_("There is a proposal already. First look at that one."))
    check(plan, least=LEAST_FIRST)
    if side == Side.SCHOOL and row.status == ApplicationStatus.NEW:
        row = applications.talk(row, by=by, is_told=False)
    meeting = Meeting(application=row, kind=plan.kind, proposed_by=StepSide(side))
    _describe(meeting, plan)
    meeting.save()
    step = write_down(meeting, PROPOSE, side=side, by=by)
    meeting.save()
    offer(meeting, plan)
    notices.proposed(step)
    return meeting


@transaction.atomic
def take(meeting: Meeting, *, option: int, sequence: int, side: Side, by: User) -> Meeting:
    """Choose one of the times that the other proposed: from now on it is agreed, and in the
    calendars of both. The same choice twice is one.

    Raises StaleError when it changed since `sequence`, RefusedError when this time cannot be
    any more, IllegalTransitionError when there is nothing to choose.
    """
    row = queries.locked_with_person(meeting)
    _require(row.application, side, by)
    chosen = queries.option_of(row, option)
    if _is_taken(row, chosen, side):
        return row
    _require_fresh(row, sequence)
    if row.proposed_by == side:
        raise RefusedError(_("You proposed this. The other side chooses."))
    if chosen is None:
        raise RefusedError(_("Choose one of the day-parts."), "option")
    _require_possible(row, chosen)
    row.starts_at, row.ends_at, row.agreed_at = chosen.starts_at, chosen.ends_at, timezone.now()
    step = write_down(row, "agree", side=side, by=by)
    row.save()
    _let_application_follow(row, side=side, by=by)
    notices.agreed(step)
    return row


@transaction.atomic
def propose_others(
    meeting: Meeting, *, side: Side, plan: Plan, sequence: int, reason: str = "", by: User
) -> Meeting:
    """Other times instead of those proposed or agreed; what was agreed falls away, with a reason,
    and leaves the calendars. The same proposal twice is one. Raises as `take` does."""
    row = queries.locked(meeting)
    _require(row.application, side, by)
    if _is_proposed(row, plan, side):
        return row
    _require_fresh(row, sequence)
    check(plan, least=1)
    verb = "move" if row.status == MeetingStatus.AGREED else "propose_others"
    told = _reason(row, reason)
    step = write_down(row, verb, side=side, by=by, reason=told)
    row.proposed_by = StepSide(side)
    row.starts_at = row.ends_at = row.agreed_at = None
    _describe(row, plan)
    row.save()
    offer(row, plan)
    if verb == "move":
        notices.moved(step)
    else:
        notices.proposed(step)
    return row


@transaction.atomic
def cancel(meeting: Meeting, *, sequence: int, side: Side, reason: str = "", by: User) -> Meeting:
    """It does not go on: taken back, refused or called off. What was agreed asks a reason, and
    leaves the calendars. Twice is once. Raises as `take` does."""
    row = queries.locked(meeting)
    _require(row.application, side, by)
    if row.status == MeetingStatus.CANCELLED and row.cancelled_by == side:
        return row
    _require_fresh(row, sequence)
    told = _reason(row, reason)
    step = write_down(row, "cancel", side=side, by=by, reason=told)
    row.cancelled_by, row.cancel_reason = StepSide(side), told
    row.save()
    notices.cancelled(step)
    return row


def _require(application: Application, side: Side, by: User) -> None:
    if not of_applications.may_act(application, side, by):
        raise PermissionDenied
    if application.status not in of_applications.STANDING:
        raise RefusedError(_("This application has ended, so nothing is agreed on any more."))


def _require_fresh(row: Meeting, sequence: int) -> None:
    if row.sequence != sequence:
        raise StaleError(_("This changed in the meantime. Look how it stands now."))


def _require_possible(row: Meeting, chosen: MeetingOption) -> None:
    if chosen.starts_at <= timezone.now():
        raise RefusedError(_("This day-part has passed. Choose a later one."), "option")
    if queries.clashes(row, (chosen.starts_at, chosen.ends_at)):
        raise RefusedError(
            _("At this time there is another appointment already. Choose another one."), "option"
        )


def _is_taken(row: Meeting, chosen: MeetingOption | None, side: Side) -> bool:
    same = chosen is not None and row.starts_at == chosen.starts_at
    return row.status == MeetingStatus.AGREED and row.proposed_by != side and same


def _is_proposed(row: Meeting, plan: Plan, side: Side) -> bool:
    mine = row.status == MeetingStatus.PROPOSED and row.proposed_by == side
    return mine and queries.is_same(row, plan)


def _reason(row: Meeting, reason: str) -> str:
    """What was typed on one line; asked where something was agreed."""
    told = " ".join(reason.split())[:LONGEST_REASON]
    if row.status != MeetingStatus.AGREED:
        return told
    if row.starts_at and row.starts_at <= timezone.now():
        raise RefusedError(_("This time has passed, so it cannot be changed any more."))
    if not told:
        raise RefusedError(_("Tell the other in one sentence why."), "reason")
    return told


def _describe(row: Meeting, plan: Plan) -> None:
    row.location, row.place_note, row.note = plan.location, plan.place_note, plan.note


def _let_application_follow(row: Meeting, *, side: Side, by: User) -> None:
    """The small first step is a step of the application, where its table has it from here."""
    verb = "talk" if row.kind == MeetingKind.TALK else "try_out"
    open_to = APPLICATION.open_to(row.application.status, side)
    if not any(step.verb == verb for step in open_to):
        return
    if verb == "talk":
        row.application = applications.talk(row.application, by=by, is_told=False)
    else:
        row.application = applications.try_out(row.application, by=by, side=side)
