"""Milestones that are facts: a paper shown, a judgement recorded. They follow, both ways."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.audit import actions as audit
from accounts.models import Professional, User
from vacancies.codes import Need
from vacancies.enums import TrajectoryStatus as Status
from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import BoardDecision, Trajectory
from vacancies.routes.book import rule_book
from vacancies.training import queries, standing
from vacancies.training.actions.holding import move
from vacancies.training.guards import NEEDED
from vacancies.training.milestones import MILESTONES, SHOWN_BY, Code

FOLLOWS = {Status.SUITABILITY_CHECK: "issue_statement", Status.PDG_ADMITTED: "sign_agreement"}


def follow_person(professional: Professional) -> None:
    """Papers or answers changed: every running trajectory of this person looks again. Most people
    have none, and this is asked at every change of a profile."""
    rows = Trajectory.objects.filter(professional=professional)
    for row in rows.exclude(status__in=queries.ENDED).order_by("-created_at", "-pk"):
        with transaction.atomic():
            settle(queries.locked(row))


def follow_decisions(decisions: Sequence[BoardDecision]) -> None:
    """A school recorded this at once: its trajectory looks again, and takes the step it makes."""
    first = decisions[0]
    row = queries.at_school(first.professional, first.institution)
    if row is None or row.status in queries.ENDED:
        return
    with transaction.atomic():
        locked = queries.locked(row)
        advance(locked, settle(locked), by=first.recorded_by)


def settle(row: Trajectory) -> frozenset[Need]:
    """Mark what is had, and open again what no longer is. Facts only, of a held row.

    Gives what the route still misses, for `advance`.
    """
    lacking = standing.missing(queries.case_of(row), rule_book())
    today = timezone.localdate()
    coach = bool(row.coach and row.coach_hours_week and row.study_day_mask)
    done = dict(row.milestones.values_list("code", "done_on"))
    for rule in MILESTONES:
        if rule.code not in done or not (rule.needs or rule.code == Code.COACH_AGREED):
            continue
        had = not rule.needs & lacking if rule.needs else coach
        if had == bool(done[rule.code]):
            continue
        rows = row.milestones.filter(code=rule.code)
        rows.update(done_on=today if had else None, done_by=None)
        verb = "done" if had else "reopened"
        detail: audit.Detail = {"code": str(rule.code)}
        audit.record(f"trajectory.milestone_{verb}", row, by=None, detail=detail)
    _follow_from_others(row, today)
    return lacking


def _follow_from_others(row: Trajectory, today: date) -> None:
    """What must have been done before something that is done; it is never opened again by itself."""
    done = set(row.milestones.exclude(done_on=None).values_list("code", flat=True))
    codes = [code for code, later in SHOWN_BY.items() if later in done]
    row.milestones.filter(code__in=codes, done_on=None).update(done_on=today)


def advance(row: Trajectory, lacking: frozenset[Need], *, by: User | None) -> None:
    """The step that a record of the school makes by itself, where nothing is missing for it."""
    verb = FOLLOWS.get(Status(row.status))
    if verb is None or by is None or not queries.may_act(row, Side.SCHOOL, by):
        return
    if not NEEDED[verb] & lacking and any(
        step.verb == verb for step in TRAJECTORY.open_to(row.status, Side.SCHOOL)
    ):
        move(row, verb, side=Side.SCHOOL, by=by)
