"""The desk for vacancies, matches and the reference data of the work."""

from vacancies.admin import (
    applications,
    constants,
    courses,
    law,
    matches,
    placements,
    meetings,
    professionals,
    reports,
    trajectories,
    vacancies,
    wording,
)

__all__ = [
    "applications",
    "constants",
    "courses",
    "law",
    "matches",
    "placements",
    "professionals",
    "meetings",
    "reports",
    "trajectories",
    "vacancies",
    "wording",
]
