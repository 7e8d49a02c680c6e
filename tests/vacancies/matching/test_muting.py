"""What a no teaches: the rules themselves, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.enums import DismissReason
from vacancies.matching import muting
from vacancies.matching.muting import Pair, rule_for, silencer, silences

TODAY = date(2026, 11, 30)
REFUSED = Pair(metres=18_000, free=0b0110, trades=0b01, skills=frozenset({1, 2}), pay=4)

pairs = st.builds(
    Pair,
    metres=st.none() | st.integers(0, 300_000),
    free=st.integers(0, (1 << 18) - 1),
    trades=st.integers(0, 255),
    skills=st.frozensets(st.integers(1, 6)),
    pay=st.integers(-1, 7),
)


@pytest.mark.parametrize(
    ("reason", "other", "silent"),
    [
        ("too_far", {"metres": 18_000}, True),
        ("too_far", {"metres": 40_000}, True),
        ("too_far", {"metres": 17_999}, False),
        ("too_far", {"metres": None}, False),
        ("wrong_time", {"free": 0b0100}, True),
        ("wrong_time", {"free": 0b1100}, False),
        ("wrong_time", {"free": 0}, False),
        ("wrong_trade", {}, True),
        ("wrong_trade", {"skills": frozenset()}, True),
        ("wrong_trade", {"skills": frozenset({1, 3})}, False),
        ("wrong_trade", {"trades": 0b11}, False),
        ("pay", {"pay": 4}, True),
        ("pay", {"pay": -1}, True),
        ("pay", {"pay": 5}, False),
        ("not_now", {"metres": 1, "free": 1, "trades": 2, "pay": 7}, True),
    ],
)
def test_a_rule_silences_what_shares_what_was_refused(reason, other, silent):
    rule = rule_for(reason, REFUSED, today=TODAY)

    assert silences(rule, REFUSED._replace(**other), today=TODAY) is silent


def test_not_now_is_three_months():
    rule = rule_for("not_now", REFUSED, today=TODAY)

    assert rule.until == date(2027, 2, 28)
    assert silences(rule, REFUSED, today=date(2027, 2, 27))
    assert not silences(rule, REFUSED, today=date(2027, 2, 28))


@pytest.mark.parametrize(
    ("reason", "unknown"),
    [
        ("too_far", {"metres": None}),
        ("wrong_time", {"free": 0}),
        ("wrong_trade", {"trades": 0}),
        ("pay", {"pay": -1}),
    ],
)
def test_what_the_vacancy_does_not_tell_teaches_nothing(reason, unknown):
    assert rule_for(reason, REFUSED._replace(**unknown), today=TODAY) is None


def test_the_first_rule_that_holds_is_named():
    far, pay = (rule_for(reason, REFUSED, today=TODAY) for reason in ("too_far", "pay"))
    rules = [far._replace(key=1), pay._replace(key=2)]

    assert silencer(rules, REFUSED, today=TODAY).key == 1
    assert silencer(rules, REFUSED._replace(metres=1), today=TODAY).key == 2
    assert silencer(rules, REFUSED._replace(metres=1, pay=7), today=TODAY) is None


@given(pair=pairs, reason=st.sampled_from(DismissReason.values))
def test_a_rule_always_silences_what_it_was_learnt_from(pair, reason):
    rule = rule_for(reason, pair, today=TODAY)

    assert rule is None or silences(rule, pair, today=TODAY)


@given(refused=pairs, pair=pairs)
def test_nearer_or_better_paid_is_never_silenced_for_distance_or_pay(refused, pair):
    far, pay = (rule_for(reason, refused, today=TODAY) for reason in (muting.TOO_FAR, muting.PAY))

    if far and pair.metres is not None and pair.metres < far.value:
        assert not silences(far, pair, today=TODAY)
    if pay and pair.pay > pay.value:
        assert not silences(pay, pair, today=TODAY)
