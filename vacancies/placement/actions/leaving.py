"""An account goes: offers and placements of that person end first, as if the person ended them."""

from accounts.identity import queries as identity
from accounts.models import User
from vacancies.applications import queries as applications
from vacancies.assessment import queries as assessment
from vacancies.enums import ApplicationStatus, PlacementStatus
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import left_notices, queries
from vacancies.placement.actions.answering import refuse
from vacancies.placement.actions.running import cancel, end
from vacancies.posting import queries as posting


def hold(user: User) -> None:
    """Everything that a school may take a step on just now, in the order of every step."""
    professional = identity.professional_of(user)
    if professional is not None:
        posting.hold_applied_to(professional)
        assessment.locked(professional)
        applications.hold_all_of(professional)
        queries.hold_all_of(professional)


def let_go(user: User) -> None:
    """Runs in the transaction of the deletion, before it. Day-parts are open again, an employer
    that was asked hears that nothing is asked any more, and the school that somebody left."""
    professional = identity.professional_of(user)
    if professional is None:
        return
    for application in queries.going_on_of(professional):
        if application.seen_at or application.status != ApplicationStatus.NEW:
            left_notices.left(application)
    for placement in list(queries.standing_of(professional)):
        _end(placement, by=user)


def _end(placement: Placement, *, by: User) -> None:
    if placement.status == PlacementStatus.OFFERED:
        refuse(placement, by=by)
    elif placement.status == PlacementStatus.ACCEPTED:
        cancel(placement, by=by, side=Side.PROFESSIONAL)
    else:
        end(placement, by=by, side=Side.PROFESSIONAL)
