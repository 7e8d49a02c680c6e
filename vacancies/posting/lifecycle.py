"""The life of a vacancy as a table, and what each state allows."""

from typing import Final

from portal.kit.lifecycle import Lifecycle
from vacancies.enums import VacancyStatus as Status

LIFECYCLE: Final = Lifecycle(
    {
        Status.DRAFT: frozenset({Status.SUBMITTED}),
        Status.SUBMITTED: frozenset({Status.DRAFT, Status.RETURNED, Status.PUBLISHED}),
        Status.RETURNED: frozenset({Status.SUBMITTED}),
        Status.PUBLISHED: frozenset(
            {Status.PAUSED, Status.RETURNED, Status.CLOSED, Status.TAKEN_DOWN}
        ),
        Status.PAUSED: frozenset(
            {Status.PUBLISHED, Status.RETURNED, Status.CLOSED, Status.TAKEN_DOWN}
        ),
    }
)
WRITING: Final = frozenset({Status.DRAFT, Status.RETURNED})
LIVE: Final = frozenset({Status.PUBLISHED, Status.PAUSED})
EDITABLE: Final = WRITING | LIVE
ENDED: Final = frozenset({Status.CLOSED, Status.TAKEN_DOWN})
