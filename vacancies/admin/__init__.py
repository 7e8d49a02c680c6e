"""The desk for vacancies, matches and the reference data of the work."""

from vacancies.admin import (
    applications,
    constants,
    law,
    matches,
    professionals,
    reports,
    vacancies,
    wording,
)

__all__ = [
    "applications",
    "constants",
    "law",
    "matches",
    "professionals",
    "reports",
    "vacancies",
    "wording",
]
