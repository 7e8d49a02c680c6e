"""Offers and placements of a person, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import Placement, PlacementStep, StartItem


def placements(user: User) -> list[Row]:
    rows = Placement.objects.filter(application__professional__user=user)
    return rows_of(rows.select_related("application__vacancy"))


def steps(user: User) -> list[Row]:
    rows = PlacementStep.objects.filter(placement__application__professional__user=user)
    return rows_of(rows.select_related("placement__application__vacancy"))


def start_items(user: User) -> list[Row]:
    rows = StartItem.objects.filter(placement__application__professional__user=user)
    return rows_of(rows.select_related("placement__application__vacancy"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "placements": placements,
    "steps_of_placements": steps,
    "start_checks": start_items,
}
