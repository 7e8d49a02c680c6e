"""Each party agrees to its own part; whose part did not change is asked nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment.errors import StaleError
from vacancies.employers import letters, notices, queries
from vacancies.employers.actions.asking import again, ask_of
from vacancies.employers.facts import facts_of
from vacancies.employers.parts import digest
from vacancies.enums import StepSide
from vacancies.lifecycles import Side
from vacancies.models import Confirmation, EmployerRequest, Placement
from vacancies.placement import queries as placements
from vacancies.placement.actions.moving import require_side
from vacancies.placement.consent import covers

LONGEST_NAME = 80
FIRST = {"offer": Side.SCHOOL, "accept": Side.PROFESSIONAL}


@transaction.atomic
def confirm(placement: Placement, *, side: Side, by: User, shown: str) -> Placement:
    """Agree to the part as it was shown. When the professional does, and the employer's part
    changed too, the employer is asked anew.

    Raises StaleError when it changed since the page was shown, PermissionDenied to a stranger.
    """
    row = placements.locked(placement)
    require_side(row, by, side)
    request = queries.locked_of(row)
    if digest(facts_of(row, request), side) != shown:
        raise StaleError(_("Something changed in the meantime. Look again."))
    if not queries.must_confirm(row, side, request):
        return row
    keep(row, side, name=str(by.name or by.email), request=request, by=by)
    audit.record("placement.confirmed", row, by=by, detail={"party": str(side)})
    if side is Side.PROFESSIONAL:
        _ask_employer(row, request, by)
    notices.confirmed(row, side)
    return row


def keep(
    placement: Placement,
    party: Side,
    *,
    name: str,
    request: EmployerRequest | None,
    by: User | None = None,
) -> None:
    """The row that says so; the same part twice is once."""
    Confirmation.objects.get_or_create(
        placement=placement,
        party=StepSide(party),
        digest=digest(facts_of(placement, request), party),
        defaults={"typed_name": name[:LONGEST_NAME], "by": by},
    )


def ensure_first(placement: Placement) -> None:
    """Offer and yes were the first confirmations: written down before anything changes."""
    if placement.status not in queries.AGREED or placement.confirmations.exists():
        return
    facts = facts_of(placement)
    for step in placement.steps.filter(verb__in=FIRST, is_undo=False).select_related("by"):
        party = FIRST[step.verb]
        Confirmation.objects.get_or_create(
            placement=placement,
            party=StepSide(party),
            digest=digest(facts, party),
            defaults={"typed_name": _name(step.by), "by": step.by, "at": step.at},
        )


def _ask_employer(row: Placement, request: EmployerRequest | None, by: User) -> None:
    """Whoever was asked before is asked about the work as it is now."""
    if request is None or request.status not in queries.LIVE or covers(request, row):
        return
    again(request, row, ask_of(request), by=by)
    letters.ask(request, is_changed=True)


def _name(user: User | None) -> str:
    return str(user.name or user.email)[:LONGEST_NAME] if user else ""
