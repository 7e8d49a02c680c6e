"""Match, tell, and what people do with a match. Nobody else writes facts or matches."""

from vacancies.matching.actions.deciding import (
    dismiss,
    mark_interested,
    mark_relevant,
    mark_seen,
    opened,
    undismiss,
    unmark_interested,
    unmute,
)
from vacancies.matching.actions.inviting import NotCurrentError, invite, invite_team
from vacancies.matching.actions.refreshing import (
    Rebuilt,
    check_projections,
    heal_matches,
    rebuild_all,
    rebuild_outdated,
    rebuild_routes,
    refresh_professional,
    refresh_vacancy,
)

__all__ = [
    "NotCurrentError",
    "Rebuilt",
    "check_projections",
    "dismiss",
    "heal_matches",
    "invite",
    "invite_team",
    "mark_interested",
    "mark_relevant",
    "mark_seen",
    "opened",
    "rebuild_all",
    "rebuild_outdated",
    "rebuild_routes",
    "refresh_professional",
    "refresh_vacancy",
    "undismiss",
    "unmark_interested",
    "unmute",
]
