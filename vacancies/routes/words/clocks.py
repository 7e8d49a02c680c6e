"""The days on which a route ends: the period itself, its extension, and the agreement on the PDG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _

from vacancies.routes.calendar import MONTHS_OF_YEAR, plus_months, plus_years, study_year_of
from vacancies.routes.verdict import Status, Verdict
from vacancies.routes.words.voice import Voice, day_of

MOST_MONTHS: Final = 60


class Clock(StrEnum):
    """Which day it is."""

    PERIOD = "period"
    PDG = "pdg"
    EXTENSION = "extension"


class Stage(StrEnum):
    """A month in the picture: over, now, to come, or only with an extension."""

    PASSED = "passed"
    NOW = "now"
    COMING = "coming"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class Tick:
    """One day on which a clock stops; the first of them rules reminders."""

    clock: Clock
    on: date
    sentence: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the picture, and the clocks that stop in it."""

    first_day: date
    stage: Stage
    ends: tuple[Clock, ...] = ()


@dataclass(frozen=True, slots=True)
class YearOfClock:
    """Twelve months of a study year: the stage of each, or empty, and where a clock stops."""

    label: str
    stages: tuple[str, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TermWords:
    """`ticks` in order of time; `years` from the first day of work to the last tick.

    Shown by `components/clock.html`.
    """

    ticks: tuple[Tick, ...]
    first: str
    years: tuple[YearOfClock, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(tick.sentence for tick in self.ticks)


def term_words(
    verdict: Verdict, *, voice: Voice, on: date, start_on: date, begins: tuple[int, int]
) -> TermWords | None:
    """The clocks of a verdict; None for a route without an end.

    `begins`: the month and day on which a study year begins.
    """
    days = {
        Clock.PERIOD: verdict.ends_on,
        Clock.PDG: verdict.pdg_due_on,
        Clock.EXTENSION: verdict.extendable_to,
    }
    known = sorted((day, clock) for clock, day in days.items() if day)
    if not known:
        return None
    ticks = tuple(
        Tick(clock, day, _sentence(clock, day, verdict.status, voice), day == known[0][0])
        for day, clock in known
    )
    return TermWords(
        ticks, _which_first(verdict), tuple(_years(_months(start_on, on, verdict), begins))
    )


def _sentence(clock: Clock, day: date, status: Status, voice: Voice) -> str:
    school = voice is Voice.SCHOOL
    if clock is Clock.EXTENSION:
        text = _("It can be extended until %(day)s.")
    elif clock is Clock.PDG:
        text = (
            _("The professional gets the PDG by %(day)s at the latest.")
            if school
            else _("Get your PDG by %(day)s at the latest.")
        )
    elif status is Status.OPEN:
        text = _("Runs until %(day)s.")
    else:
        text = _("It then runs until %(day)s.")
    return text % {"day": day_of(day)}


def _which_first(verdict: Verdict) -> str:
    """Two clocks: say which one comes first."""
    ends_on, pdg_due_on = verdict.ends_on, verdict.pdg_due_on
    if not ends_on or not pdg_due_on:
        return ""
    if pdg_due_on < ends_on:
        text = _("The agreement on the PDG comes first: %(day)s.")
    elif ends_on < pdg_due_on:
        text = _("The end of the period comes first: %(day)s.")
    else:
        text = _("The period and the agreement on the PDG end on the same day: %(day)s.")
    return text % {"day": day_of(min(ends_on, pdg_due_on))}


def _months(first: date, today: date, verdict: Verdict) -> tuple[Month, ...]:
    days = {Clock.PERIOD: verdict.ends_on, Clock.PDG: verdict.pdg_due_on}
    days |= {Clock.EXTENSION: verdict.extendable_to}
    last = max(day for day in days.values() if day)
    begin, this = first.replace(day=1), today.replace(day=1)
    months = []
    for number in range(MOST_MONTHS):
        month = plus_months(begin, number)
        if month > last:
            break
        ends = tuple(clock for clock, day in days.items() if day and day.replace(day=1) == month)
        months.append(Month(month, _stage(month, this, verdict.ends_on), ends))
    return tuple(months)


def _stage(month: date, this: date, ends_on: date | None) -> Stage:
    if month < this:
        return Stage.PASSED
    if month == this:
        return Stage.NOW
    return Stage.EXTENSION if ends_on and month > ends_on else Stage.COMING


def _years(months: Sequence[Month], begins: tuple[int, int]) -> Iterator[YearOfClock]:
    """The months of a term by study year, so that the picture is a calendar."""
    for first, of_year in groupby(months, key=lambda month: study_year_of(month.first_day, begins)):
        stages, ends = [""] * MONTHS_OF_YEAR, []
        for month in of_year:
            place = (month.first_day.month - first.month) % MONTHS_OF_YEAR
            stages[place] = str(month.stage)
            ends += [place] if month.ends else []
        after = plus_years(first, 1)
        yield YearOfClock(f"{first.year}–{after.year % 100:02d}", tuple(stages), tuple(ends))
