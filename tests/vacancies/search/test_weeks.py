import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.kit.dayparts import FULL_WEEK, bit, parse
from vacancies.search.weeks import Need, fitting, gains

TUESDAY = parse("tuesday_afternoon")
THURSDAY = parse("thursday_evening")
masks = st.integers(0, FULL_WEEK)
needs = st.lists(
    st.builds(
        Need,
        asked=masks,
        needed=st.integers(1, 6),
        fixed=masks,
        shared=st.booleans(),
        number=st.integers(1, 9),
    ),
    max_size=12,
)


@pytest.mark.parametrize(
    ("need", "free", "fits"),
    [
        (Need(TUESDAY | THURSDAY, 2, 0, False), TUESDAY, False),
        (Need(TUESDAY | THURSDAY, 2, 0, False), TUESDAY | THURSDAY, True),
        (Need(TUESDAY | THURSDAY, 1, 0, False), THURSDAY, True),
        (Need(TUESDAY | THURSDAY, 1, TUESDAY, False), THURSDAY, False),
        (Need(TUESDAY | THURSDAY, 2, TUESDAY, True), THURSDAY, True),
        (Need(TUESDAY, 1, 0, True), THURSDAY, False),
    ],
)
def test_need_fits(need, free, fits):
    assert need.fits(free) is fits


def test_gains_count_what_one_day_part_opens():
    both = Need(TUESDAY | THURSDAY, 2, 0, False, number=3)
    one = Need(THURSDAY, 1, 0, False, number=4)

    assert gains([both, one], TUESDAY) == {bit(3, 2): 7}


@given(needs, masks)
def test_gains_are_exact(asked, free):
    more = gains(asked, free)

    for number in range(18):
        if not free >> number & 1:
            wider = fitting(asked, free | 1 << number)
            assert wider - fitting(asked, free) == more.get(number, 0)
