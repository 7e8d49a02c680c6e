"""The next study year of work without a last day: its hours, judged as those of an offer are."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from vacancies.assessment.errors import RefusedError
from vacancies.assessment.words import to_school
from vacancies.models import Placement, PlannedBlock
from vacancies.placement import queries
from vacancies.placement.coming import Year
from vacancies.placement.lawful import require_lawful
from vacancies.placement.offer import Hours, Offer, groups_of, rows_of
from vacancies.placement.page import Part, parts_of
from vacancies.placement.prefill import FirstHours, teaching_weeks
from vacancies.routes.book import rule_book
from vacancies.routes.hours import study_year
from vacancies.routes.words import Voice


@dataclass(frozen=True)
class YearMeaning:
    """What the hours of a year mean, before they are planned."""

    parts: Sequence[Part]
    findings: Sequence[object]


def first_hours(placement: Placement, year: Year) -> list[FirstHours]:
    """The hours of the last year that was planned, to change."""
    book = rule_book()
    rows = list(placement.blocks.all())
    last = max(study_year(row.starts_on, book)[0] for row in rows)
    kept = [row for row in rows if study_year(row.starts_on, book)[0] == last]
    return [
        FirstHours(
            work=f"{group.first.function_kind}:{group.route}",
            week_hours=group.first.week_hours,
            weeks=teaching_weeks(year.first, year.last),
            named_teacher=group.first.named_teacher,
            fte=group.first.fte,
            lesson_hours=group.first.lesson_hours,
        )
        for group in groups_of(kept)
    ]


def blocks_of(
    placement: Placement, year: Year, hours: tuple[Hours, ...], by: User
) -> list[PlannedBlock]:
    """The hours of that year, unsaved. Only the law refuses: raises RefusedError with the field."""
    if not hours:
        raise RefusedError(_("Fill in the hours of at least one route."), "week_hours")
    offer = Offer(
        blocks=hours,
        day_parts_mask=placement.day_parts_mask,
        starts_on=year.first,
        ends_on=year.last,
        employment_form=placement.employment_form,
        answer_by=year.first,
    )
    blocks = [rows_of(one, offer, placement.application, by) for one in hours]
    require_lawful(offer, blocks)
    return [row for rows in blocks for row in rows]


def meaning_of_year(
    placement: Placement, year: Year, hours: tuple[Hours, ...], by: User
) -> YearMeaning:
    """Of hours that can be planned; raises as `blocks_of`. Writes nothing."""
    rows = blocks_of(placement, year, hours, by)
    return YearMeaning(
        parts=parts_of(groups_of(rows), Voice.SCHOOL, timezone.localdate()),
        findings=list(to_school(queries.findings(rows))),
    )
