"""What the two pages of an application show of a trajectory, the way there or how to begin it, and
what the lists of both sides say of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Professional
from vacancies.applications.hooks import Panel, Todo
from vacancies.applications.queries import STANDING
from vacancies.codes import Route, routes_of
from vacancies.enums import ItemOwner, TrajectoryStatus
from vacancies.lifecycles import Side
from vacancies.models import Application, Milestone, Placement, Trajectory
from vacancies.routes.book import rule_book
from vacancies.routes.catalogue import RULE_OF as RULE_OF_ROUTE
from vacancies.routes.words.voice import Voice, in_running_text
from vacancies.training import check_in_days, queries, words
from vacancies.training.clocks import ROUTE
from vacancies.training.milestones import RULE_OF, Code, Track
from vacancies.training.page import Page, Row
from vacancies.training.together import Together

ORDER: Final = 50
ON_PLACEMENT: Final = 5
LATE, ASKED, NEAR, GOES_ON = 9, 11, 22, 43
SOON: Final = timedelta(days=14)


def panel(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """Nothing where the work leads to no training, whatever runs beside it."""
    voice = Voice.SCHOOL if side == Side.SCHOOL else Voice.PERSON
    row = queries.at_school(application.professional, application.vacancy.institution)
    is_of_this = row is not None and row.application_id == application.pk
    if not is_of_this and not _asks_training(application):
        return None
    if row is None and application.status not in STANDING:
        return None
    context = {
        "application": application,
        "is_school": voice is Voice.SCHOOL,
        "now": Page(row, voice) if row else None,
        "trajectory": row,
    }
    return Panel(ORDER, "vacancies/training/_panel.html", context)


def of_placement(placement: Placement, side: Side, request: HttpRequest) -> Panel | None:
    """The trajectory of this person at this school, while it runs."""
    application = placement.application
    row = queries.at_school(application.professional, application.vacancy.institution)
    if row is None or row.status in queries.ENDED:
        return None
    is_school = side == Side.SCHOOL
    context = {
        "is_school": is_school,
        "now": Page(row, Voice.SCHOOL if is_school else Voice.PERSON),
        "trajectory": row,
    }
    return Panel(ON_PLACEMENT, "vacancies/training/_on_placement.html", context)


def to_do(applications: list[Application]) -> dict[int, Todo]:
    """What comes next of each that runs, instead of a first time together; in a constant number of
    queries."""
    today, keys = timezone.localdate(), {row.pk for row in applications}
    return {
        row.application_id: _todo(row, today)
        for row in queries.running_of_many(applications)
        if row.application_id is not None and row.application_id in keys
    }


def own_to_do(professional: Professional) -> Iterator[Todo]:
    """Questions of a week that wait, and every milestone that is up to the trainee now."""
    for row in queries.running_with(professional):
        about = _("Your way to the PDG at %(school)s") % {"school": row.institution}
        if week := Together(row, Voice.PERSON).to_answer:
            text = _("Week %(n)d: answer three questions") % {"n": week.number}
            last = check_in_days.last_day(week.due_on, rule_book())
            yield Todo(ASKED, text, week.url, last, about=about)
        for one in Page(row, Voice.PERSON).now:
            if one.is_mine:
                yield _own(row, one, about)


def _own(row: Trajectory, one: Row, about: str) -> Todo:
    text = f"{one.name}, {_('later than planned')}" if one.is_late else one.name
    url = one.url or reverse("my_trajectory_at", args=[row.public_id])
    return Todo(LATE if one.is_late else NEAR, text, url, one.milestone.due_on, about=about)


def _todo(row: Trajectory, today: date) -> Todo:
    url = reverse("trajectory", args=[row.public_id])
    after, stand = _next(row), _stand(row)
    if after is None or row.status == TrajectoryStatus.PAUSED:
        return Todo(GOES_ON, _("On the way to the PDG"), url, is_ours=False, stand=stand)
    text = words.milestone_name(after.code, Voice.SCHOOL)
    is_ours = after.owner != ItemOwner.PROFESSIONAL
    if is_ours and after.due_on and after.due_on < today:
        return Todo(LATE, f"{text}, {_('later than planned')}", url, stand=stand)
    is_near = is_ours and after.due_on is not None and after.due_on <= today + SOON
    rank = NEAR if is_near else GOES_ON
    return Todo(rank, text, url, after.due_on, is_ours, stand=stand)


def _stand(row: Trajectory) -> str:
    """How far, beside the state of the talk."""
    phase = in_running_text(row.get_status_display())
    return _("trajectory: %(phase)s") % {"phase": phase}


def _next(row: Trajectory) -> Milestone | None:
    """The first that is open and always asked."""
    rows = [
        one
        for one in row.milestones.all()
        if not one.done_on and RULE_OF[Code(one.code)].track != Track.IF_NEEDED
    ]
    return min(rows, key=lambda one: (one.due_on or date.max, one.order), default=None)


def _asks_training(application: Application) -> bool:
    """The vacancy takes somebody in training, or hours are planned under that route. Who can teach
    as a guest without any training is not asked to begin one."""
    vacancy = application.vacancy
    accepted = routes_of(vacancy.routes_mask)
    is_taught = vacancy.function_kind in RULE_OF_ROUTE[ROUTE].opens
    takes = vacancy.will_train or ROUTE in accepted
    if is_taught and takes and Route.GUEST_TEACHER_SIX_HOURS not in accepted:
        return True
    return queries.is_planned_in_training(application)
