"""Meetings of a person, for the download of `accounts.privacy`."""

from collections.abc import Callable
from typing import Final

from accounts.models import User
from accounts.privacy.queries import rows_of
from accounts.privacy.registry import Row
from vacancies.models import Meeting, MeetingStep


def meetings(user: User) -> list[Row]:
    """With the times to choose from."""
    rows = Meeting.objects.filter(application__professional__user=user)
    found = list(
        rows.select_related(
            "application__vacancy", "application__professional__user", "location__place"
        ).prefetch_related("options")
    )
    return [
        told | {"options": [[option.starts_at, option.ends_at] for option in row.options.all()]}
        for told, row in zip(rows_of(found), found, strict=True)
    ]


def steps(user: User) -> list[Row]:
    rows = MeetingStep.objects.filter(meeting__application__professional__user=user)
    return rows_of(rows.select_related("meeting"))


SECTIONS: Final[dict[str, Callable[[User], list[Row]]]] = {
    "appointments": meetings,
    "steps_of_appointments": steps,
}
