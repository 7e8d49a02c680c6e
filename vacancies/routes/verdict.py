"""The answer: one verdict for each route, with all that is missing and what comes with it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from vacancies.codes import Need, Route

RULE_VERSION: Final = 1  # raise it with every change of the table or of a predicate


class Status(StrEnum):
    """Best first. Nobody is called qualified here: the board decides."""

    OPEN = "open"
    OPEN_IF = "open_if"
    CLOSED = "closed"


class Warning(StrEnum):  # noqa: A001 - the word of the contract
    """Worth knowing; never changes the status."""

    WEEK_OVER_AVERAGE = "week_over_average"
    VOG_SHOWN_AFTER_START = "vog_shown_after_start"
    VOG_BY_PRACTICE = "vog_by_practice"
    COURT_BAN = "court_ban"
    NOT_DIRECTLY_BOUND = "not_directly_bound"
    TEXT_NOT_CHECKED_FOR_DATE = "text_not_checked_for_date"
    PDG_MIN_FTE = "pdg_min_fte"
    PDG_MIN_LESSONS = "pdg_min_lessons"
    ROUTE_SUPERFLUOUS = "route_superfluous"


class Reason(StrEnum):
    """Why a closed route is no loss."""

    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Limit:
    """Clock hours of one study year: what the law allows, what is used with this plan, the rest."""

    budget: Decimal
    used: Decimal
    left: Decimal


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would bring a plan within its limit: fewer hours a week, or fewer weeks of the same."""

    week_hours: Decimal | None = None
    weeks: int | None = None
    hours_year: Decimal | None = None


class Verdict(NamedTuple):
    """On a closed route only the codes that close it; on `open_if` exactly those that open it."""

    route: Route
    status: Status
    missing_person: tuple[Need, ...] = ()
    missing_school: tuple[Need, ...] = ()
    board_judges: tuple[Need, ...] = ()
    warnings: tuple[Warning, ...] = ()
    reason: Reason | None = None
    opens_on: date | None = None
    ends_on: date | None = None
    extendable_to: date | None = None
    pdg_due_on: date | None = None
    limit: Limit | None = None
    remedies: tuple[Remedy, ...] = ()
    article: str = ""
    in_force_from: date = date.min
    rule_version: int = RULE_VERSION

    @property
    def codes(self) -> frozenset[Need]:
        """All that is missing, whoever has to do something about it."""
        return frozenset((*self.missing_person, *self.missing_school, *self.board_judges))
