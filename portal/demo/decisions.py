"""What schools recorded about the people whom they got to know."""

from datetime import date, timedelta

from accounts.models import User
from portal.demo.script import Yes
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision
from vacancies.models import Match

GROUND = "Wij spraken over de lesstof en zagen het werk."


def record(match: Match, yes: Yes, today: date, *, by: User) -> None:
    """The judgements of this story, on the day on which it happened."""
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
