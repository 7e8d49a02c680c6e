"""What a school may read and decide about one person on one vacancy."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.identity import queries as identity
from accounts.identity.permissions import Permission, allows
from accounts.models import Institution, Professional, User
from vacancies.applications import queries as applications
from vacancies.codes import Route, routes_of
from vacancies.enums import ApplicationStatus
from vacancies.matching import queries as matching
from vacancies.models import Application, BoardDecision, PlannedBlock, Vacancy
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.engine import evaluate, judge
from vacancies.routes.facts import Block, Board, Case
from vacancies.routes.hours import Booking
from vacancies.routes.queries import block_of, block_of_plan, board_of, person_of
from vacancies.routes.verdict import Verdict


@dataclass(frozen=True)
class Subject:
    """One person on one vacancy, as one school meets them."""

    vacancy: Vacancy
    institution: Institution
    professional: Professional
    application: Application | None

    @property
    def has_said_yes(self) -> bool:
        """From the yes on: name, papers, and all that can be recorded."""
        return self.application is not None and self.application.status in applications.STANDING

    @property
    def accepted(self) -> list[Route]:
        """The routes that the vacancy accepts; none chosen is all."""
        return routes_of(self.vacancy.routes_mask) or list(Route)


def people_of(vacancy: Vacancy) -> QuerySet[Professional]:
    """Who fits today, who said yes and did not take it back, and with whom hours are planned."""
    fits = matching.candidates_of(vacancy).order_by().values("professional")
    yes = vacancy.applications.exclude(status=ApplicationStatus.WITHDRAWN).values("professional")
    planned = vacancy.planned_blocks.values("professional")
    found = Q(pk__in=fits) | Q(pk__in=yes) | Q(pk__in=planned)
    return Professional.objects.filter(found).select_related("user")


def subject_of(vacancy: Vacancy, professional: Professional) -> Subject:
    rows = Application.objects.filter(vacancy=vacancy, professional=professional)
    return Subject(vacancy, vacancy.institution, professional, rows.first())


def may_record(user: User, institution: Institution, professional: Professional) -> bool:
    """Whether this colleague may decide for this school about somebody who said yes to it."""
    return (
        is_recorder(user, institution)
        and applications.shown_to(institution).filter(professional=professional).exists()
    )


def is_recorder(user: User, institution: Institution) -> bool:
    membership = identity.membership_of(user)
    return (
        membership is not None
        and membership.is_active
        and membership.institution_id == institution.pk
        and allows(membership.role, Permission.SUITABILITY_RECORD)
    )


def verdicts_of(subject: Subject, on: date | None = None) -> tuple[Verdict, ...]:
    """May this person do the hours of this vacancy here? Hours planned for it count once."""
    case = case_of(subject, on or timezone.localdate())
    return evaluate(case, rule_book())


def case_of(subject: Subject, on: date) -> Case:
    block = block_of(subject.vacancy)
    day = block.start_on or on
    board = board_of(subject.institution, subject.professional, study_year=day, on=on)
    own = _lid_6_hours([one for one in plans_of(subject) if one.counts], day)
    board = replace(board, booked_hours=max(Decimal(board.booked_hours) - own, Decimal(0)))
    return Case(person_of(subject.professional, subject.institution, on), block, board, on)


def plans_of(subject: Subject) -> list[PlannedBlock]:
    """Hours planned with this person for this vacancy, the earliest first."""
    return list(own_plans(subject).filter(vacancy=subject.vacancy))


def other_plans_of(subject: Subject) -> list[PlannedBlock]:
    """Hours that the same school planned with this person for other work."""
    return list(own_plans(subject).exclude(vacancy=subject.vacancy))


def own_plans(subject: Subject) -> QuerySet[PlannedBlock]:
    """All hours that this school planned with this person, those on offer too."""
    rows = PlannedBlock.objects.shown().filter(
        institution=subject.institution, professional=subject.professional
    )
    return rows.select_related("institution", "professional", "planned_by", "vacancy", "placement")


def changeable_plans(subject: Subject) -> QuerySet[PlannedBlock]:
    """Those that can be changed by themselves; hours of a placement belong to what was agreed."""
    return own_plans(subject).filter(placement=None)


def plans_with(professional: Professional) -> list[PlannedBlock]:
    """Everything that schools planned with somebody: for the person alone."""
    rows = PlannedBlock.objects.shown().filter(professional=professional)
    return list(rows.select_related("institution", "vacancy", "placement"))


def bookings_of(
    professional: Professional, *, without: PlannedBlock | None = None
) -> list[Booking]:
    """All that counts as planned hours: plans, and placements from the yes on."""
    rows = PlannedBlock.objects.counted().filter(professional=professional)
    if without is not None and without.pk:
        rows = rows.exclude(pk=without.pk)
    return [booking_of(row) for row in rows]


def booking_of(planned: PlannedBlock) -> Booking:
    return Booking(
        school=planned.institution_id,
        route=Route(planned.route),
        starts_on=planned.starts_on,
        week_hours=Decimal(planned.week_hours),
        weeks=planned.weeks,
        ends_on=planned.ends_on,
    )


def guard_of(planned: PlannedBlock) -> hours.Guard:
    """What a plan, kept or not, makes of the budget beside all other hours of the person."""
    others = bookings_of(planned.professional, without=planned)
    return hours.guard(booking_of(planned), others, rule_book())


def verdict_of(planned: PlannedBlock, on: date | None = None) -> Verdict:
    """The verdict on one plan, for the route under which it is planned."""
    day = on or timezone.localdate()
    board = board_of(
        planned.institution,
        planned.professional,
        study_year=planned.starts_on,
        on=day,
        without=planned if planned.pk else None,
    )
    who = person_of(planned.professional, planned.institution, day)
    case = Case(who, block_of_plan(planned), board, day)
    return judge([RULE_OF[Route(planned.route)]], case, rule_book())[0]


def decisions_of(institution: Institution, professional: Professional) -> list[BoardDecision]:
    """All that this school recorded about somebody, the latest first."""
    rows = BoardDecision.objects.filter(institution=institution, professional=professional)
    return list(rows.select_related("recorded_by").order_by("-decided_on", "-pk"))


def case_for_statement(
    professional: Professional, institution: Institution, route: Route, on: date
) -> Case:
    """The person and the board alone, for what a suitability statement rests on."""
    board = board_of(institution, professional, on=on)
    block = Block(function="teacher", start_on=on)
    return Case(
        person_of(professional, institution, on),
        block,
        Board(kind=board.kind, records=board.records),
        on,
    )


def locked(professional: Professional) -> Professional:
    """The same row, held until the end of the transaction: all who plan with somebody queue. Not
    found once this person has left."""
    rows = Professional.objects.select_for_update(of=("self",))
    return get_object_or_404(rows, pk=professional.pk)


def _lid_6_hours(plans: Iterable[PlannedBlock], day: date) -> Decimal:
    """Hours of lid 6 among these in the study year of a day."""
    book = rule_book()
    year = hours.study_year(day, book)[0]
    rows = [
        one
        for one in plans
        if RULE_OF[Route(one.route)].has_budget and hours.study_year(one.starts_on, book)[0] == year
    ]
    return sum((Decimal(one.week_hours) * one.weeks for one in rows), Decimal(0))
