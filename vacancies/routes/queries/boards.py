"""What one school decided about somebody and planned with them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils import timezone

from accounts.models import Institution, Professional
from vacancies.codes import Decision, Route
from vacancies.models import BoardDecision, PlannedBlock
from vacancies.models.suitability import PlannedBlockQuerySet
from vacancies.routes.book import rule_book
from vacancies.routes.calendar import DAY, plus_years, study_year_of
from vacancies.routes.facts import Board, Period, Record

DecisionRow = tuple[str, date, bool, str, date | None, date | None]


def board_of(
    institution: Institution,
    professional: Professional,
    *,
    study_year: date | None = None,
    on: date | None = None,
    without: PlannedBlock | None = None,
) -> Board:
    """What this school decided about somebody, and its hours of lid 6 in a study year.

    `study_year`: any day in it; None is the study year of `on`. `without`: the plan that is asked
    about is not booked hours.
    """
    day = on or timezone.localdate()
    decisions = list(
        BoardDecision.objects.filter(institution=institution, professional=professional)
        .order_by("decided_on", "pk")
        .values_list("kind", "decided_on", "is_yes", "route", "starts_on", "ends_on")
    )
    return Board(
        kind=institution.kind,
        records=tuple(
            Record(Decision(kind), decided, yes, Route(route) if route else None, first, last)
            for kind, decided, yes, route, first, last in decisions
            if kind != Decision.WORKED
        ),
        periods=(
            *_worked(decisions),
            *_begun(institution, professional, day, without),
        ),
        booked_hours=booked_hours(
            professional, institution=institution, study_year=study_year or day, without=without
        ),
    )


def _worked(decisions: list[DecisionRow]) -> Iterator[Period]:
    """Earlier periods; a later "no" to the same days takes one back."""
    told = {
        (route, first, last): yes
        for kind, _decided, yes, route, first, last in decisions
        if kind == Decision.WORKED
    }
    for (route, first, last), counts in told.items():
        if counts and first and last:
            yield Period(Route(route), first, last)


def booked_hours(
    professional: Professional,
    *,
    institution: Institution,
    study_year: date,
    without: PlannedBlock | None = None,
) -> Decimal:
    """Clock hours of lid 6 that this school planned with somebody in the year of this day.

    Hours of a placement count from the yes on, not while they are only offered.
    """
    first = study_year_of(study_year, _study_year_begins(study_year))
    rows = (
        _plans(institution, professional, without)
        .counted()
        .filter(
            route=Route.GUEST_TEACHER_SIX_HOURS,
            starts_on__gte=first,
            starts_on__lt=plus_years(first, 1),
        )
    )
    return Decimal(sum(hours * weeks for hours, weeks in rows.values_list("week_hours", "weeks")))


def _plans(
    institution: Institution, professional: Professional, without: PlannedBlock | None
) -> PlannedBlockQuerySet:
    rows = PlannedBlock.objects.filter(institution=institution, professional=professional)
    return rows.exclude(pk=without.pk) if without else rows


def _begun(
    institution: Institution, professional: Professional, on: date, without: PlannedBlock | None
) -> Iterator[Period]:
    """Plans that have begun are periods of work; without a last day until the study year ends."""
    rows = _plans(institution, professional, without).worked().filter(starts_on__lte=on)
    for route, first, last in rows.values_list("route", "starts_on", "ends_on"):
        yield Period(Route(route), first, last or end_of_study_year(first))


def end_of_study_year(day: date) -> date:
    return plus_years(study_year_of(day, _study_year_begins(day)), 1) - DAY


def _study_year_begins(day: date) -> tuple[int, int]:
    return rule_book().month_day("study_year_start", day)
