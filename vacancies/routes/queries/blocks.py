"""The hours that are asked: of a vacancy, or of a plan."""

from datetime import date
from decimal import Decimal
from typing import Final

from django.utils import timezone

from vacancies.codes import Route, routes_of
from vacancies.models import PlannedBlock, Vacancy
from vacancies.routes.book import rule_book
from vacancies.routes.facts import Block, Function
from vacancies.routes.queries.boards import end_of_study_year

DAYS_OF_WEEK: Final = 7


def block_of(vacancy: Vacancy, *, week_hours: Decimal | None = None) -> Block:
    """The hours a vacancy asks at most. Accepting a route says that the work is of its kind.

    `week_hours`: the part of somebody who shares it with others.
    """
    accepted = routes_of(vacancy.routes_mask)
    hours = vacancy.hours_max if week_hours is None else week_hours
    return Block(
        function=vacancy.function_kind or Function.TEACHER,
        clock_hours_year=hours * _weeks_asked(vacancy) if hours else None,
        peak_week_hours=hours,
        start_on=vacancy.starts_on,
        end_on=vacancy.ends_on,
        only_specific_parts=Route.GUEST_TEACHER_SIX_HOURS in accepted or None,
        contract_only=Route.CONTRACT_ACTIVITY in accepted or None,
        no_teaching_work=Route.OTHER_STAFF in accepted or None,
        named_teacher=bool(vacancy.named_teacher) or None,
    )


def block_of_plan(planned: PlannedBlock) -> Block:
    """The hours of one plan; the route under which they are planned says of what kind they are."""
    return Block(
        function=planned.function_kind,
        clock_hours_year=planned.week_hours * planned.weeks,
        peak_week_hours=planned.week_hours,
        fte=planned.fte,
        lesson_hours_week=planned.lesson_hours,
        start_on=planned.starts_on,
        end_on=planned.ends_on,
        lent=planned.is_lent,
        only_specific_parts=planned.route == Route.GUEST_TEACHER_SIX_HOURS or None,
        contract_only=planned.route == Route.CONTRACT_ACTIVITY or None,
        no_teaching_work=planned.route == Route.OTHER_STAFF or None,
        named_teacher=bool(planned.named_teacher) or None,
    )


def _weeks_asked(vacancy: Vacancy) -> int:
    """Weeks of its first study year, at most those that a school teaches."""
    first = vacancy.starts_on or timezone.localdate()
    weeks = rule_book().whole("guest_teaching_weeks", first)
    last = min(vacancy.ends_on or date.max, end_of_study_year(first))
    return max(1, min(weeks, -(-((last - first).days + 1) // DAYS_OF_WEEK)))
