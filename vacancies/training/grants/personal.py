"""What is kept of the grants and the parts of a course of somebody, for the download."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import ModuleProgress, SubsidyCase


def subsidies(user: User) -> list[Row]:
    rows = SubsidyCase.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution", "scheme"))


def parts(user: User) -> list[Row]:
    rows = ModuleProgress.objects.filter(trajectory__professional__user=user)
    return rows_of(rows.select_related("trajectory__institution", "module"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "subsidies": subsidies,
    "course_parts": parts,
}
