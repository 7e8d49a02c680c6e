"""Hours that a school plans with a person; the budget of the year is held under a lock."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import Institution, Professional, User
from portal.kit.templatetags.ui import day
from vacancies.assessment import queries
from vacancies.assessment.errors import RefusedError, StaleError
from vacancies.codes import Need, Route
from vacancies.models import PlannedBlock, Vacancy
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.calendar import DAY
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.hours import Fault
from vacancies.routes.words.limits import remedy_of
from vacancies.routes.words.voice import plain

MOST_HOURS: Final = Decimal(40)
MOST_PLANS: Final = 40


@dataclass(frozen=True)
class Hours:
    """What is planned. One route, within one study year."""

    function_kind: str
    route: str
    week_hours: Decimal
    weeks: int
    starts_on: date
    ends_on: date | None = None
    fte: Decimal | None = None
    lesson_hours: Decimal | None = None
    is_lent: bool = False
    named_teacher: str = ""


@transaction.atomic
def plan(
    professional: Professional,
    *,
    institution: Institution,
    hours: Hours,
    by: User,
    vacancy: Vacancy | None = None,
) -> PlannedBlock:
    """Plan hours with somebody who said yes to this school.

    Only the law refuses: the average of the year at this school, the term of a route, a route
    that does not open the function. Raises RefusedError with the numbers and what would fit,
    PermissionDenied to a stranger.
    """
    row = PlannedBlock(
        professional=_held(professional, institution, by),
        institution=institution,
        vacancy=vacancy,
        planned_by=by,
        **asdict(hours),
    )
    if vacancy is not None and vacancy.institution_id != institution.pk:
        raise PermissionDenied
    if PlannedBlock.objects.counted().filter(professional=professional).count() >= MOST_PLANS:
        raise RefusedError(_("There are too many plans with this person. Remove some first."))
    _require_lawful(row)
    row.save(force_insert=True)
    audit.record("hours.planned", professional, by=by, detail=_detail(row))
    return row


@transaction.atomic
def change_plan(planned: PlannedBlock, *, hours: Hours, seen: str, by: User) -> PlannedBlock:
    """Plan it otherwise. `seen` is the `fingerprint` of what the colleague saw.

    Raises StaleError when it changed since, else as `plan`.
    """
    professional = _held(planned.professional, planned.institution, by)
    row = PlannedBlock.objects.select_related("institution").filter(pk=planned.pk).first()
    if row is None or row.placement_id or fingerprint(row) != seen:
        raise StaleError(_("A colleague changed these hours in the meantime. Look again."))
    row.professional = professional
    for name, value in asdict(hours).items():
        setattr(row, name, value)
    _require_lawful(row)
    row.save()
    audit.record("hours.changed", professional, by=by, detail=_detail(row))
    return row


@transaction.atomic
def cancel_plan(planned: PlannedBlock, *, by: User) -> None:
    """Take the hours out of the plan; gone already is fine. Raises PermissionDenied to a stranger.

    Also after a yes was taken back: nobody else could free the hours. Those of a placement stay.
    """
    if not queries.is_recorder(by, planned.institution):
        raise PermissionDenied
    professional = queries.locked(planned.professional)
    row = PlannedBlock.objects.filter(pk=planned.pk, placement=None).first()
    if row is not None:
        audit.record("hours.cancelled", professional, by=by, detail=_detail(row))
        row.delete()


def fingerprint(planned: PlannedBlock) -> str:
    """What a plan says, so that a change by somebody else in the meantime is seen."""
    values = [getattr(planned, name) for name in Hours.__dataclass_fields__]
    return "|".join(_as_text(value) for value in values)


def _as_text(value: object) -> str:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def _held(professional: Professional, institution: Institution, by: User) -> Professional:
    """The person, locked: colleagues who plan at once are judged one after the other."""
    row = queries.locked(professional)
    if not queries.may_record(by, institution, row):
        raise PermissionDenied
    return row


def _require_lawful(row: PlannedBlock) -> None:
    if Route(row.route) not in _routes_of(row.function_kind):
        raise RefusedError(_("This route does not lead to this function."), "route")
    _require_numbers(row)
    _require_one_study_year(row)
    guard = queries.guard_of(row)
    if guard.refuses and guard.limit:
        raise RefusedError(over_budget(guard), "week_hours")
    if Need.TERM_LEFT in queries.verdict_of(row).codes:
        raise RefusedError(
            _("These hours go past the time that this route has at your school."), "ends_on"
        )


def _require_numbers(row: PlannedBlock) -> None:
    if not 0 < row.week_hours <= MOST_HOURS:
        raise RefusedError(_("Plan more than 0 and at most 40 hours a week."), "week_hours")
    if row.fte is not None and not 0 < row.fte <= 1:
        raise RefusedError(_("Write a share between 0 and 1, such as 0.4."), "fte")
    if row.lesson_hours is not None and not 0 < row.lesson_hours <= MOST_HOURS:
        raise RefusedError(_("Write more than 0 and at most 40 lessons a week."), "lesson_hours")


def _require_one_study_year(row: PlannedBlock) -> None:
    book = rule_book()
    booking = queries.booking_of(row)
    last = hours.study_year(booking.starts_on, book)[1]
    match hours.fault_of(booking, book):
        case Fault.ENDS_BEFORE_START:
            raise RefusedError(_("The last day is before the first day."), "ends_on")
        case Fault.CROSSES_STUDY_YEAR:
            text = _(
                "The hours of a year count until %(last)s. Plan until that day, and make a second"
                " plan from %(next)s."
            )
            raise RefusedError(text % {"last": day(last), "next": day(last + DAY)}, "ends_on")
        case Fault.WEEKS_DO_NOT_FIT:
            fits = hours.weeks_in(booking.starts_on, hours.last_day(booking, book))
            text = _("Between the first and the last day there are %(weeks)d weeks.")
            raise RefusedError(text % {"weeks": fits}, "weeks")


def over_budget(guard: hours.Guard) -> str:
    """Why a plan does not fit the year: the numbers, and what would fit."""
    assert guard.limit is not None

    text = _(
        "Together this is %(used)s clock hours in this study year; the law has room for"
        " %(budget)s at your school."
    ) % {"used": plain(guard.limit.used), "budget": plain(guard.limit.budget)}
    return f"{text} {remedy_of(guard.remedies)}".strip()


def _routes_of(function: str) -> set[Route]:
    return {rule.code for rule in RULE_OF.values() if function in rule.opens}


def _detail(row: PlannedBlock) -> audit.Detail:
    return {
        "institution": row.institution_id,
        "plan": row.pk,
        "route": row.route,
        "week_hours": str(row.week_hours),
        "weeks": row.weeks,
        "starts_on": row.starts_on.isoformat(),
    }
