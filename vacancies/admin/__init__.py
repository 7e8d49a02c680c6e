"""The desk for vacancies, matches and the reference data of the work."""

from vacancies.admin import (
    applications,
    constants,
    courses,
    employers,
    law,
    matches,
    meetings,
    placements,
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
    "employers",
    "law",
    "matches",
    "meetings",
    "placements",
    "professionals",
    "reports",
    "trajectories",
    "vacancies",
    "wording",
]
