"""Groups of people, joined until none is too small: nobody is told apart, and nobody is left out."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vacancies.matching.rehearsal import Cell, Line, Way, shown

FEW = 5
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)


def test_each_group_that_is_large_enough_has_its_own_line():
    told = shown({Cell(Way.AT_ONCE): 5, Cell(Way.DAILY, FRIDAY): 9, Cell(Way.ON_SITE): 6}, few=FEW)

    assert told.fits == 20
    assert told.lines == (
        Line(Way.AT_ONCE, 5),
        Line(Way.DAILY, 9, FRIDAY, FRIDAY),
        Line(Way.ON_SITE, 6),
    )
    assert (told.others, told.other_ways) == (0, ())


def test_fewer_than_five_are_not_counted():
    assert shown({Cell(Way.AT_ONCE): 4}, few=FEW) == shown({}, few=FEW)
    assert shown({}, few=FEW).fits is None


def test_small_groups_are_told_together():
    told = shown(
        {
            Cell(Way.AT_ONCE): 3,
            Cell(Way.DAILY, FRIDAY): 9,
            Cell(Way.WEEKLY, MONDAY): 2,
            Cell(Way.SAID_NO, reason="too_far"): 1,
        },
        few=FEW,
    )

    assert told.fits == 15
    assert told.lines == (Line(Way.DAILY, 9, FRIDAY, FRIDAY),)
    assert (told.others, told.other_ways) == (6, (Way.AT_ONCE, Way.WEEKLY, Way.SAID_NO))


def test_a_small_group_left_over_takes_the_smallest_other_along():
    told = shown({Cell(Way.AT_ONCE): 9, Cell(Way.DAILY, FRIDAY): 6, Cell(Way.ON_SITE): 1}, few=FEW)

    assert told.lines == (Line(Way.AT_ONCE, 9),)
    assert (told.others, told.other_ways) == (7, (Way.DAILY, Way.ON_SITE))


def test_days_of_one_mail_are_apart_only_where_each_is_enough():
    apart = shown({Cell(Way.WEEKLY, MONDAY): 5, Cell(Way.WEEKLY, FRIDAY): 5}, few=FEW)
    joined = shown({Cell(Way.WEEKLY, MONDAY): 8, Cell(Way.WEEKLY, FRIDAY): 1}, few=FEW)

    assert apart.lines == (
        Line(Way.WEEKLY, 5, FRIDAY, FRIDAY),
        Line(Way.WEEKLY, 5, MONDAY, MONDAY),
    )
    assert joined.lines == (Line(Way.WEEKLY, 9, FRIDAY, MONDAY),)


def test_reasons_of_a_no_are_named_only_where_they_are_one_or_enough():
    one = shown({Cell(Way.SAID_NO, reason="pay"): 5}, few=FEW)
    two = shown(
        {Cell(Way.SAID_NO, reason="pay"): 4, Cell(Way.SAID_NO, reason="too_far"): 4}, few=FEW
    )

    assert one.lines == (Line(Way.SAID_NO, 5, reason="pay"),)
    assert two.lines == (Line(Way.SAID_NO, 8),)


DAYS = st.none() | st.dates(FRIDAY, FRIDAY + timedelta(days=8))
CELLS = st.dictionaries(
    st.builds(Cell, st.sampled_from(Way), DAYS, st.sampled_from(["", "pay", "too_far"])),
    st.integers(0, 12),
    max_size=25,
)


@given(CELLS)
def test_nobody_is_told_apart_and_nobody_is_left_out(cells):
    told = shown(cells, few=FEW)
    people = sum(cells.values())

    if told.fits is None:
        assert people < FEW
        assert (told.lines, told.others) == ((), 0)
    else:
        assert sum(line.people for line in told.lines) + told.others == people == told.fits
        assert all(line.people >= FEW for line in told.lines)
        assert told.others == 0 or told.others >= FEW
        assert bool(told.others) == bool(told.other_ways)
