"""What the employer adds to the pages of an application and of a placement, and to the list of the
professional."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Professional
from vacancies.applications.hooks import Entry, Panel, Todo, about_of
from vacancies.employers import queries, words
from vacancies.employers.page import Page
from vacancies.enums import EmployerStatus, PlacementStatus
from vacancies.lifecycles import Side
from vacancies.models import Application, Placement
from vacancies.placement import queries as placements

ORDER: Final = 35
ON_PLACEMENT: Final = 10
AGREE, PROPOSED, ANEW = 8, 11, 19


def of_placement(placement: Placement, side: Side, request: HttpRequest) -> Panel | None:
    """The employer and what has to be agreed anew; nothing where there is neither."""
    page = Page(placement, side)
    if not (page.row or page.must_confirm or page.is_lent or page.is_standing):
        return None
    context = {"page": page, "placement": placement, "is_school": side is Side.SCHOOL}
    return Panel(ON_PLACEMENT, "vacancies/employers/_panel.html", context)


def of_application(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """In one sentence, once the employer was asked or something has to be agreed."""
    placement = placements.latest_of(application)
    if placement is None:
        return None
    page = Page(placement, side)
    if page.row is None and not page.must_confirm:
        return None
    context = {"page": page, "placement": placement, "is_school": side is Side.SCHOOL}
    return Panel(ORDER, "vacancies/employers/_short.html", context)


def own_to_do(professional: Professional) -> Iterator[Todo]:
    """What was changed and waits for a yes, what an employer proposes, and whom to ask anew."""
    for placement in placements.standing_of(professional):
        page = Page(placement, Side.PROFESSIONAL)
        found = _own(page)
        if found:
            rank, text = found
            url = reverse("my_placement", args=[placement.public_id])
            yield Todo(rank, text, f"{url}#werkgever", about=about_of(placement.application))


def _own(page: Page) -> tuple[int, str] | None:
    """The first of what can be up to the professional, with its rank."""
    row = page.row
    if page.must_confirm:
        return AGREE, _("Look at what was changed, and agree")
    if row is None:
        return None
    if row.status == EmployerStatus.COUNTERED:
        return PROPOSED, _("See what your employer proposes")
    is_over = row.status == EmployerStatus.EXPIRED or page.is_outdated
    if is_over and page.placement.status != PlacementStatus.STARTED:
        return ANEW, _("Ask your employer again")
    return None


def entries(application: Application, side: Side) -> Iterator[Entry]:
    """Every step of a request, and who agreed to what was changed."""
    for step in queries.steps_of(application):
        yield Entry(step.at, Side(step.side), words.step(step, side), is_quiet=True)
    seen: set[tuple[int, str]] = set()
    for row in queries.confirmations_of(application):
        about = (row.placement_id, row.party)
        if about in seen and row.party in words.ANEW:
            yield Entry(row.at, Side(row.party), words.agreed_anew(row, side), is_quiet=True)
        seen.add(about)
