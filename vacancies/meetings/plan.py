"""What somebody proposes, and what it must satisfy."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Location
from vacancies.enums import MeetingKind
from vacancies.meetings import times
from vacancies.meetings.errors import RefusedError
from vacancies.meetings.times import Slot, Span

MOST: Final = 3
LEAST_FIRST: Final = 2
HORIZON: Final = timedelta(days=200)


@dataclass(frozen=True)
class Plan:
    """A proposal: concrete day-parts, if need be with an exact time in them, where, and what."""

    kind: MeetingKind
    slots: tuple[Slot, ...]
    exact: tuple[time, time] | None = None
    location: Location | None = None
    place_note: str = ""
    note: str = ""

    @property
    def spans(self) -> dict[Slot, Span]:
        return {slot: slot.span(self.exact) for slot in self.slots}


def check(plan: Plan, *, least: int, now: datetime | None = None) -> None:
    """Raises RefusedError, in the words of who proposes, when it cannot be proposed like this. A day
    in a holiday can be: a school may be open, and its page says to look."""
    now = now or timezone.now()
    if len(set(plan.slots)) != len(plan.slots):
        raise RefusedError(_("You chose the same day-part twice."), "slots")
    if not least <= len(plan.slots) <= MOST:
        raise RefusedError(_how_many(least), "slots")
    for slot in plan.slots:
        _check_slot(slot, plan.exact, now)


def _how_many(least: int) -> str:
    if least == LEAST_FIRST:
        return _("Choose two or three day-parts, so that the other can choose.")
    return _("Choose one, two or three day-parts.")


def _check_slot(slot: Slot, exact: tuple[time, time] | None, now: datetime) -> None:
    if slot.on.weekday() == times.SUNDAY:
        raise RefusedError(_("On Sunday there are no lessons. Choose another day."), "slots")
    if exact and not times.holds(slot, exact):
        raise RefusedError(_outside(slot), "begins")
    starts_at, _ends_at = slot.span(exact)
    if starts_at <= now:
        raise RefusedError(_("This day-part has passed. Choose a later one."), "slots")
    if starts_at > now + HORIZON:
        raise RefusedError(_("Choose a day within half a year."), "slots")


def _outside(slot: Slot) -> str:
    begins, ends = times.HOURS[slot.part]
    return _(
        "This time is not in every day-part you chose. One of them runs from %(begins)s to "
        "%(ends)s. Leave the time open, or choose other day-parts."
    ) % {"begins": f"{begins:%H:%M}", "ends": f"{ends:%H:%M}"}


def in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The same day-parts, the first one first; twice stays twice."""
    return tuple(sorted(slots))
