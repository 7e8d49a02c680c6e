"""The states of an application and what may follow; a yes taken back can be given again."""

from typing import Final

from portal.kit.lifecycle import Lifecycle
from vacancies.enums import ApplicationStatus as Status

LIFECYCLE: Final = Lifecycle(
    {
        Status.NEW: frozenset({Status.PLACED, Status.DECLINED, Status.WITHDRAWN}),
        Status.WITHDRAWN: frozenset({Status.NEW}),
        Status.DECLINED: frozenset({Status.PLACED}),
        Status.PLACED: frozenset({Status.DECLINED}),
    }
)
