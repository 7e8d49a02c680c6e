"""What schools decided about a person and planned with one, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import BoardDecision, PlannedBlock


def decisions(user: User) -> list[Row]:
    rows = BoardDecision.objects.filter(professional__user=user)
    return rows_of(rows.select_related("institution"))


def planned_hours(user: User) -> list[Row]:
    rows = PlannedBlock.objects.filter(professional__user=user)
    return rows_of(rows.select_related("institution", "vacancy"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "decisions_of_schools": decisions,
    "planned_hours": planned_hours,
}
