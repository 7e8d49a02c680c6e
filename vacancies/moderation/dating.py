"""The law of dated rows: what a verdict of today or before leans on never changes. Pure.

All rows of one name are judged together, as they were and as they would be. A row stands once it
has begun; the first row of a name stands too, as it counts for every day before it (`RuleBook`).
A new row begins tomorrow at the earliest: a verdict about today has one answer, morning and night.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

DAY: Final = timedelta(days=1)


class Breach(StrEnum):
    """What a change would do that it may not."""

    VALUE_STANDS = "value_stands"
    UNIT_STANDS = "unit_stands"
    ROW_STANDS = "row_stands"
    ENDS_IN_THE_PAST = "ends_in_the_past"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    BEGINS_TOO_EARLY = "begins_too_early"
    BEGINS_AFTER_THE_END = "begins_after_the_end"
    BEGINS_BEFORE_THE_FIRST = "begins_before_the_first"
    OVERLAPS = "overlaps"
    LEAVES_A_GAP = "leaves_a_gap"


@dataclass(frozen=True, slots=True)
class Span:
    """A row as the law of dates sees it; both days are included."""

    valid_from: date
    valid_to: date | None
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A breach by the row that begins `on`, in `field`; of two rows the later is `other`."""

    breach: Breach
    on: date
    field: str
    day: date | None = None
    other: date | None = None

    def field_of(self, valid_from: date) -> str | None:
        """The cell of this row that is wrong; None when it is a cell of another row."""
        if valid_from == self.on:
            return self.field
        return "valid_from" if valid_from == self.other else None


def refusals(
    before: Sequence[Span], after: Sequence[Span], *, today: date, gap_is_meant: bool = False
) -> tuple[Refusal, ...]:
    """Why the rows of one name may not become `after`; empty when they may."""
    return (
        *_of_standing(before, after, today),
        *_of_new(before, after, today),
        *_of_ends(after),
        *_of_order(before, after, gap_is_meant),
    )


def standing(rows: Iterable[Span], today: date) -> list[Span]:
    """The rows that may no longer change, the oldest first."""
    ordered = sorted(rows, key=lambda row: row.valid_from)
    return [row for row in ordered if row is ordered[0] or row.valid_from <= today]


def stands(row: Span, rows: Iterable[Span], today: date) -> bool:
    return row.valid_from in {one.valid_from for one in standing(rows, today)}


def outside(row: Span, starts_on: date, today: date) -> Refusal | None:
    """Why a replacement of this row may not begin on this day."""
    last = max(today, row.valid_from)
    if starts_on <= last:
        return Refusal(Breach.BEGINS_TOO_EARLY, starts_on, "valid_from", last + DAY)
    if row.valid_to and starts_on > row.valid_to:
        return Refusal(Breach.BEGINS_AFTER_THE_END, starts_on, "valid_from", row.valid_to)
    return None


def counting(rows: Iterable[Span], on: date) -> Span | None:
    """The row that a verdict about this day reads, as `RuleBook.row` does."""
    ordered = sorted(rows, key=lambda row: row.valid_from)
    begun = [row for row in ordered if row.valid_from <= on]
    return begun[-1] if begun else next(iter(ordered), None)


def _of_standing(before: Sequence[Span], after: Sequence[Span], today: date) -> Iterator[Refusal]:
    kept = {row.valid_from: row for row in after}
    for row in standing(before, today):
        now = kept.get(row.valid_from)
        if now is None:
            yield Refusal(Breach.ROW_STANDS, row.valid_from, "valid_from")
            continue
        if now.value != row.value:
            yield Refusal(Breach.VALUE_STANDS, row.valid_from, "value")
        if now.unit != row.unit:
            yield Refusal(Breach.UNIT_STANDS, row.valid_from, "unit")
        if now.valid_to != row.valid_to and now.valid_to and now.valid_to < today:
            yield Refusal(Breach.ENDS_IN_THE_PAST, row.valid_from, "valid_to", today)


def _of_new(before: Sequence[Span], after: Sequence[Span], today: date) -> Iterator[Refusal]:
    """A name without rows was read by no verdict: its first rows begin on any day."""
    known = {row.valid_from for row in before}
    if not known:
        return
    for row in after:
        if row.valid_from in known:
            continue
        if row.valid_from <= today:
            yield Refusal(Breach.BEGINS_TOO_EARLY, row.valid_from, "valid_from", today + DAY)
        elif row.valid_from < min(known):
            first = min(known)
            yield Refusal(Breach.BEGINS_BEFORE_THE_FIRST, row.valid_from, "valid_from", first)


def _of_ends(after: Sequence[Span]) -> Iterator[Refusal]:
    for row in after:
        if row.valid_to and row.valid_to < row.valid_from:
            yield Refusal(Breach.ENDS_BEFORE_IT_BEGINS, row.valid_from, "valid_to", row.valid_from)


def _of_order(
    before: Sequence[Span], after: Sequence[Span], gap_is_meant: bool
) -> Iterator[Refusal]:
    """Each row ends the day before the next begins; what already was otherwise is not told."""
    old = {_meeting(*pair) for pair in _pairs(before)}
    for row, following in _pairs(after):
        if _meeting(row, following) in old:
            continue
        dates = (row.valid_from, "valid_to", row.valid_to, following.valid_from)
        if row.valid_to is None or row.valid_to >= following.valid_from:
            yield Refusal(Breach.OVERLAPS, *dates)
        elif row.valid_to + DAY < following.valid_from and not gap_is_meant:
            yield Refusal(Breach.LEAVES_A_GAP, *dates)


def _pairs(rows: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    return pairwise(sorted(rows, key=lambda row: row.valid_from))


def _meeting(row: Span, following: Span) -> tuple[date, date | None, date]:
    return row.valid_from, row.valid_to, following.valid_from
