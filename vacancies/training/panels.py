"""What the two pages of an application show of a trajectory: the way there, or how to begin it."""

from typing import Final

from django.http import HttpRequest

from vacancies.applications.hooks import Panel
from vacancies.applications.queries import STANDING
from vacancies.codes import Route, routes_of
from vacancies.lifecycles import Side
from vacancies.models import Application
from vacancies.routes.words.voice import Voice
from vacancies.training import queries
from vacancies.training.page import Page

ORDER: Final = 50


def panel(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """Nothing where the vacancy takes nobody in training and no trajectory was begun."""
    school = application.vacancy.institution
    voice = Voice.SCHOOL if side == Side.SCHOOL else Voice.PERSON
    row = queries.at_school(application.professional, school)
    if row is None and not _can_begin(application):
        return None
    context = {
        "application": application,
        "is_school": voice is Voice.SCHOOL,
        "now": Page(row, voice) if row else None,
        "trajectory": row,
    }
    return Panel(ORDER, "vacancies/training/_panel.html", context)


def _can_begin(application: Application) -> bool:
    """Somebody in training is accepted here, and the yes below it stands."""
    accepted = routes_of(application.vacancy.routes_mask) or list(Route)
    return Route.SUITABILITY_IN_TRAINING in accepted and application.status in STANDING
