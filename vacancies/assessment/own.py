"""The planned hours of a professional, over all schools: for this person alone."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accounts.models import Professional
from vacancies.assessment import queries
from vacancies.models import PlannedBlock
from vacancies.routes import hours
from vacancies.routes.book import rule_book
from vacancies.routes.words import function_label, question_of, route_label
from vacancies.routes.words.limits import LimitWords, limit_words

SEVERAL_SCHOOLS = "C33"


@dataclass(frozen=True)
class OwnPlan:
    """One plan in words."""

    plan: PlannedBlock
    work: str
    route: str


@dataclass(frozen=True)
class OwnYear:
    """One study year: the budget at each school, and together where there are several."""

    begins_on: date
    ends_on: date
    at: list[tuple[str, LimitWords]]
    together: LimitWords | None
    is_over_together: bool


class OwnHours:
    """Read by the template, each part once."""

    def __init__(self, professional: Professional) -> None:
        self._plans = queries.plans_with(professional)

    @cached_property
    def plans(self) -> list[OwnPlan]:
        return [
            OwnPlan(row, function_label(row.function_kind), route_label(row.route))
            for row in self._plans
        ]

    @cached_property
    def years(self) -> list[OwnYear]:
        book = rule_book()
        schools = {row.institution_id: row.institution.name for row in self._plans}
        return [
            OwnYear(
                begins_on=sheet.begins_on,
                ends_on=hours.study_year(sheet.begins_on, book)[1],
                at=[
                    (schools[key], limit_words(limit, (), book=book, on=sheet.begins_on))
                    for key, limit in sheet.at
                ],
                together=limit_words(sheet.together, (), book=book, on=sheet.begins_on)
                if len(sheet.at) > 1
                else None,
                is_over_together=sheet.is_over_together,
            )
            for sheet in hours.sheets(self._counted, book)
        ]

    @property
    def _counted(self) -> list[hours.Booking]:
        return [queries.booking_of(row) for row in self._plans if row.counts]

    @property
    def code(self) -> str:
        return SEVERAL_SCHOOLS

    @property
    def question(self) -> str:
        return question_of(SEVERAL_SCHOOLS)
