"""What the employer adds to the pages of an application and of a placement."""

from collections.abc import Iterator
from typing import Final

from django.http import HttpRequest

from vacancies.applications.hooks import Entry, Panel
from vacancies.employers import queries, words
from vacancies.employers.page import Page
from vacancies.lifecycles import Side
from vacancies.models import Application, Placement
from vacancies.placement import queries as placements

ORDER: Final = 35
ON_PLACEMENT: Final = 10


def of_placement(placement: Placement, side: Side, request: HttpRequest) -> Panel | None:
    """The employer and what has to be agreed anew; nothing where there is neither."""
    page = Page(placement, side)
    is_told = page.row is not None or placement.has_other_employer
    if not (is_told or page.must_confirm or page.is_lent or page.is_standing):
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
