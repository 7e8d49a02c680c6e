"""The months of both clocks as the picture shows them, by study year. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from vacancies.routes.calendar import plus_months, study_year_of
from vacancies.training.clocks import Clocks

AUGUST: Final = (8, 1)
MONTHS: Final = 12
TERM, AGREEMENT = "1", "2"


@dataclass(frozen=True, slots=True)
class Month:
    """One box: passed, now, coming, extension, or empty; `ends`: the clocks that stop in it."""

    stage: str
    ends: str = ""


@dataclass(frozen=True, slots=True)
class YearRow:
    """Twelve months from August on."""

    first: date
    months: tuple[Month, ...]

    @property
    def first_days(self) -> tuple[date, ...]:
        return tuple(plus_months(self.first, number) for number in range(MONTHS))

    @property
    def label(self) -> str:
        return f"{self.first.year}–{(self.first.year + 1) % 100:02}"

    @property
    def short_label(self) -> str:
        return f"’{self.first.year % 100:02}–{(self.first.year + 1) % 100:02}"


def picture(begun: date, clocks: Clocks, today: date) -> tuple[YearRow, ...]:
    """From the first month of work to the last day of either clock."""
    last = max(clocks.term_ends_on, clocks.certificate_by)
    rows = []
    year = study_year_of(begun, AUGUST)
    while year <= last:
        months = (plus_months(year, number) for number in range(MONTHS))
        rows.append(YearRow(year, tuple(_month(one, begun, last, clocks, today) for one in months)))
        year = plus_months(year, MONTHS)
    return tuple(rows)


def months_between(first: date, last: date) -> int:
    """How many months these days touch."""
    return (last.year - first.year) * MONTHS + last.month - first.month + 1


def _month(first: date, begun: date, last: date, clocks: Clocks, today: date) -> Month:
    if first < begun.replace(day=1) or first > last:
        return Month("empty")
    ends = "".join(
        number
        for number, day in ((TERM, clocks.term_ends_on), (AGREEMENT, clocks.certificate_by))
        if day.replace(day=1) == first
    )
    this = today.replace(day=1)
    if first < this:
        return Month("passed", ends)
    if first == this:
        return Month("now", ends)
    return Month("extension" if first > clocks.term_ends_on else "coming", ends)
