from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vacancies.posting import pay

LB = (3713, 5495)
LC = (4226, 6210)
LB_06 = 4523


def table(**changes: object) -> pay.Table:
    fields = {
        "valid_from": date(2025, 1, 1),
        "valid_to": None,
        "source_title": "Cao mbo",
        "source_url": "",
        "is_confirmed": False,
        "scales": {"LB": LB, "LC": LC},
    }
    return pay.Table(**{**fields, **changes})


def terms(**changes: object) -> pay.Terms:
    fields = {
        "scale_min": "LB",
        "scale_max": "LC",
        "hours_min": Decimal(6),
        "hours_max": Decimal(6),
        "prep_factor": Decimal("0.6"),
    }
    return pay.Terms(**{**fields, **changes})


@pytest.mark.parametrize(
    ("step", "share", "expected"),
    [
        (3713, "0.4", "1485.20"),
        (5495, "0.4", "2198.00"),
        (LB_06, "0.1447", "654.48"),
        (LB_06, "0.2315", "1047.07"),
    ],
)
def test_month_follows_the_formula(step, share, expected):
    assert pay.month(step, Decimal(share)) == Decimal(expected)


@pytest.mark.parametrize(("prep", "expected"), [("0", "0.1447"), ("0.6", "0.2315")])
def test_fte_of_240_clock_hours(prep, expected):
    assert pay.fte(Decimal(240), Decimal(prep)) == Decimal(expected)


def test_year_adds_both_allowances():
    assert pay.year(Decimal("1047.07")) == Decimal("14616.68")


def test_rounding_is_half_up():
    assert pay.month(1, Decimal("0.125")) == Decimal("0.13")


def test_range_runs_from_lowest_to_highest_step():
    found = pay.pay_range(terms(), table())

    assert found is not None
    assert (found.month_min, found.month_max) == (
        pay.month(3713, Decimal("0.2315")),
        pay.month(6210, Decimal("0.2315")),
    )
    assert (found.scale, found.is_estimate) == ("LB–LC", False)


def test_range_without_prep_factor_is_an_estimate():
    found = pay.pay_range(terms(prep_factor=None, scale_max="LB"), table())

    assert found is not None
    assert (found.fte_min, found.fte_max) == (Decimal("0.1447"), Decimal("0.2315"))
    assert (found.scale, found.is_estimate) == ("LB", True)


def test_range_of_an_unknown_scale_is_none():
    assert pay.pay_range(terms(scale_max="LE"), table()) is None


def test_table_that_starts_later_is_not_used():
    old, new = table(valid_from=date(2024, 6, 1)), table(valid_from=date(2025, 1, 1))

    assert pay.table_on([new, old], date(2024, 12, 31)) is old
    assert pay.table_on([new, old], date(2025, 1, 1)) is new
    assert pay.table_on([new, old], date(2024, 5, 31)) is None


def test_table_that_ended_is_not_used():
    assert pay.table_on([table(valid_to=date(2026, 2, 28))], date(2026, 3, 1)) is None


@given(
    low=st.decimals(1, 40, places=1),
    more=st.decimals(0, 10, places=1),
    prep=st.none() | st.decimals(0, 3, places=2),
)
def test_range_never_ends_below_its_start(low, more, prep):
    found = pay.pay_range(terms(hours_min=low, hours_max=low + more, prep_factor=prep), table())

    assert found is not None
    assert found.month_min <= found.month_max
    assert found.year_min <= found.year_max
