"""The professional asks the own employer, mends a name or address, or takes the question back."""

from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Final
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import User
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.employers import letters, notices, queries
from vacancies.employers.actions.moving import held, move, renew, write_step
from vacancies.enums import EmployerStatus as Status
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest, Placement
from vacancies.models.placement import STANDING
from vacancies.placement import queries as placements
from vacancies.placement.actions.moving import require_side
from vacancies.placement.offer import week_hours_of

MOST_A_DAY: Final = 5
ANSWER_FIELDS: Final[dict[str, object]] = {
    "refusal_ground": "",
    "answer_note": "",
    "counter_mask": 0,
    "asks_confidentiality": False,
    "asks_no_recruiting": False,
    "may_call_back": False,
    "conditions": "",
    "answered_by": "",
    "answered_at": None,
    "text_version": "",
}


@dataclass(frozen=True)
class Ask:
    """Who is asked, and for what."""

    employer: str
    contact_name: str
    contact_email: str
    scope: str
    kvk: str = ""
    travel_in_own_time: bool = True


@transaction.atomic
def ask(placement: Placement, *, ask: Ask, by: User, version: int | None = None) -> EmployerRequest:
    """Ask for the work as it stands now, by a mail with a link; asked again, an answer of before
    no longer counts.

    Raises PermissionDenied to anybody but the professional, RefusedError with its field,
    StaleError, IllegalTransitionError.
    """
    place = placements.locked(placement)
    require_side(place, by, Side.PROFESSIONAL)
    if place.status not in STANDING:
        raise RefusedError(_("This work does not go on, so there is nothing to ask."))
    _require_others_address(ask, by)
    row = queries.locked_of(place)
    _require_version(row, version)
    if row is None:
        row = _begun(place, ask, by)
        write_step(row, "ask", "", side=Side.PROFESSIONAL, by=by)
    else:
        again(row, place, ask, by=by)
    letters.ask(row)
    return row


@transaction.atomic
def correct(request: EmployerRequest, *, ask: Ask, by: User, version: int) -> EmployerRequest:
    """Mend names and address: nobody is asked anew, and an answer stays. Another address gets a
    link of its own, the old one opens nothing any more. Raises as `ask`."""
    row = held(request)
    require_side(row.placement, by, Side.PROFESSIONAL)
    _require_version(row, version)
    if row.status in (Status.WITHDRAWN, Status.EXPIRED):
        raise RefusedError(_("Nobody is asked now. Ask again with the right address."))
    _require_others_address(ask, by)
    is_elsewhere = ask.contact_email.lower() != row.contact_email.lower()
    if is_elsewhere:
        _require_patience(row)
    _fill(row, ask, names=("employer", "kvk", "contact_name", "contact_email"))
    renew(row)
    row.version += 1
    row.save()
    audit.record("employer.corrected", row, by=by, detail={"elsewhere": is_elsewhere})
    if is_elsewhere and row.status in queries.OPEN:
        letters.ask(row)
    elif is_elsewhere:
        letters.moved(row)
    return row


@transaction.atomic
def take_back(request: EmployerRequest, *, by: User, version: int | None = None) -> EmployerRequest:
    """The question, or the use of the yes, is taken back; the employer is told. Twice is once."""
    row = held(request)
    require_side(row.placement, by, Side.PROFESSIONAL)
    if row.status == Status.WITHDRAWN:
        return row
    _require_version(row, version)
    move(row, "take_back", side=Side.PROFESSIONAL, by=by)
    letters.off(row)
    notices.taken_back(row)
    return row


def again(row: EmployerRequest, placement: Placement, ask: Ask, *, by: User) -> None:
    """Ask anew on a row that is held: the work as it stands now, a new term, no answer."""
    EMPLOYER_REQUEST.step("ask_again", row.status, Side.PROFESSIONAL)
    _require_patience(row)
    _fill(row, ask)
    _snap(row, placement)
    for name, empty in ANSWER_FIELDS.items():
        setattr(row, name, empty)
    _begin_term(row, by)
    move(row, "ask_again", side=Side.PROFESSIONAL, by=by)


def drafted(placement: Placement, ask: Ask) -> EmployerRequest:
    """The question as it would be sent; not to be kept."""
    row = EmployerRequest(placement=placement, status=EMPLOYER_REQUEST.first)
    _fill(row, ask)
    _snap(row, placement)
    return row


def ask_of(row: EmployerRequest) -> Ask:
    """The same question once more."""
    return Ask(**{field.name: getattr(row, field.name) for field in fields(Ask)})


def _begun(placement: Placement, ask: Ask, by: User) -> EmployerRequest:
    row = drafted(placement, ask)
    row.token_digest = uuid4().hex  # its link holds its number, which it does not have yet
    row.expires_on = timezone.localdate()
    row.save()
    _begin_term(row, by)
    row.save()
    return row


def _begin_term(row: EmployerRequest, by: User) -> None:
    today = timezone.localdate()
    row.asked_at, row.asked_by = timezone.now(), by
    row.expires_on = today + queries.link_term(today)
    renew(row)


def _fill(row: EmployerRequest, ask: Ask, names: tuple[str, ...] = ()) -> None:
    for name in names or tuple(field.name for field in fields(Ask)):
        setattr(row, name, getattr(ask, name))


def _snap(row: EmployerRequest, placement: Placement) -> None:
    """What is asked is the work as it stands at this moment."""
    row.hours_week = week_hours_of(list(placement.blocks.all()))
    row.day_parts_mask = placement.day_parts_mask
    row.starts_on, row.ends_on = placement.starts_on, placement.ends_on


def _require_others_address(ask: Ask, by: User) -> None:
    if ask.contact_email.lower() == by.email.lower():
        text = _("This is your own address. Fill in that of who decides at your work.")
        raise RefusedError(text, "contact_email")


def _require_patience(row: EmployerRequest) -> None:
    since = timezone.now() - timedelta(days=1)
    if queries.asked_since(row, since) >= MOST_A_DAY:
        raise RefusedError(_("You asked often today. Try again tomorrow, or call."))


def _require_version(row: EmployerRequest | None, version: int | None) -> None:
    """Version 0: a page on which nothing was asked yet."""
    if version is not None and version != (row.version if row else 0):
        raise StaleError(_("Something changed in the meantime. Look again."))
