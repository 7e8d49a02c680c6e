"""What of a vacancy is filled already: placements from the yes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import Prefetch, QuerySet

from vacancies.enums import PlacementStatus
from vacancies.models import Application, Placement, PlannedBlock, Vacancy
from vacancies.models.placement import STANDING

FILLING: Final = (PlacementStatus.ACCEPTED, PlacementStatus.STARTED)
AS_READ: Final = "placed_applications"
LEAST_HOURS: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Cover:
    """People, their day-parts and their clock hours a week."""

    people: int = 0
    mask: int = 0
    hours: Decimal = Decimal(0)


def cover_of(vacancy: Vacancy) -> Cover:
    """Who said yes to an offer on this vacancy, added up. Reads what `covers` prefetched."""
    if not vacancy.pk:
        return Cover()
    rows = getattr(vacancy, AS_READ, None)
    if rows is None:
        rows = list(_placed().filter(vacancy=vacancy))
    return _sum(placement for row in rows for placement in row.filling)


def covers() -> "Prefetch[str]":
    """For many vacancies at once, in a constant number of queries."""
    return Prefetch("applications", _placed(), to_attr=AS_READ)


@dataclass(frozen=True, slots=True)
class Left:
    """What a vacancy still asks: of a shared one what nobody took yet, of another all."""

    mask: int
    needed: int
    fixed_mask: int
    hours_min: Decimal | None
    hours_max: Decimal | None


def left_of(vacancy: Vacancy) -> Left:
    """As much as is open, and never nothing: hours and day-parts to be found stay at least one."""
    cover = cover_of(vacancy) if vacancy.may_be_shared else Cover()
    mask = still_asked(vacancy, cover)
    taken = (vacancy.day_parts_mask & cover.mask).bit_count()
    return Left(
        mask=mask,
        needed=max(1, (vacancy.day_parts_needed or 1) - taken),
        fixed_mask=vacancy.fixed_mask & mask,
        hours_min=_minus(vacancy.hours_min, cover.hours),
        hours_max=_minus(vacancy.hours_max, cover.hours),
    )


def still_asked(vacancy: Vacancy, cover: Cover | None = None) -> int:
    """The day-parts that are open: of a shared vacancy those that nobody took yet."""
    if not vacancy.may_be_shared:
        return vacancy.day_parts_mask
    return vacancy.day_parts_mask & ~(cover or cover_of(vacancy)).mask


def is_filled(vacancy: Vacancy) -> bool:
    """Whether all positions are taken, or a shared vacancy is covered: every day-part, or enough
    of them with the fixed ones and the hours."""
    cover = cover_of(vacancy)
    if not vacancy.may_be_shared:
        return cover.people >= vacancy.positions
    left = still_asked(vacancy, cover)
    if not left:
        return True
    enough = (vacancy.day_parts_mask & cover.mask).bit_count() >= (vacancy.day_parts_needed or 1)
    return enough and not vacancy.fixed_mask & left and cover.hours >= (vacancy.hours_min or 0)


def promised_on(vacancy: Vacancy) -> list[Placement]:
    """Offers that stand and placements, for what can still be offered."""
    return list(Placement.objects.filter(application__vacancy=vacancy, status__in=STANDING))


def _minus(hours: Decimal | None, taken: Decimal) -> Decimal | None:
    """Hours that are left; nothing taken leaves what was told."""
    if hours is None or not taken:
        return hours
    return max(hours - taken, LEAST_HOURS)


def _placed() -> QuerySet[Application]:
    blocks = Prefetch("blocks", PlannedBlock.objects.order_by("starts_on", "pk"))
    placements = Placement.objects.filter(status__in=FILLING).prefetch_related(blocks)
    return (
        Application.objects.filter(placements__status__in=FILLING)
        .prefetch_related(Prefetch("placements", placements, to_attr="filling"))
        .distinct()
    )


def _sum(placements: Iterable[Placement]) -> Cover:
    people, mask, hours = 0, 0, Decimal(0)
    for one in placements:
        people, mask, hours = people + 1, mask | one.day_parts_mask, hours + week_hours(one)
    return Cover(people, mask, hours)


def week_hours(placement: Placement) -> Decimal:
    """Clock hours a week from its first day on."""
    blocks = placement.blocks.all()
    first = [one.week_hours for one in blocks if one.starts_on == placement.starts_on]
    return sum(first, Decimal(0))
