"""What a school decides about a person: recorded once, never changed; the newest counts."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, TypedDict, Unpack

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import Institution, Professional, User
from vacancies.assessment import hooks, queries
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.kinds import BY_CODE, NEEDS_GROUND
from vacancies.assessment.statement import STATEMENT_ROUTES, Grounds, grounds_of
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision
from vacancies.routes import calendar
from vacancies.routes.book import rule_book

OLDEST: Final = 60  # years back in which a date can be right
LONGEST_NOTE: Final = 500
EXEMPTION_TERMS: Final = {
    Route.TEMPORARY_EXEMPTION_TEACHER: "teacher_exemption_term",
    Route.INSTRUCTOR_TEMPORARY_EXEMPTION: "instructor_exemption_term",
}


class Facts(TypedDict, total=False):
    """What is recorded. `note` is the ground; `route` and the period as the kind asks."""

    kind: str
    is_yes: bool
    decided_on: date
    route: str
    starts_on: date | None
    ends_on: date | None
    note: str


@transaction.atomic
def record_decision(
    professional: Professional, *, institution: Institution, by: User, **facts: Unpack[Facts]
) -> BoardDecision:
    """Record one judgement, signature, decision or earlier period, beside what was there.

    A suitability statement goes with `record_statement`. Raises RefusedError with the field that
    cannot be right, PermissionDenied to a stranger and about somebody who did not say yes.
    """
    _require_right_to_record(professional, institution, by)
    row = _row(professional, institution, by, facts)
    if row.kind == Decision.STATEMENT_BY and row.is_yes:
        raise RefusedError(_("Record the statement with the judgements it rests on."), "kind")
    _keep([row], by)
    return row


@transaction.atomic
def record_statement(
    professional: Professional,
    *,
    institution: Institution,
    route: Route,
    decided_on: date,
    judged: Collection[str],
    note: str = "",
    by: User,
) -> BoardDecision:
    """Record the signed statement and the judgements it rests on, all or nothing.

    `judged`: what the school answers with yes now; what it judged before counts too. Raises
    RefusedError when one is lacking or the law leaves no room, else as `record_decision`.
    """
    _require_right_to_record(professional, institution, by)
    queries.locked(professional)
    if route not in STATEMENT_ROUTES:
        raise RefusedError(_("Choose one of the routes of this form."), "route")
    grounds = grounds_for(professional, institution, route, decided_on)
    _require_grounds(grounds, judged, note)
    yes: Facts = {"is_yes": True, "decided_on": decided_on, "note": note}
    rows = [_row(professional, institution, by, yes | {"kind": kind}) for kind in grounds.asked]
    signed = _row(professional, institution, by, yes | {"kind": Decision.STATEMENT_BY}, route)
    _keep([*rows, signed], by)
    return signed


def grounds_for(
    professional: Professional, institution: Institution, route: Route, on: date
) -> Grounds:
    """On which judgements a statement of this day would rest."""
    case = queries.case_for_statement(professional, institution, route, on)
    return grounds_of(case, route, rule_book())


def _require_right_to_record(
    professional: Professional, institution: Institution, by: User
) -> None:
    if not queries.may_record(by, institution, professional):
        raise PermissionDenied


def _require_grounds(grounds: Grounds, judged: Collection[str], note: str) -> None:
    if grounds.obstacles:
        raise RefusedError(_("The law leaves no room for this statement now."))
    for kind in grounds.asked:
        if kind not in judged:
            raise RefusedError(_("The statement rests on this: it needs a yes."), str(kind))
    if grounds.level_open and not note.strip():
        raise RefusedError(_("Write on which diploma the level rests."), "note")


def _row(
    professional: Professional,
    institution: Institution,
    by: User,
    facts: Facts,
    route: Route | None = None,
) -> BoardDecision:
    decided_on = facts.get("decided_on")
    if decided_on is None:
        raise RefusedError(_("Fill in the day."), "decided_on")
    row = BoardDecision(
        institution=institution,
        professional=professional,
        kind=facts.get("kind", ""),
        is_yes=facts.get("is_yes", True),
        route=route or facts.get("route", ""),
        decided_on=decided_on,
        starts_on=facts.get("starts_on"),
        ends_on=facts.get("ends_on"),
        note=" ".join(facts.get("note", "").split()),
        recorded_by=by,
    )
    _require_known(row, fixed_route=route is not None)
    _require_right_day(row)
    _require_period(row)
    _require_ground(row)
    return row


def _require_known(row: BoardDecision, *, fixed_route: bool) -> None:
    if row.kind not in BY_CODE:
        raise RefusedError(_("Choose what you want to record."), "kind")
    if fixed_route:
        return
    routes = BY_CODE[Decision(row.kind)].routes
    if routes and row.route not in routes:
        raise RefusedError(_("Choose the route for which this holds."), "route")
    if row.route and not routes:
        raise RefusedError(_("This holds for every route."), "route")


def _require_right_day(row: BoardDecision) -> None:
    today = timezone.localdate()
    if row.decided_on > today:
        raise RefusedError(
            _("This day is still to come. Record it once it is decided."), "decided_on"
        )
    if row.decided_on.year < today.year - OLDEST:
        raise RefusedError(_("Look at the year: this is too long ago."), "decided_on")


def _require_period(row: BoardDecision) -> None:
    has_period = BY_CODE[Decision(row.kind)].has_period
    if not has_period:
        if row.starts_on or row.ends_on:
            raise RefusedError(_("This has no period."), "starts_on")
        return
    first, last = row.starts_on, row.ends_on
    if first is None or last is None:
        name = "ends_on" if first else "starts_on"
        raise RefusedError(_("Fill in the first and the last day."), name)
    if last < first:
        raise RefusedError(_("The last day is before the first day."), "ends_on")
    if row.kind == Decision.WORKED and last > timezone.localdate():
        raise RefusedError(
            _("Record only time that is over. Plan hours that still run."), "ends_on"
        )
    if row.kind == Decision.EXEMPTION_DECISION:
        _require_short_exemption(Route(row.route), first, last, row.decided_on)


def _require_short_exemption(route: Route, first: date, last: date, on: date) -> None:
    """The law knows no longer period in one decision (WEB 4.2.1 lid 5, 4.2.2 lid 4)."""
    years = rule_book().whole(EXEMPTION_TERMS[route], on)
    if last > calendar.last_day(first, years):
        text = _("One decision holds for at most %(years)d years. An extension is a new decision.")
        raise RefusedError(text % {"years": years}, "ends_on")


def _require_ground(row: BoardDecision) -> None:
    if len(row.note) > LONGEST_NOTE:
        raise RefusedError(_("Write at most 500 characters."), "note")
    if not row.is_yes and not row.note:
        raise RefusedError(_("Write why not. The professional may read this ground."), "note")
    if row.kind in NEEDS_GROUND and not row.note:
        raise RefusedError(_("The law asks for this in writing. Fill it in."), "note")


def _keep(rows: Sequence[BoardDecision], by: User) -> None:
    """Write down what one act recorded, and tell who listens once."""
    for row in rows:
        row.save(force_insert=True)
        detail: audit.Detail = {
            "institution": row.institution_id,
            "kind": row.kind,
            "yes": row.is_yes,
            "route": row.route,
        }
        audit.record("suitability.recorded", row.professional, by=by, detail=detail)
    hooks.decided.fire(rows)
