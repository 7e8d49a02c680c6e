"""One step of an application: asked of the table, written down, told to who listens."""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.applications import hooks, notices, queries
from vacancies.enums import OPEN_APPLICATION, StepSide
from vacancies.enums import ApplicationStatus as Status
from vacancies.lifecycles import APPLICATION, Side
from vacancies.models import Application, ApplicationStep, Message

SAY_YES: Final = "say_yes"
RECORDED: Final = {
    SAY_YES: "made",
    "say_yes_again": "made",
    "withdraw": "withdrawn",
    "decline": "declined",
    "accept": "placed",
}


def take(
    application: Application,
    verb: str,
    *,
    side: Side,
    by: User | None,
    reason: str = "",
    words: str = "",
    is_told: bool = True,
) -> Application:
    """Move along the table, inside the caller's transaction; `words` go along as a message. Where
    `is_told` is False the caller tells the other side.

    Raises IllegalTransitionError when the table has no such step from here, PermissionDenied to
    who does not stand on this side.
    """
    row = queries.locked(application)
    if not queries.may_act(row, side, by):
        raise PermissionDenied
    step = APPLICATION.step(verb, row.status, side)
    written = ApplicationStep(verb=verb, target=step.target, side=StepSide(side), reason=reason)
    return write_down(row, written, by=by, words=words.strip(), is_told=is_told)


def write_down(
    row: Application,
    step: ApplicationStep,
    *,
    by: User | None,
    words: str = "",
    is_told: bool = True,
) -> Application:
    """Keep a step of a locked application and let its state follow."""
    step.application, step.by = row, by
    if step.verb != SAY_YES:
        step.source = row.status
        row.status = Status(step.target)
        row.ended_at = None if row.status in OPEN_APPLICATION else timezone.now()
        row.save(update_fields=["status", "ended_at", "updated_at"])
    step.save()
    verb = "undone" if step.is_undo else RECORDED.get(step.verb, step.verb)
    audit.record(f"application.{verb}", row, by=by, detail={"step": step.pk})
    answer = _said(step, words) if words else None
    if is_told:
        notices.moved(row, step, answer)
    hooks.moved.fire(row, step)
    return row


def _said(step: ApplicationStep, words: str) -> Message:
    """Words that go with a step have no notice of their own."""
    own = step.side == StepSide.PROFESSIONAL
    side = StepSide.PROFESSIONAL if own else StepSide.SCHOOL
    return Message.objects.create(
        application=step.application, side=side, by=step.by, text=words, at=step.at
    )
