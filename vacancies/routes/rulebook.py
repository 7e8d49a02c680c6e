"""The dated numbers of the law as a verdict reads them: which row counts on which day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

T = TypeVar("T")
COUNTED: Final = (  # the rows that verdicts read; a test keeps each of them in the reference file
    "guest_avg_clock_hours_week",
    "guest_teaching_weeks",
    "vog_max_age_at_showing",
    "suitability_term",
    "suitability_extension_max",
    "teacher_exemption_term",
    "teacher_exemption_extension_max",
    "instructor_exemption_term",
    "instructor_exemption_extension_ratio",
    "study_year_count",
    "study_year_start",
    "practice_years_min",
    "instructor_transition_date",
    "reach_level_within",
    "pdg_min_fte",
    "pdg_min_lesson_hours_week",
)


@dataclass(frozen=True, slots=True)
class Constant:
    """One row: a value from a source, valid between two days (both included)."""

    name: str
    value: str
    valid_from: date
    valid_to: date | None = None
    unit: str = ""
    source_title: str = ""
    source_url: str = ""
    confirm_code: str = ""
    is_confirmed: bool = False
    confirmed_on: date | None = None


class RuleBook:
    """All rows, asked by name and day. It is never changed: a new number is a new book."""

    __slots__ = ("_rows", "_values")

    def __init__(self, constants: Iterable[Constant]) -> None:
        self._rows: dict[str, list[Constant]] = {}
        self._values: dict[object, Any] = {}
        for row in sorted(constants, key=lambda row: row.valid_from):
            self._rows.setdefault(row.name, []).append(row)

    def row(self, name: str, on: date) -> Constant:
        """The row that counts on this day: the last that has begun, before all of them the first.

        A gap or a row that ended without a successor leaves the last one in force: a number of
        the law does not vanish because nobody entered the next. Raises KeyError without any row.
        """
        rows = self._rows[name]
        begun = [row for row in rows if row.valid_from <= on]
        return begun[-1] if begun else rows[0]

    def rows(self, name: str) -> tuple[Constant, ...]:
        """Every row of this name, the oldest first."""
        return tuple(self._rows[name])

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._rows)

    def number(self, name: str, on: date) -> Decimal:
        return self._read(Decimal, name, on)

    def whole(self, name: str, on: date) -> int:
        return self._read(_whole, name, on)

    def word(self, name: str, on: date) -> str:
        return self._read(str, name, on)

    def day(self, name: str, on: date) -> date:
        """A value that is a date, as 2018-08-01."""
        return self._read(date.fromisoformat, name, on)

    def month_day(self, name: str, on: date) -> tuple[int, int]:
        """A value that is a day of every year, as 08-01."""
        return self._read(_month_day, name, on)

    def _read(self, parse: Callable[[str], T], name: str, on: date) -> T:
        """Read once a day: a verdict asks the same few numbers many times."""
        key = (parse, name, on)
        value: T | None = self._values.get(key)
        if value is None:
            value = self._values[key] = parse(self.row(name, on).value)
        return value


def _whole(text: str) -> int:
    return int(Decimal(text))


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
