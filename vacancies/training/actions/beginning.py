"""A trajectory begins, or is taken up again."""

from datetime import date, timedelta
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.audit import actions as audit
from accounts.models import Professional, User
from vacancies.applications import queries as applications
from vacancies.assessment import queries as assessment
from vacancies.codes import Need
from vacancies.enums import ItemOwner, StepSide
from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import Application, Milestone, Trajectory, TrajectoryStep
from vacancies.routes.book import rule_book
from vacancies.routes.verdict import Verdict
from vacancies.routes.verdict import Warning as Caution
from vacancies.training import notices, queries, standing
from vacancies.training.actions import helping
from vacancies.training.actions.holding import held, move
from vacancies.training.actions.replanning import replan
from vacancies.training.actions.settling import settle
from vacancies.training.errors import RefusedError
from vacancies.training.milestones import JUDGED, MILESTONES, Code

BACK: Final = timedelta(days=2 * 365)
AHEAD: Final = timedelta(days=3 * 365)
BEGIN: Final = "begin"
ANEW: Final = (
    *("run", "stop_reason", "extension_reason", "course_start", "starts_on", "appointed_on"),
    *("term_ends_on", "certificate_by", "extended_until", "agreed_until"),
)


@transaction.atomic
def begin(application: Application, *, starts_on: date, side: Side, by: User) -> Trajectory:
    """Make the trajectory of this person at this school, of what the route still misses.

    What is had already is done at once. Twice is once: the one that is there comes back. Raises
    RefusedError when the law leaves no room or the day cannot be right, PermissionDenied to a
    stranger and without a yes that still stands.
    """
    professional = assessment.locked(application.professional)
    _require_right_to_begin(application, professional, side, by)
    school = application.vacancy.institution
    there = queries.at_school(professional, school)
    if there is not None:
        return there
    _require_right_day(starts_on)
    case = queries.case_for(professional, school, starts_on, timezone.localdate())
    _require_room(standing.verdict_of(case, rule_book()), starts_on)
    row = Trajectory.objects.create(
        professional=professional,
        institution=school,
        application=application,
        placement=application.placements.order_by("-pk").first(),
        holiday_region=school.holiday_region,
        guide=by if side == Side.SCHOOL else None,
        starts_on=starts_on,
    )
    _add_milestones(row, standing.missing(case, rule_book()))
    _ask_other_side(row, side)
    first = TrajectoryStep(
        trajectory=row, verb=BEGIN, target=TRAJECTORY.first, side=StepSide(side), by=by
    )
    first.save(force_insert=True)
    audit.record("trajectory.begun", row, by=by, detail={"institution": school.pk})
    replan(row, by=by)
    settle(row)
    notices.step_taken(row, first)
    return queries.locked(row)


@transaction.atomic
def take_up_again(
    trajectory: Trajectory, *, starts_on: date, side: Side, by: User, seen: int
) -> Trajectory:
    """The door was open: begin again where facts still hold; steps are taken anew, and the weeks
    of the training are asked anew. A course that began before the new first day is chosen anew.

    Raises as `begin`, and StaleError.
    """
    row = held(trajectory, side=side, by=by, seen=seen)
    _require_right_day(starts_on)
    case = queries.case_for(row.professional, row.institution, starts_on, timezone.localdate())
    _require_room(standing.verdict_of(case, rule_book()), starts_on)
    row.run = queries.last_run(row) + 1
    row.stop_reason = row.extension_reason = ""
    row.starts_on, row.appointed_on = starts_on, None
    if row.course_start and row.course_start.starts_on < starts_on:
        row.course_start = None
    row.term_ends_on = row.certificate_by = row.extended_until = row.agreed_until = None
    anew = [rule.code for rule in MILESTONES if not rule.needs]
    row.milestones.filter(code__in=anew).update(done_on=None, done_by=None)
    _ask_other_side(row, side)
    helping.leave_behind(row, timezone.localdate())
    move(row, "take_up_again", side=side, by=by, fields=ANEW)
    settle(row)
    replan(row, by=by)
    return row


def _require_right_to_begin(
    application: Application, professional: Professional, side: Side, by: User
) -> None:
    school = application.vacancy.institution
    stands = applications.shown_to(school).filter(professional=professional).exists()
    own = side == Side.PROFESSIONAL and professional.user_id == by.pk
    colleague = side == Side.SCHOOL and queries.is_recorder(by, school)
    if not stands or not (own or colleague):
        raise PermissionDenied


def _require_right_day(starts_on: date) -> None:
    today = timezone.localdate()
    if not today - BACK <= starts_on <= today + AHEAD:
        raise RefusedError(_("Look at the year: this is too far away."), "starts_on")


def _require_room(verdict: Verdict, starts_on: date) -> None:
    """A fact or a limit closes the route; what a school judged it can judge anew."""
    if Caution.ROUTE_SUPERFLUOUS in verdict.warnings:
        raise RefusedError(_("There is a PDG already, so there is no training to plan."))
    closing = verdict.codes - JUDGED if verdict.status == "closed" else frozenset()
    if Need.NO_TEACHER_DIPLOMA in closing:
        raise RefusedError(_("There is a teacher diploma already: this training is not needed."))
    if Need.TERM_LEFT in closing:
        text = _("The time that the law gives for this route at your school is used up.")
        raise RefusedError(text, "starts_on")
    if closing and not (verdict.opens_on and verdict.opens_on <= starts_on):
        raise RefusedError(_("The law leaves no room for this route yet. See “May I teach?”."))


def _ask_other_side(row: Trajectory, side: Side) -> None:
    """Who proposes it said yes; the other one still does."""
    other = ItemOwner.SCHOOL if side == Side.PROFESSIONAL else ItemOwner.PROFESSIONAL
    row.milestones.filter(code=Code.BOTH_YES).update(owner=other)


def _add_milestones(row: Trajectory, lacking: frozenset[Need]) -> None:
    Milestone.objects.bulk_create(
        Milestone(
            trajectory=row, code=rule.code, owner=rule.owner, order=number, is_law=rule.is_law
        )
        for number, rule in enumerate(MILESTONES, start=1)
        if rule.only_if is None or rule.only_if in lacking
    )
