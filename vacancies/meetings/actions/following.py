"""What the end of an application does to its meetings."""

from vacancies.enums import ApplicationStatus, StepSide
from vacancies.lifecycles import Side
from vacancies.meetings import notices, queries
from vacancies.meetings.actions.recording import write_down
from vacancies.models import Application, ApplicationStep

ENDS = (ApplicationStatus.DECLINED, ApplicationStatus.WITHDRAWN)


def follow(application: Application, step: ApplicationStep) -> None:
    """Nobody comes to an appointment of an application that ended. Runs in the transaction of
    that step; the end itself is told by the application."""
    if step.target not in ENDS:
        return
    for standing in queries.standing_of(application):
        row = queries.locked(standing)
        written = write_down(row, "cancel", side=Side.CLOCK, by=None)
        row.cancelled_by = StepSide.CLOCK
        row.save()
        notices.cancelled(written)
