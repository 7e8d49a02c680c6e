"""The blocks of the home page: the week that leads to the list, the newest, and true numbers."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Sum
from django.utils import timezone

from accounts.models import Professional
from vacancies.models import Match, Vacancy
from vacancies.search import queries as search
from vacancies.search import weeks
from vacancies.search.filters import Filters
from vacancies.showcase.rows import Row, rows_of

NEWEST: Final = 5
WEEK: Final = timedelta(days=7)
FIGURES_KEY: Final = "home:figures"
MOST_STROKES: Final = 300


@dataclass(frozen=True)
class Week:
    """What a choice of day-parts gives: how many fit, and how many more with each other one."""

    chosen: int
    fitting: int
    gains: dict[int, int]
    open: int


@dataclass(frozen=True)
class Figures:
    """Numbers of today, counted in the database; `covered` day-parts have somebody who fits."""

    day_parts: int
    covered: int
    schools: int
    professionals: int

    @property
    def per_stroke(self) -> int:
        """How many day-parts a stroke of the drawing stands for: one, unless there are too many."""
        return -(-self.day_parts // MOST_STROKES) or 1

    @property
    def strokes(self) -> int:
        return self.day_parts // self.per_stroke

    @property
    def strokes_covered(self) -> int:
        return self.covered // self.per_stroke


@dataclass(frozen=True)
class Newest:
    """The latest vacancies; `this_week` when all of them came in the past seven days."""

    rows: list[Row]
    this_week: bool


def week(chosen: int) -> Week:
    """Counted from what all open vacancies ask; no query while that is fresh."""
    needs = search.all_needs()
    return Week(
        chosen=chosen,
        fitting=weeks.fitting(needs, chosen),
        gains=weeks.gains(needs, chosen),
        open=sum(need.number for need in needs),
    )


def newest(free: int | None = None) -> Newest:
    """The five latest open vacancies, with the reader's free day-parts."""
    pks = search.Hits(Filters())[0:NEWEST]
    since = timezone.now() - WEEK
    old = Vacancy.objects.filter(pk__in=pks, published_at__lt=since).exists()
    rows = [replace(row, note="") for row in rows_of(pks, free=free)]  # the heading says it
    return Newest(rows=rows, this_week=not old)


def figures() -> Figures:
    """At most five minutes old."""
    found: Figures | None = cache.get(FIGURES_KEY)
    if found is None:
        found = _counted()
        cache.set(FIGURES_KEY, found, search.FRESH)
    return found


def _counted() -> Figures:
    rows = Vacancy.objects.open().order_by()
    asked = Sum(F("day_parts_needed") * F("positions"))
    fits = Match.objects.current().filter(vacancy=OuterRef("pk")).order_by()
    return Figures(
        day_parts=rows.aggregate(n=asked)["n"] or 0,
        covered=rows.filter(Exists(fits)).aggregate(n=asked)["n"] or 0,
        schools=rows.values("institution").distinct().count(),
        professionals=Professional.objects.visible().count(),
    )
