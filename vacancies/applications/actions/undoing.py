"""A moderator takes the last step back, and says why to both sides."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from vacancies.applications import history, queries
from vacancies.applications.actions.taking import write_down
from vacancies.applications.errors import RefusedError
from vacancies.enums import ApplicationStatus, StepSide
from vacancies.matching import actions as matching
from vacancies.models import Application, ApplicationStep

LONGEST_REASON = 500


@transaction.atomic
def undo_last_step(application: Application, *, reason: str, by: User) -> Application:
    """Back to the state before the last step that still stands; both sides read the reason.

    Raises RefusedError without a reason, for the first yes, and for a yes that was taken back:
    only its owner may share the name again. PermissionDenied to who is no moderator.
    """
    row = queries.locked(application)
    if not by.is_staff:
        raise PermissionDenied
    told = " ".join(reason.split())
    if not told or len(told) > LONGEST_REASON:
        raise RefusedError(_("Write why, in at most 500 characters."))
    last = history.last_standing(row.steps.all())
    if last is None or not last.source:
        raise RefusedError(_("There is no step to undo: this is where it began."))
    if row.status == ApplicationStatus.WITHDRAWN:
        raise RefusedError(_("Only the professional can share name and contact again."))
    back = ApplicationStep(
        verb=last.verb,
        target=last.source,
        side=StepSide.MODERATOR,
        is_undo=True,
        reason=told,
    )
    if last.source == ApplicationStatus.WITHDRAWN:
        matching.unmark_interested(row.vacancy, row.professional, by=by)
    return write_down(row, back, by=by)
