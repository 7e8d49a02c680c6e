"""Why a match is worth a mail: the strongest reason that is true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.matching.grouping import Group, Signs, group_of, parted

PLAIN = Signs(
    asked=0b111, free=0b011, needed=2, metres=30_000, farthest=40_000, asks=2, holds=1, learns=False
)


@pytest.mark.parametrize(
    ("signs", "group"),
    [
        ({}, Group.FITS),
        ({"free": 0b1111}, Group.WEEK),
        ({"free": 0b111, "metres": 1000}, Group.WEEK),
        ({"metres": 10_000}, Group.CLOSE),
        ({"metres": 10_001}, Group.FITS),
        ({"metres": 8_000, "farthest": 15_999}, Group.FITS),
        ({"metres": None}, Group.FITS),
        ({"holds": 2}, Group.TRADE),
        ({"asks": 0, "holds": 0}, Group.FITS),
        ({"learns": True}, Group.STEP),
        ({"needed": 1}, Group.STEP),
        ({"holds": 2, "learns": True, "metres": 0}, Group.CLOSE),
    ],
)
def test_the_strongest_true_reason(signs, group):
    assert group_of(PLAIN._replace(**signs)) == group


def test_the_group_of_the_best_one_comes_first_and_each_keeps_its_order():
    groups = {"a": Group.FITS, "b": Group.WEEK, "c": Group.FITS}

    assert parted("abc", by=groups.__getitem__) == {Group.FITS: ["a", "c"], Group.WEEK: ["b"]}


@given(st.lists(st.sampled_from(list(Group))))
def test_nothing_is_lost_or_doubled(groups):
    parts = parted(range(len(groups)), by=groups.__getitem__)

    assert sorted(one for part in parts.values() for one in part) == list(range(len(groups)))
