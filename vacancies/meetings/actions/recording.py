"""One step of a meeting: written down with its moment, its actor and what calendars need."""

from typing import Final

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.enums import MeetingStatus, StepSide
from vacancies.lifecycles import MEETING, Side
from vacancies.meetings.plan import Plan
from vacancies.models import Meeting, MeetingOption, MeetingStep

PROPOSE: Final = "propose"
AUDITED: Final = {
    PROPOSE: "proposed",
    "propose_others": "others_proposed",
    "agree": "agreed",
    "move": "moved",
    "cancel": "cancelled",
}


def write_down(
    row: Meeting, verb: str, *, side: Side, by: User | None, reason: str = ""
) -> MeetingStep:
    """Keep a step of a locked meeting and let its state follow. The times of the step are those
    that the meeting has now, so a step that drops them is written before they go.

    Raises IllegalTransitionError when the table has no such step from here for this side.
    """
    source, target = ("", MEETING.first) if verb == PROPOSE else _moved(row, verb, side)
    row.status = MeetingStatus(target)
    row.sequence += 1
    step = MeetingStep.objects.create(
        meeting=row,
        verb=verb,
        source=source,
        target=target,
        side=StepSide(side),
        by=by,
        reason=reason,
        sequence=row.sequence,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
    )
    audit.record(f"meeting.{AUDITED[verb]}", row, by=by, detail={"step": step.pk})
    return step


def _moved(row: Meeting, verb: str, side: Side) -> tuple[str, str]:
    return row.status, MEETING.step(verb, row.status, side).target


def offer(row: Meeting, plan: Plan) -> None:
    """These are the times to choose from, instead of any before."""
    row.options.all().delete()
    MeetingOption.objects.bulk_create(
        MeetingOption(
            meeting=row, on=slot.on, day_part=slot.bit, starts_at=span[0], ends_at=span[1]
        )
        for slot, span in plan.spans.items()
    )
