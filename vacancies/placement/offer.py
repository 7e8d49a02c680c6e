"""An offer as the school makes it, and the blocks of hours that it becomes."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from accounts.enums import EmploymentForm
from accounts.models import User
from vacancies.codes import Route
from vacancies.models import Application, PlannedBlock
from vacancies.placement.years import stretches
from vacancies.routes.book import rule_book
from vacancies.routes.hours import study_year

LENT: Final = frozenset(
    {
        EmploymentForm.SECONDMENT_COMPANY,
        EmploymentForm.SECONDMENT_SCHOOL,
        EmploymentForm.FREE_LENDING,
        EmploymentForm.PAYROLL,
    }
)
SAME: Final = (
    "function_kind",
    "route",
    "week_hours",
    "fte",
    "lesson_hours",
    "is_lent",
    "named_teacher",
)


@dataclass(frozen=True)
class Hours:
    """Hours under one route; `weeks` over the whole term."""

    function_kind: str
    route: str
    week_hours: Decimal
    weeks: int
    named_teacher: str = ""
    fte: Decimal | None = None
    lesson_hours: Decimal | None = None


@dataclass(frozen=True)
class Offer:
    """All that a school offers one person. Without a last day it runs on."""

    blocks: tuple[Hours, ...]
    day_parts_mask: int
    starts_on: date
    ends_on: date | None
    employment_form: str
    answer_by: date
    has_other_employer: bool = True
    fte: Decimal | None = None
    coach: str = ""
    coach_hours_week: Decimal = Decimal(0)
    message: str = ""


@dataclass(frozen=True)
class Group:
    """The blocks of the same hours, one a study year, the earliest first."""

    rows: tuple[PlannedBlock, ...]

    @property
    def first(self) -> PlannedBlock:
        return self.rows[0]

    @property
    def route(self) -> Route:
        return Route(self.first.route)

    @property
    def weeks(self) -> int:
        return sum(row.weeks for row in self.rows)

    @property
    def whole(self) -> PlannedBlock:
        """As one block from the first to the last day: what a term is judged by. Not to be kept."""
        row = copy(self.first)
        row.ends_on = self.rows[-1].ends_on
        return row


def rows_of(hours: Hours, offer: Offer, application: Application, by: User) -> list[PlannedBlock]:
    """The blocks of these hours, unsaved: one for each study year that the term touches."""
    shared = {name: getattr(hours, name) for name in SAME if name != "is_lent"}
    return [
        PlannedBlock(
            institution=application.vacancy.institution,
            professional=application.professional,
            vacancy=application.vacancy,
            weeks=part.weeks,
            starts_on=part.first,
            ends_on=part.last,
            is_lent=offer.employment_form in LENT,
            planned_by=by,
            **shared,
        )
        for part in stretches(offer.starts_on, offer.ends_on, hours.weeks, rule_book())
    ]


def groups_of(rows: Iterable[PlannedBlock]) -> list[Group]:
    """Blocks as they were offered: the same hours in several study years are one."""
    found: dict[tuple[object, ...], list[PlannedBlock]] = {}
    for row in sorted(rows, key=lambda row: (row.starts_on, row.pk or 0)):
        found.setdefault(tuple(getattr(row, name) for name in SAME), []).append(row)
    return [Group(tuple(one)) for one in found.values()]


def week_hours_of(rows: Sequence[PlannedBlock]) -> Decimal:
    """Clock hours a week, all blocks together, in the study year with the most."""
    years: dict[date, Decimal] = {}
    for row in rows:
        year = study_year(row.starts_on, rule_book())[0]
        years[year] = years.get(year, Decimal(0)) + row.week_hours
    return max(years.values(), default=Decimal(0))
