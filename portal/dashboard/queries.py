from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from accounts.enums import Visibility
from accounts.models import Institution, Membership, Professional
from accounts.notifications import queries as notifications
from accounts.organisations import queries as organisations
from accounts.profiles import queries as profiles
from accounts.profiles.checklist import Want
from vacancies.applications import hooks
from vacancies.applications import queries as applications
from vacancies.applications.hooks import Todo
from vacancies.applications.queries import Tally
from vacancies.enums import VacancyStatus
from vacancies.matching import queries as matching
from vacancies.matching import rows as match_rows
from vacancies.matching.rows import MatchRow
from vacancies.meetings import page as meetings
from vacancies.meetings.page import Seen
from vacancies.models import Trajectory, Vacancy
from vacancies.openings import queries as openings
from vacancies.openings import rows as opening_rows
from vacancies.openings.rows import OpeningRow
from vacancies.placement import listing as placement
from vacancies.placement import queries as placements
from vacancies.placement.listing import OwnRow
from vacancies.placement.listing import Row as PlacementRow
from vacancies.posting import queries as posting
from vacancies.routes.own import OwnRoutes, own_routes
from vacancies.training import queries as training
from vacancies.training.home import Way, ways_of

TOP = 3
MOST_OPENINGS = 5
MOST_WAITING = 20
SOON = timedelta(days=7)


@dataclass(frozen=True)
class ProfessionalHome:
    """What a professional wants to know on coming in."""

    gaps: list[Want]
    musts_missing: list[Want]
    is_visible: bool
    is_paused: bool
    matches: int
    top: list[MatchRow]
    waiting_for: int
    unread: int
    routes: OwnRoutes
    placements: list[OwnRow]
    meetings: list[Seen]
    to_do: list[Todo]
    ways: list[Way]
    old_way: Trajectory | None
    openings: list[OpeningRow]


@dataclass(frozen=True)
class SchoolHome:
    """What HR wants to know on coming in: what waits for whom, and by when."""

    institution: Institution
    is_verified: bool
    has_location: bool
    applications: Tally
    returned: list[Vacancy]
    closing: list[Vacancy]
    placements: list[PlacementRow]
    meetings: list[Seen]
    standing: int
    open_count: int
    draft_count: int
    submitted_count: int
    colleagues_waiting: int
    unread: int


def of_professional(professional: Professional) -> ProfessionalHome:
    gaps = profiles.gaps_of(professional)
    matches = matching.matches_of(professional)
    ways = ways_of(professional)
    return ProfessionalHome(
        gaps=gaps,
        musts_missing=[want for want in gaps if want.must],
        is_visible=professional.visibility == Visibility.VISIBLE,
        is_paused=professional.visibility == Visibility.PAUSED,
        matches=matches.count(),
        top=match_rows.match_rows(list(matches[:TOP])),
        waiting_for=applications.waiting_for_answer(professional).count(),
        unread=notifications.unread_count(professional.user),
        routes=own_routes(professional),
        meetings=meetings.upcoming_of(professional.user),
        placements=placement.own_rows(list(placements.agreed_with(professional)[:TOP])),
        to_do=hooks.own_to_do.of(professional),
        ways=ways,
        old_way=None if ways else training.current(professional),
        openings=opening_rows.rows_of(openings.openings_of(professional)[:MOST_OPENINGS]),
    )


def of_school(membership: Membership, *, today: date | None = None) -> SchoolHome:
    institution = membership.institution
    counts = posting.counts_by_status(institution)
    today = today or timezone.localdate()
    returned = posting.vacancies_of(institution, VacancyStatus.RETURNED)
    closing = posting.closing_within(today, SOON).filter(institution=institution)
    return SchoolHome(
        institution=institution,
        is_verified=institution.is_verified,
        has_location=organisations.locations(institution).exists(),
        applications=applications.tally(institution),
        returned=list(returned[:TOP]),
        closing=list(closing[:TOP]),
        meetings=meetings.on_home_of(membership.user),
        placements=placement.urgent_rows(list(placements.waiting_at(institution)[:MOST_WAITING])),
        standing=placements.standing_at(institution),
        open_count=counts.get(VacancyStatus.PUBLISHED, 0),
        draft_count=counts.get(VacancyStatus.DRAFT, 0),
        submitted_count=counts.get(VacancyStatus.SUBMITTED, 0),
        colleagues_waiting=organisations.waiting(institution).count(),
        unread=notifications.unread_count(membership.user),
    )
