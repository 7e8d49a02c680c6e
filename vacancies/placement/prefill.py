"""What the vacancy and the two weeks already say, as the first version of an offer."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.utils import timezone

from accounts.availability import queries as availability
from accounts.enums import EmploymentForm, values_of
from accounts.models import Professional
from vacancies.assessment.kinds import EXEMPTIONS
from vacancies.assessment.page import Page
from vacancies.assessment.queries import Subject
from vacancies.codes import Route
from vacancies.models import Vacancy
from vacancies.placement import queries
from vacancies.placement.years import room
from vacancies.posting import queries as posting
from vacancies.routes.book import rule_book

DAYS_TO_ANSWER: Final = timedelta(days=14)
WEEKS_OF_YEAR: Final = 52


@dataclass(frozen=True)
class FirstHours:
    """The first block: the work and route that are nearest, and how much."""

    work: str
    week_hours: Decimal | None
    weeks: int
    named_teacher: str
    fte: Decimal | None = None
    lesson_hours: Decimal | None = None


@dataclass(frozen=True)
class FirstOffer:
    """Everything can still be changed."""

    hours: FirstHours
    day_parts_mask: int
    starts_on: date
    ends_on: date | None
    employment_form: str
    coach_hours: Decimal | None
    answer_by: date


def first_offer(subject: Subject, page: Page) -> FirstOffer:
    """The vacancy where it says something, and of two ranges what both can do."""
    vacancy, person, today = subject.vacancy, subject.professional, timezone.localdate()
    starts_on = max(vacancy.starts_on or today, today)
    ends_on = vacancy.ends_on if vacancy.ends_on and vacancy.ends_on >= starts_on else None
    route = page.only_open or _nearest(page)
    return FirstOffer(
        hours=FirstHours(
            work=f"{vacancy.function_kind}:{route}" if route else "",
            week_hours=_least(vacancy.hours_max, person.hours_max),
            weeks=teaching_weeks(starts_on, ends_on),
            named_teacher=vacancy.named_teacher if route == Route.GUEST_TEACHER_SIX_HOURS else "",
        ),
        day_parts_mask=_day_parts(subject),
        starts_on=starts_on,
        ends_on=ends_on,
        employment_form=_employment(vacancy, person),
        coach_hours=vacancy.coach_hours,
        answer_by=min(today + DAYS_TO_ANSWER, starts_on),
    )


def _nearest(page: Page) -> Route | None:
    """The best route that the vacancy accepts, of verdicts that stand best first; an exemption,
    which the board decides on, only where no other route is as near."""
    wanted = set(page.subject.accepted)
    rows = [one for one in page.verdicts if one.route in wanted]
    as_near = [one for one in rows if one.status == rows[0].status]
    first = next((one for one in as_near if one.route not in EXEMPTIONS), None)
    best = first or next(iter(rows), None)
    return Route(best.route) if best else None


def _day_parts(subject: Subject) -> int:
    """What is still asked and free; without overlap what is asked."""
    asked = posting.still_asked(subject.vacancy)
    if subject.application and subject.vacancy.may_be_shared:
        asked &= ~queries.day_parts_promised(subject.application)
    return asked & availability.week_of(subject.professional) or asked


def _employment(vacancy: Vacancy, person: Professional) -> str:
    common = values_of(EmploymentForm, vacancy.employment_mask & person.employment_mask)
    return next(iter(common or vacancy.employment_forms), str(EmploymentForm.OWN_CONTRACT))


def _least(asked: Decimal | None, able: Decimal | int | None) -> Decimal | None:
    given = [Decimal(one) for one in (asked, able) if one]
    return min(given, default=None)


def teaching_weeks(first: date, last: date | None) -> int:
    """The weeks of the term without those in which a school does not teach."""
    book = rule_book()
    teaching = book.whole("guest_teaching_weeks", first)
    return max(1, round(room(first, last, book) * teaching / WEEKS_OF_YEAR))
