"""What schools recorded about the people whom they chose, and the hours that they plan with them."""

from datetime import date, timedelta
from decimal import Decimal

from accounts.models import User
from portal.demo.script import Yes
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision, Route
from vacancies.models import Match
from vacancies.routes import hours
from vacancies.routes.book import rule_book

GROUND = "Wij spraken over de lesstof en zagen het werk."
FEWEST_WEEKS = 2


def record(match: Match, yes: Yes, today: date, *, by: User) -> None:
    """The judgements of this story, on the day on which it happened, and the plan that follows."""
    day = today - timedelta(days=yes.days)
    for kind in yes.judged:
        names_teacher = kind == Decision.NAMED_TEACHER
        assessment.record_decision(
            match.professional,
            institution=match.vacancy.institution,
            by=by,
            kind=Decision(kind),
            decided_on=day,
            note=match.vacancy.contact_name if names_teacher else GROUND,
        )
    if yes.week_hours:
        _plan(match, yes, today, by=by)


def _plan(match: Match, yes: Yes, today: date, *, by: User) -> None:
    """From the next Monday that leaves room in its study year, as long as the story says."""
    starts_on, fits = _room(today + timedelta(days=7 - today.weekday()))
    plan = assessment.Hours(
        function_kind=match.vacancy.function_kind,
        route=Route.GUEST_TEACHER_SIX_HOURS,
        week_hours=Decimal(yes.week_hours),
        weeks=min(yes.weeks, fits),
        starts_on=starts_on,
        named_teacher=match.vacancy.contact_name,
    )
    institution = match.vacancy.institution
    assessment.plan(
        match.professional, institution=institution, hours=plan, by=by, vacancy=match.vacancy
    )


def _room(monday: date) -> tuple[date, int]:
    """A first day, and how many weeks are left in the study year."""
    last = hours.study_year(monday, rule_book())[1]
    fits = hours.weeks_in(monday, last)
    return (monday, fits) if fits >= FEWEST_WEEKS else _room(monday + timedelta(weeks=1))
