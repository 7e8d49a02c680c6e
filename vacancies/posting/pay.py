"""From scale, step and hours to euros: the formula of the cao mbo, in exact decimals.

A full year is 1,659 hours (cao 1.1 u). A clock hour of lessons also pays its preparation: the
school's own factor. Without that factor the range runs from no preparation to 0.6 hour for each
clock hour, and is an estimate. The year adds 8% holiday and 8.33% year-end allowance.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

FULL_YEAR_HOURS: Final = Decimal(1659)
TEACHING_WEEKS: Final = Decimal(40)
YEAR_FACTOR: Final = Decimal("1.1633")
MONTHS: Final = Decimal(12)
PREP_UNKNOWN: Final = (Decimal(0), Decimal("0.6"))
SHARE: Final = Decimal("0.0001")
CENT: Final = Decimal("0.01")


@dataclass(frozen=True)
class Table:
    """A dated table: for each scale the lowest and the highest gross month, full time."""

    valid_from: date
    valid_to: date | None
    source_title: str
    source_url: str
    is_confirmed: bool
    scales: Mapping[str, tuple[int, int]]

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Terms:
    """What the pay depends on: the scales and the clock hours a week."""

    scale_min: str
    scale_max: str
    hours_min: Decimal
    hours_max: Decimal
    prep_factor: Decimal | None


@dataclass(frozen=True)
class PayRange:
    """Gross euros for these hours, from the lowest to the highest step."""

    month_min: Decimal
    month_max: Decimal
    scale_min: str
    scale_max: str
    fte_min: Decimal
    fte_max: Decimal
    prep_factor: Decimal | None
    valid_from: date
    source_title: str
    source_url: str
    is_confirmed: bool

    @property
    def is_estimate(self) -> bool:
        return self.prep_factor is None

    @property
    def scale(self) -> str:
        same = self.scale_min == self.scale_max
        return self.scale_min if same else f"{self.scale_min}–{self.scale_max}"

    @property
    def year_min(self) -> Decimal:
        return year(self.month_min)

    @property
    def year_max(self) -> Decimal:
        return year(self.month_max)


def fte(clock_hours_year: Decimal, prep_factor: Decimal) -> Decimal:
    """The share of a full job, four decimals, half up."""
    return _rounded(clock_hours_year * (1 + prep_factor) / FULL_YEAR_HOURS, SHARE)


def month(step: Decimal | int, share: Decimal) -> Decimal:
    """Gross a month in euros, two decimals, half up."""
    return _rounded(Decimal(step) * share, CENT)


def year(gross_month: Decimal) -> Decimal:
    """Gross a year with both allowances, two decimals, half up."""
    return _rounded(gross_month * MONTHS * YEAR_FACTOR, CENT)


def table_on(tables: Iterable[Table], day: date) -> Table | None:
    """The latest table that is valid on a day; one that starts later is not used."""
    valid = (table for table in tables if table.holds_on(day))
    return max(valid, key=lambda table: table.valid_from, default=None)


def pay_range(terms: Terms, table: Table) -> PayRange | None:
    """Lowest step, fewest hours to highest step, most hours; None if a scale is not in the table."""
    if not {terms.scale_min, terms.scale_max} <= table.scales.keys():
        return None
    known = terms.prep_factor
    prep_min, prep_max = PREP_UNKNOWN if known is None else (known, known)
    fte_min = fte(terms.hours_min * TEACHING_WEEKS, prep_min)
    fte_max = fte(terms.hours_max * TEACHING_WEEKS, prep_max)
    return PayRange(
        month_min=month(table.scales[terms.scale_min][0], fte_min),
        month_max=month(table.scales[terms.scale_max][1], fte_max),
        scale_min=terms.scale_min,
        scale_max=terms.scale_max,
        fte_min=fte_min,
        fte_max=fte_max,
        prep_factor=known,
        valid_from=table.valid_from,
        source_title=table.source_title,
        source_url=table.source_url,
        is_confirmed=table.is_confirmed,
    )


def _rounded(value: Decimal, unit: Decimal) -> Decimal:
    return value.quantize(unit, ROUND_HALF_UP)
