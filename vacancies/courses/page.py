"""All that the page of one course shows, put together once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vacancies.courses import queries, words
from vacancies.courses.filters import Filters
from vacancies.courses.queries import Reader, Row
from vacancies.enums import TrainingKind
from vacancies.models import Course, CourseModule, CourseStart, SubsidyScheme
from vacancies.routes.book import rule_book
from vacancies.routes.rulebook import Constant

PAST_SHOWN: Final = 6
SECTOR: Final = ("pdg_min_fte", "pdg_min_lesson_hours_week")  # an agreement of schools


@dataclass(frozen=True, slots=True)
class Demand:
    """What one needs to be admitted; `source` where schools agreed on it for every course."""

    text: str
    source: Constant | None = None


@dataclass(frozen=True, slots=True)
class CoursePage:
    """One course for one reader."""

    row: Row
    is_on_offer: bool
    opens: str
    facts: list[tuple[str, str]]
    demands: list[Demand]
    starts: Sequence[CourseStart]
    past: Sequence[CourseStart]
    modules: Sequence[CourseModule]
    grants: Sequence[SubsidyScheme]

    @property
    def agreed(self) -> Constant | None:
        """The source of what schools agreed on, when a demand rests on that."""
        return next((demand.source for demand in self.demands if demand.source), None)


def page_of(code: str, reader: Reader, *, today: date) -> CoursePage | None:
    """The course with this code; None when there never was one."""
    course = queries.known(code).first()
    if course is None:
        return None
    starts = list(course.starts.order_by("starts_on", "pk"))
    coming = [start for start in starts if start.starts_on >= today]
    course.coming = coming  # type: ignore[attr-defined]
    row = queries.row_of(course, Filters(), reader)
    return CoursePage(
        row=row,
        is_on_offer=course.valid_to is None or course.valid_to >= today,
        opens=str(words.OPENS[course.kind]),
        facts=facts_of(row),
        demands=list(_demands(course, today)),
        starts=coming,
        past=[start for start in reversed(starts) if start.starts_on < today][:PAST_SHOWN],
        modules=list(course.modules.order_by("order", "pk")),
        grants=queries.schemes_for(course.kind, today),
    )


def facts_of(row: Row) -> list[tuple[str, str]]:
    """The short facts, as far as they are known."""
    course = row.course
    hours = course.hours_week
    week = ngettext("about %(n)d hour", "about %(n)d hours", hours or 0) % {"n": hours or 0}
    told = (
        (_("Kind"), course.get_kind_display()),
        (_("Provider"), course.provider),
        (_("Place"), course.place.name if course.place else ""),
        (_("How far from you"), row.distance),
        (_("Form"), course.get_form_display()),
        (_("How long"), words.duration_text(course.months)),
        (_("Days"), words.when_text(course)),
        (_("Work a week"), week if hours else ""),
        (_("Price"), words.price_text(course)),
    )
    return [(term, value) for term, value in told if value]


def _demands(course: Course, on: date) -> Iterator[Demand]:
    if course.entry:
        yield Demand(course.entry)
    if course.min_fte is not None:
        yield Demand(_fte(course.min_fte))
    if course.min_lessons is not None:
        yield Demand(_lessons(Decimal(course.min_lessons)))
    if course.kind == TrainingKind.PDG:
        yield from _of_the_sector(course, on)


def _of_the_sector(course: Course, on: date) -> Iterator[Demand]:
    """What schools agreed for every PDG, where this provider says nothing of its own."""
    book = rule_book()
    fte, lessons = (book.row(name, on) for name in SECTOR)
    if course.min_fte is None:
        yield Demand(_fte(Decimal(fte.value)), fte)
    if course.min_lessons is None:
        yield Demand(_lessons(Decimal(lessons.value)), lessons)


def _fte(share: Decimal) -> str:
    return _("At least %(share)s fte of teaching tasks.") % {"share": _number(share)}


def _lessons(number: Decimal) -> str:
    return ngettext(
        "At least %(n)s lesson hour a week.", "At least %(n)s lesson hours a week.", round(number)
    ) % {"n": _number(number)}


def _number(value: Decimal) -> str:
    return str(number_format(value.normalize() if value % 1 else int(value)))
