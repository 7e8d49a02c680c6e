"""What the work keeps about a person, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.matching.criteria import keys_of
from vacancies.models import Application, Lapse, Match, SavedVacancy


def matches(user: User) -> list[Row]:
    rows = Match.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def lapses(user: User) -> list[Row]:
    rows = Lapse.objects.filter(match__professional__user=user)
    return [
        {
            "vacancy": str(row.match.vacancy),
            "from_at": row.from_at,
            "until_at": row.until_at,
            "failed": keys_of(row.failed_mask),
        }
        for row in rows.select_related("match__vacancy")
    ]


def interest(user: User) -> list[Row]:
    rows = Application.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


def saved(user: User) -> list[Row]:
    rows = SavedVacancy.objects.filter(professional__user=user)
    return rows_of(rows.select_related("vacancy"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "matches": matches,
    "matches_that_lapsed": lapses,
    "interest": interest,
    "saved_vacancies": saved,
}
