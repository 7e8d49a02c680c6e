"""What the work keeps about a person, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import Application, Match, SavedVacancy


def matches(user: User) -> list[Row]:
    rows = Match.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def interest(user: User) -> list[Row]:
    rows = Application.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def saved(user: User) -> list[Row]:
    rows = SavedVacancy.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "matches": matches,
    "interest": interest,
    "saved_vacancies": saved,
}
