"""What a school and a trainee agree: which course, when, who coaches, which day is for study."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.lifecycles import Side
from vacancies.models import CourseStart, Trajectory
from vacancies.training import notices, queries
from vacancies.training.actions.holding import held, keep
from vacancies.training.actions.replanning import replan
from vacancies.training.actions.settling import settle
from vacancies.training.errors import RefusedError

FIELDS = ("course_start", "guide", "coach", "coach_hours_week", "study_day_mask", "starts_on")


@dataclass(frozen=True)
class Agreements:
    """What stands in the form; `starts_on` counts only until the appointment."""

    starts_on: date
    course_start: CourseStart | None = None
    guide: User | None = None
    coach: str = ""
    coach_hours_week: Decimal = Decimal(0)
    study_day_mask: int = 0


@transaction.atomic
def agree(trajectory: Trajectory, agreed: Agreements, *, by: User, seen: int) -> Trajectory:
    """Keep what was agreed and plan anew; who owns a day that moved is told.

    The same again changes nothing. Raises RefusedError with the field that cannot be right,
    StaleError when a colleague changed it in the meantime, PermissionDenied.
    """
    row = held(trajectory, side=Side.SCHOOL, by=by, seen=seen)
    if row.status in queries.ENDED:
        raise RefusedError(_("This trajectory has ended."))
    if agreed.guide and not queries.is_recorder(agreed.guide, row.institution):
        raise RefusedError(_("Choose a colleague who may record for your school."), "guide")
    changed = [name for name in FIELDS if getattr(row, name) != getattr(agreed, name)]
    if row.appointed_on and "starts_on" in changed:
        changed.remove("starts_on")
    if not changed:
        return row
    for name in changed:
        setattr(row, name, getattr(agreed, name))
    keep(row, changed)
    audit.record("trajectory.agreed", row, by=by, detail={"changed": changed})
    settle(row)
    codes = replan(row, by=by)
    if codes:
        notices.days_moved(row, codes, but=by)
    return row
