"""A moderator takes the last step back, and says why to both sides."""

from collections.abc import Callable, Mapping
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from vacancies.applications import history
from vacancies.enums import StepSide, TrajectoryStatus
from vacancies.models import Trajectory, TrajectoryStep
from vacancies.routes.calendar import DAY
from vacancies.training import queries
from vacancies.training.actions.holding import write_down
from vacancies.training.actions.replanning import replan
from vacancies.training.actions.settling import settle
from vacancies.training.errors import RefusedError
from vacancies.training.milestones import MILESTONES

LONGEST_REASON: Final = 500


@transaction.atomic
def undo_last_step(trajectory: Trajectory, *, reason: str, by: User) -> Trajectory:
    """Back to the state before the last step that still stands; both sides read the reason.

    A paper that was made with a certificate stays its owner's. Raises RefusedError without a
    reason and for the first step, PermissionDenied to who is no moderator.
    """
    row = queries.locked(trajectory)
    if not by.is_staff:
        raise PermissionDenied
    told = " ".join(reason.split())
    if not told or len(told) > LONGEST_REASON:
        raise RefusedError(_("Write why, in at most 500 characters."))
    last = history.last_standing(row.steps.all())
    if last is None or not last.source:
        raise RefusedError(_("There is no step to undo: this is where it began."))
    back = TrajectoryStep(
        verb=last.verb, source=row.status, target=last.source, side=StepSide.MODERATOR,
        is_undo=True, reason=told,
    )  # fmt: skip
    fields = BACK.get(last.verb, _nothing)(row)
    write_down(row, back, by=by, fields=fields)
    codes = [rule.code for rule in MILESTONES if rule.verb == last.verb]
    row.milestones.filter(code__in=codes).update(done_on=None, done_by=None, credential=None)
    if row.status not in queries.ENDED:
        settle(row)
        replan(row, by=by)
    return row


def _nothing(row: Trajectory) -> list[str]:
    return []


def _appointment(row: Trajectory) -> list[str]:
    row.appointed_on = row.term_ends_on = row.certificate_by = None
    return ["appointed_on", "term_ends_on", "certificate_by"]


def _extension(row: Trajectory) -> list[str]:
    row.extended_until = row.agreed_until = None
    row.extension_reason = ""
    return ["extended_until", "agreed_until", "extension_reason"]


def _pause(row: Trajectory) -> list[str]:
    row.pauses.filter(ends_on=None).delete()
    return []


def _resumption(row: Trajectory) -> list[str]:
    """The pause runs again, and what was agreed until a day has not moved along yet."""
    last = row.pauses.order_by("-starts_on").first()
    if last is None or last.ends_on is None:
        return []
    if row.agreed_until:
        row.agreed_until -= last.ends_on + DAY - last.starts_on
    last.ends_on = None
    last.save(update_fields=["ends_on"])
    return ["agreed_until"]


def _stop(row: Trajectory) -> list[str]:
    """What stood still stands still again; the time is not used up yet."""
    row.stop_reason = ""
    stop = _last_stop(row)
    if stop is None:
        return ["stop_reason"]
    queries.time_used(row).filter(ends_on=timezone.localdate(stop.at)).delete()
    pause = row.pauses.order_by("-starts_on").first()
    if stop.source == TrajectoryStatus.PAUSED and pause:
        pause.ends_on = None
        pause.save(update_fields=["ends_on"])
    return ["stop_reason"]


def _last_stop(row: Trajectory) -> TrajectoryStep | None:
    return row.steps.filter(verb="stop", is_undo=False).order_by("-at", "-pk").first()


def _second_start(row: Trajectory) -> list[str]:
    """Stopped again, for the reason of then."""
    stop = _last_stop(row)
    row.stop_reason = stop.reason if stop else ""
    row.run -= 1
    return ["stop_reason", "run"]


BACK: Final[Mapping[str, Callable[[Trajectory], list[str]]]] = {
    "appoint": _appointment,
    "extend": _extension,
    "pause": _pause,
    "resume": _resumption,
    "resume_extended": _resumption,
    "stop": _stop,
    "take_up_again": _second_start,
}
