from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from accounts.availability import queries as availability
from accounts.identity import queries as identity
from accounts.models import Place, User
from portal.kit.templatetags.ui import km
from vacancies.courses import words
from vacancies.courses.filters import Filters
from vacancies.courses.fitting import RANK, Fit, Fitting, Spot, Travel, fitting, travel
from vacancies.enums import CourseForm, TrainingKind
from vacancies.models import Course, CourseStart, SubsidyScheme

AT_HOME: Final = (CourseForm.ONLINE, CourseForm.IN_COMPANY)
KINDS: Final = {kind: number for number, kind in enumerate(TrainingKind.values)}


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of who reads: the free day-parts, the home, and how far is not too far."""

    is_professional: bool = False
    free: int = 0
    home: Place | None = None
    max_km: int | None = None


@dataclass(frozen=True)
class Row:
    """A course for one reader; `fit` is None when no week is told, `travel` when no place is."""

    course: Course
    fit: Fitting | None
    is_own_week: bool
    travel: Travel | None
    free: int

    @cached_property
    def start(self) -> CourseStart | None:
        """The next one; `coming` is fetched with the list."""
        coming: list[CourseStart] = self.course.coming  # type: ignore[attr-defined]
        return coming[0] if coming else None

    @property
    def fit_mark(self) -> str:
        return words.MARKS[self.fit.fit] if self.fit else ""

    @property
    def fit_text(self) -> str:
        return words.fit_text(self.fit, is_own_week=self.is_own_week) if self.fit else ""

    @property
    def where(self) -> str:
        """Provider, place and how far that is."""
        place = self.course.place.name if self.course.place else ""
        return ", ".join(filter(None, (self.course.provider, place, self.distance)))

    @property
    def distance(self) -> str:
        return km(self.travel.metres) if self.travel and self.travel.is_needed else ""

    @property
    def when(self) -> str:
        return words.when_text(self.course)

    @property
    def facts(self) -> str:
        """Length, days and form on one line."""
        course = self.course
        form = "" if course.form == CourseForm.ON_SITE else course.get_form_display()
        told = (words.duration_text(course.months), self.when, form)
        return ", ".join(fact for fact in told if fact)

    @property
    def price(self) -> str:
        return words.price_text(self.course)

    @property
    def starts(self) -> str:
        return words.start_text(self.start)


@dataclass(frozen=True)
class Listing:
    """The courses that pass, the best first, and by what they are ordered."""

    filters: Filters
    rows: Sequence[Row]
    order: str

    @property
    def without_day(self) -> int:
        """How many of them may fit or not: their day is not known."""
        return sum(row.fit is not None and row.fit.fit is Fit.UNKNOWN for row in self.rows)


def reader_of(user: User | AnonymousUser) -> Reader:
    """The week, home and distance of a professional who signed in; nothing of anybody else."""
    professional = identity.professional_of(user)
    if professional is None:
        return Reader()
    return Reader(
        is_professional=True,
        free=availability.week_of(professional),
        home=professional.place,
        max_km=professional.max_distance_km,
    )


def on_offer(today: date) -> QuerySet[Course]:
    """The courses of the catalogue as it is today, with the starts to come."""
    coming = CourseStart.objects.filter(starts_on__gte=today).order_by("starts_on", "pk")
    return (
        Course.objects.filter(Q(valid_to=None) | Q(valid_to__gte=today), valid_from__lte=today)
        .select_related("place")
        .prefetch_related(Prefetch("starts", coming, to_attr="coming"))
    )


def known(code: str) -> QuerySet[Course]:
    """The course with this code, also when it is not on offer any more."""
    return Course.objects.filter(code=code).select_related("place")


def listing(filters: Filters, reader: Reader, *, today: date) -> Listing:
    """What passes the filters; a day or a place that is not known passes, after what does."""
    courses = on_offer(today)
    if filters.kind:
        courses = courses.filter(kind=filters.kind)
    if filters.form:
        courses = courses.filter(form=filters.form)
    rows = [row_of(course, filters, reader) for course in courses]
    passing = [row for row in rows if _passes(row, filters, reader)]
    return Listing(filters, sorted(passing, key=_rank), _order_of(filters, reader))


def row_of(course: Course, filters: Filters, reader: Reader) -> Row:
    """A course beside the week and the place that are asked, else those of the reader."""
    free = filters.day_parts or reader.free
    asked, one = course.day_parts_mask, course.is_one_of_days
    home = filters.near.spot if filters.near else _spot(reader.home)
    needed = course.form not in AT_HOME
    return Row(
        course=course,
        fit=fitting(asked, free, one_of_days=one) if free else None,
        is_own_week=not filters.day_parts,
        travel=travel(home, _spot(course.place), is_needed=needed) if home else None,
        free=free,
    )


def schemes(on: date) -> list[SubsidyScheme]:
    """The grants whose rules hold on this day, the largest first."""
    rows = SubsidyScheme.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on
    ).order_by("code", "-valid_from")
    latest = {row.code: row for row in reversed(rows)}
    return sorted(latest.values(), key=lambda row: (-(row.amount or 0), row.code))


def schemes_for(kind: str, on: date) -> list[SubsidyScheme]:
    """The grants for courses of this kind."""
    return [row for row in schemes(on) if kind in row.for_kinds.split()]


def _passes(row: Row, filters: Filters, reader: Reader) -> bool:
    if (filters.day_parts or filters.my_week) and row.fit and row.fit.fit is Fit.NOT:
        return False
    own = reader.max_km if filters.my_distance and not filters.near else None
    within = filters.within_km or own
    return row.travel is None or within is None or row.travel.is_within(within)


def _rank(row: Row) -> tuple[object, ...]:
    course = row.course
    return (
        RANK[row.fit.fit] if row.fit else 0,
        row.start is None,
        row.travel.rank if row.travel else (),
        row.start.starts_on if row.start else date.max,
        KINDS[course.kind],
        course.provider,
        course.pk,
    )


def _order_of(filters: Filters, reader: Reader) -> str:
    """The reason of the order, in a sentence."""
    has_week = bool(filters.day_parts or reader.free)
    has_spot = bool(filters.near or reader.home)
    if has_week and has_spot:
        return _("On top is what fits your day-parts, then what has a date and is nearest.")
    if has_week:
        return _("On top is what fits your day-parts, then what has a date.")
    if has_spot:
        return _("On top is what has a date, then what is nearest.")
    return _("On top is what has a date, then by kind and by name.")


def _spot(place: Place | None) -> Spot | None:
    return (place.rd_x, place.rd_y) if place else None
