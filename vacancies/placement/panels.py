"""What an offer or placement adds to the pages of its application and to the lists of both sides."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Professional
from vacancies.applications.hooks import Entry, Panel, Todo, about_of
from vacancies.enums import ApplicationStatus, ItemOwner, PlacementStatus, StepSide
from vacancies.lifecycles import APPLICATION, Side
from vacancies.models import Application, Placement
from vacancies.placement import checks, lapsing, listing, queries, words

ORDER: Final = 30
TOLD_HERE: Final = {"start", "end"}
LATE, NEAR, LATER = 10, 20, 60
ANSWER: Final = 10
next_of = lazy(listing.next_of, str)


def panel(application: Application, side: Side, request: HttpRequest) -> Panel | None:
    """The newest offer with the way to it; for the school also the way to make one."""
    row = queries.latest_of(application)
    may_offer = side is Side.SCHOOL and _may_offer(application)
    if row is None and not may_offer:
        return None
    context = {
        "placement": row,
        "is_school": side is Side.SCHOOL,
        "application": application,
        "now": words.now(row, side) if row else "",
        "term": words.term(row) if row else "",
        "may_offer": may_offer,
    }
    return Panel(ORDER, "vacancies/placement/_panel.html", context)


def entries(application: Application, side: Side) -> Iterator[Entry]:
    """What the steps of the application itself do not tell: the first day and the last."""
    for step in queries.steps_of(application):
        if step.verb in TOLD_HERE:
            yield Entry(step.at, Side(StepSide(step.side)), _said(step.verb, side))


def to_do(applications: list[Application]) -> dict[int, Todo]:
    """Answers that are late, and first days that come near."""
    today = timezone.localdate()
    return {
        key: _todo(row, today)
        for key, row in queries.standing_of_many(applications).items()
        if row.status != PlacementStatus.STARTED
    }


def own_to_do(professional: Professional) -> Iterator[Todo]:
    """Offers to answer, and what is still to be arranged before a first day."""
    for row in queries.standing_of(professional):
        url = reverse("my_placement", args=[row.public_id])
        about = about_of(row.application)
        if row.status == PlacementStatus.OFFERED:
            yield Todo(ANSWER, _("Answer the offer"), url, row.answer_by, about=about)
        elif row.status == PlacementStatus.ACCEPTED and (text := _to_arrange(row)):
            yield Todo(NEAR, text, f"{url}#lijst", row.starts_on, about=about)


def _to_arrange(row: Placement) -> str:
    """What only the professional can see to; an employer that was asked is told of elsewhere."""
    asked = queries.is_employer_asked(row)
    found = [
        one
        for one in checks.of(row).of_owner(ItemOwner.PROFESSIONAL)
        if not one.is_done and not (asked and one.code == checks.EMPLOYER)
    ]
    if not found:
        return ""
    return ngettext(
        "Arrange one thing for the first day", "Arrange %(n)d things for the first day", len(found)
    ) % {"n": len(found)}


def _may_offer(application: Application) -> bool:
    steps = APPLICATION.open_to(application.status, Side.SCHOOL)
    return any(step.target == ApplicationStatus.OFFERED for step in steps)


def _todo(row: Placement, today: date) -> Todo:
    is_urgent = listing.is_urgent(row, today)
    late = row.status == PlacementStatus.OFFERED and is_urgent
    return Todo(
        rank=LATE if late else NEAR if is_urgent else LATER,
        text=next_of(row, today),
        url=reverse_lazy("placement", args=[row.public_id]),
        due_on=_due(row, today, late=late),
        is_ours=late or row.status != PlacementStatus.OFFERED,
    )


def _due(row: Placement, today: date, *, late: bool) -> date | None:
    """The first day; of an offer the day of the answer, and of a late one the day it lapses."""
    if row.status != PlacementStatus.OFFERED:
        return row.starts_on
    return lapsing.last_day_of(row, today) if late else row.answer_by


def _said(verb: str, side: Side) -> str:
    if verb == "start":
        return _("In class for the first time.") if side is Side.SCHOOL else _("Your first day.")
    return _("The placement ended.")
