"""What each role may do: a table to read."""

from enum import StrEnum
from typing import Final

from accounts.enums import Role


class Permission(StrEnum):
    """Something a colleague of an institution may do."""

    VACANCY_SEE = "vacancy.see"
    VACANCY_WRITE = "vacancy.write"
    CANDIDATE_SEE = "candidate.see"
    CANDIDATE_INVITE = "candidate.invite"
    APPLICATION_DECIDE = "application.decide"
    SUITABILITY_RECORD = "suitability.record"
    LOCATION_MANAGE = "location.manage"
    COLLEAGUE_MANAGE = "colleague.manage"
    INSTITUTION_EDIT = "institution.edit"


SEE: Final = frozenset({Permission.VACANCY_SEE})
RECRUIT: Final = SEE | {
    Permission.VACANCY_WRITE,
    Permission.CANDIDATE_SEE,
    Permission.CANDIDATE_INVITE,
    Permission.APPLICATION_DECIDE,
    Permission.SUITABILITY_RECORD,
    Permission.LOCATION_MANAGE,
}
OWN: Final = RECRUIT | {Permission.COLLEAGUE_MANAGE, Permission.INSTITUTION_EDIT}

ROLES: Final[dict[str, frozenset[Permission]]] = {
    Role.VIEWER: SEE,
    Role.RECRUITER: RECRUIT,
    Role.OWNER: OWN,
}


def allows(role: str, permission: Permission) -> bool:
    """Whether a colleague with this role may do this."""
    return permission in ROLES.get(role, frozenset())
