"""The law of dates, by table and by properties."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.moderation.dating import Breach, Span, counting, outside, refusals, stands
from vacancies.routes.rulebook import Constant, RuleBook

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)
OLD = Span(date(2015, 11, 1), date(2020, 12, 31), "4")
NOW = Span(date(2021, 1, 1), None, "6")
ENDING = Span(date(2021, 1, 1), date(2026, 12, 31), "6")
NEXT = Span(date(2027, 1, 1), None, "8")

B = Breach


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([OLD, NOW], [OLD, NOW], []),
        ([OLD, NOW], [OLD, ENDING, NEXT], []),
        ([OLD, ENDING, NEXT], [OLD, NOW], []),
        ([OLD, ENDING, NEXT], [OLD, ENDING, Span(NEXT.valid_from, None, "9")], []),
        ([OLD, NOW], [OLD, Span(NOW.valid_from, TODAY, "6")], []),
        ([], [OLD, NOW], []),
        ([OLD, NOW], [OLD, Span(NOW.valid_from, None, "7")], [B.VALUE_STANDS]),
        ([OLD, NOW], [OLD, Span(NOW.valid_from, None, "6", "h")], [B.UNIT_STANDS]),
        ([OLD, NOW], [NOW], [B.ROW_STANDS]),
        (
            [OLD, NOW],
            [OLD, Span(NOW.valid_from, TODAY - timedelta(days=1), "6")],
            [B.ENDS_IN_THE_PAST],
        ),
        (
            [OLD, NOW],
            [OLD, Span(date(2021, 2, 1), None, "6")],
            [B.ROW_STANDS, B.BEGINS_TOO_EARLY, B.LEAVES_A_GAP],
        ),
        (
            [OLD, NOW],
            [OLD, ENDING, Span(NEXT.valid_from, date(2026, 12, 31), "8")],
            [B.ENDS_BEFORE_IT_BEGINS],
        ),
        ([OLD, NOW], [OLD, NOW, NEXT], [B.OVERLAPS]),
        ([OLD, NOW], [OLD, ENDING, Span(date(2027, 1, 2), None, "8")], [B.LEAVES_A_GAP]),
        ([NEXT], [Span(NEXT.valid_from, None, "9")], [B.VALUE_STANDS]),
        ([NEXT], [], [B.ROW_STANDS]),
        ([NEXT], [Span(TOMORROW, date(2026, 12, 31), "9"), NEXT], [B.BEGINS_BEFORE_THE_FIRST]),
    ],
)
def test_what_a_change_may_not_do(before: list[Span], after: list[Span], told: list[str]) -> None:
    assert [one.breach for one in refusals(before, after, today=TODAY)] == told


@pytest.mark.parametrize(
    ("starts_on", "breach"),
    [(TODAY, B.BEGINS_TOO_EARLY), (TOMORROW, None), (date(2020, 1, 1), B.BEGINS_TOO_EARLY)],
)
def test_a_number_is_replaced_from_tomorrow_on(starts_on: date, breach: Breach | None) -> None:
    refusal = outside(NOW, starts_on, TODAY)

    assert (refusal and refusal.breach) == breach


def test_a_row_that_ends_is_not_replaced_after_its_end() -> None:
    refusal = outside(ENDING, date(2027, 1, 1), TODAY)

    assert refusal is not None
    assert refusal.breach == B.BEGINS_AFTER_THE_END


def test_a_gap_may_be_meant_an_overlap_never() -> None:
    late = Span(date(2027, 6, 1), None, "8")

    assert refusals([OLD, NOW], [OLD, ENDING, late], today=TODAY, gap_is_meant=True) == ()
    assert refusals([OLD, NOW], [OLD, NOW, late], today=TODAY, gap_is_meant=True) != ()


def test_old_trouble_elsewhere_does_not_stop_a_change() -> None:
    first, second = Span(date(2010, 1, 1), date(2011, 1, 1), "2"), Span(date(2012, 1, 1), None, "3")

    assert (
        refusals([first, second], [first, Span(second.valid_from, TODAY, "3")], today=TODAY) == ()
    )


def test_the_first_row_stands_before_it_begins() -> None:
    assert stands(NEXT, [NEXT], TODAY)
    assert not stands(NEXT, [ENDING, NEXT], TODAY)


def test_a_refusal_is_told_at_the_cell_of_either_row() -> None:
    [refusal] = refusals([OLD, NOW], [OLD, NOW, NEXT], today=TODAY)

    fields = [refusal.field_of(day) for day in (NOW.valid_from, NEXT.valid_from, OLD.valid_from)]
    assert fields == ["valid_to", "valid_from", None]


DAYS = st.dates(date(2026, 10, 1), date(2027, 2, 28))
SPANS = st.builds(
    Span, DAYS, st.none() | DAYS, st.sampled_from("4 6 8".split()), st.sampled_from(["", "h"])
)
ROWS = st.lists(SPANS, max_size=4, unique_by=lambda row: row.valid_from)


def book(rows: list[Span]) -> RuleBook:
    return RuleBook(Constant("n", row.value, row.valid_from, row.valid_to) for row in rows)


@given(before=ROWS.filter(bool), after=ROWS, gap=st.booleans(), back=st.integers(0, 400))
def test_what_is_allowed_changes_no_verdict_until_today(
    before: list[Span], after: list[Span], gap: bool, back: int
) -> None:
    on = TODAY - timedelta(days=back)

    if not refusals(before, after, today=TODAY, gap_is_meant=gap):
        assert book(before).word("n", on) == book(after).word("n", on)


@given(rows=ROWS.filter(bool), on=DAYS)
def test_what_counts_is_what_the_rule_book_reads(rows: list[Span], on: date) -> None:
    row = counting(rows, on)

    assert row is not None
    assert (row.value, row.valid_from) == (
        book(rows).word("n", on),
        book(rows).row("n", on).valid_from,
    )


@given(old=SPANS, new=SPANS)
def test_a_replacement_is_lawful_once_its_day_is(old: Span, new: Span) -> None:
    if (old.valid_to and old.valid_to < old.valid_from) or outside(old, new.valid_from, TODAY):
        return
    ended = Span(old.valid_from, new.valid_from - timedelta(days=1), old.value, old.unit)
    made = Span(new.valid_from, old.valid_to, new.value, old.unit)

    assert refusals([old], [ended, made], today=TODAY) == ()
