"""A link in the wrong hands, and a new one for who agreed before."""

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from vacancies.employers import letters, notices, queries
from vacancies.employers.actions.moving import held, move, renew
from vacancies.employers.errors import Closed, ClosedError
from vacancies.enums import EmployerStatus as Status
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest


@transaction.atomic
def turn_away(request: EmployerRequest, *, version: int) -> EmployerRequest:
    """This reached somebody else: name and address are wiped, so that nothing goes there again,
    and the professional is told. Raises ClosedError once there is an answer."""
    row = held(request)
    steps = {step.verb for step in EMPLOYER_REQUEST.open_to(row.status, Side.EMPLOYER)}
    if "turn_away" not in steps or row.version != version:
        raise ClosedError(Closed.DONE if "turn_away" not in steps else Closed.STALE)
    row.contact_name = row.contact_email = ""
    renew(row)
    move(row, "turn_away", side=Side.EMPLOYER)
    notices.answered(row, "turn_away")
    return row


@transaction.atomic
def renew_link(request: EmployerRequest) -> EmployerRequest:
    """Who agreed, and whose link ran out, gets a new one at the same address: to read it again
    or to take it back. Raises ClosedError for any other request."""
    row = held(request)
    if row.status != Status.GIVEN or not queries.is_over(row):
        raise ClosedError(Closed.DONE)
    today = timezone.localdate()
    row.expires_on = today + queries.link_term(today)
    renew(row)
    row.version += 1
    row.save()
    audit.record("employer.link_renewed", row, by=None)
    letters.moved(row)
    return row
