"""The list of the school: each row with its next thing, and tabs by state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.kit.templatetags.ui import day
from vacancies.enums import PlacementStatus as Status
from vacancies.lifecycles import Side
from vacancies.models import Placement
from vacancies.placement import lapsing, words
from vacancies.placement.coming import year_of
from vacancies.placement.offer import week_hours_of

SOON: Final = timedelta(days=21)


@dataclass(frozen=True)
class Row:
    """One placement in short; `next` is what somebody has to do, `is_urgent` by when it pinches."""

    placement: Placement
    term: str
    hours: str
    next: str
    is_urgent: bool


@dataclass(frozen=True)
class OwnRow:
    """An offer or placement on the home of a professional."""

    placement: Placement
    now: str
    term: str


@dataclass(frozen=True)
class Tab:
    """A state with how many there are."""

    label: str
    url: str
    count: int
    current: bool


def rows_of(placements: Sequence[Placement]) -> list[Row]:
    """Of placements that were read with their blocks."""
    today = timezone.localdate()
    return [
        Row(
            placement=one,
            term=words.term(one),
            hours=words.hours(week_hours_of(list(one.blocks.all()))),
            next=next_of(one, today),
            is_urgent=is_urgent(one, today),
        )
        for one in placements
    ]


def urgent_rows(placements: Sequence[Placement]) -> list[Row]:
    """Only what somebody of the school has to do soon."""
    return [row for row in rows_of(placements) if row.is_urgent]


def own_rows(placements: Sequence[Placement]) -> list[OwnRow]:
    return [OwnRow(one, words.now(one, Side.PROFESSIONAL), words.term(one)) for one in placements]


def next_of(placement: Placement, today: date) -> str:
    """What comes next, for the school."""
    match placement.status:
        case Status.OFFERED if placement.answer_by and placement.answer_by < today:
            return _late(placement, today)
        case Status.OFFERED if placement.answer_by:
            return _("Waits for an answer until %(day)s.") % {"day": day(placement.answer_by)}
        case Status.ACCEPTED if placement.starts_on <= today:
            return _("The first day has come. Start it once everything is there.")
        case Status.ACCEPTED:
            return _("See that everything is there before %(day)s.") % {
                "day": day(placement.starts_on)
            }
        case Status.STARTED if year := year_of(placement, today):
            return _("From %(day)s no hours are planned yet.") % {"day": day(year.first)}
    return ""


def _late(placement: Placement, today: date) -> str:
    last = lapsing.last_day_of(placement, today)
    if last is None:
        return _("The answer is late. Call, or take the offer back.")
    return _("The answer is late, call. It lapses after %(day)s.") % {"day": day(last)}


def is_urgent(placement: Placement, today: date) -> bool:
    if placement.status == Status.OFFERED:
        return placement.answer_by is not None and placement.answer_by < today
    return placement.status == Status.ACCEPTED and placement.starts_on <= today + SOON


def tabs_of(counts: Mapping[str, int], current: str) -> list[Tab]:
    """All, and each state in use."""
    base = reverse("placements")
    tabs = [Tab(_("All"), base, sum(counts.values()), current not in Status.values)]
    return tabs + [
        Tab(str(status.label), f"{base}?staat={status.value}", counts[status], status == current)
        for status in Status
        if counts.get(status)
    ]
