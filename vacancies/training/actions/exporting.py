"""The competence file leaves the site: who took it is recorded, in the same transaction."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.audit import actions as audit
from accounts.models import User
from accounts.privacy import actions as privacy
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.training import queries


@transaction.atomic
def record_export(trajectory: Trajectory, form: str, *, side: Side, by: User) -> None:
    """Note it for moderators; what a school takes, its subject sees as a look at the profile.

    Raises PermissionDenied to who is neither the person nor a recorder of the school.
    """
    if not queries.may_act(trajectory, side, by):
        raise PermissionDenied
    detail: audit.Detail = {"form": form, "side": str(side)}
    audit.record("trajectory.file_exported", trajectory, by=by, detail=detail)
    if side == Side.SCHOOL:
        privacy.record_view(
            trajectory.professional,
            institution=trajectory.institution,
            viewer=by,
            with_name=True,
        )
