from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.credentials.calendar import Term, begins_on, plus_months, term_due

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), -3, date(2027, 11, 29)),
        (date(2027, 5, 31), -3, date(2027, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
    ],
)
def test_months_clamp_to_the_end(day, months, expected):
    assert plus_months(day, months) == expected


@pytest.mark.parametrize(
    ("last_day", "today", "expected"),
    [
        (date(2028, 2, 29), date(2027, 11, 28), None),
        (date(2028, 2, 29), date(2027, 11, 29), Term.QUARTER),
        (date(2028, 2, 29), date(2028, 1, 28), Term.QUARTER),
        (date(2028, 2, 29), date(2028, 1, 29), Term.MONTH),
        (date(2028, 2, 29), date(2028, 2, 21), Term.MONTH),
        (date(2028, 2, 29), date(2028, 2, 22), Term.WEEK),
        (date(2028, 2, 29), date(2028, 2, 29), Term.WEEK),
        (date(2028, 2, 29), date(2028, 3, 1), None),
        (date(2028, 3, 31), date(2028, 2, 28), Term.QUARTER),
        (date(2028, 3, 31), date(2028, 2, 29), Term.MONTH),
        (date(2027, 3, 31), date(2027, 2, 28), Term.MONTH),
    ],
)
def test_the_nearest_term_is_due(last_day, today, expected):
    assert term_due(last_day, today) == expected


@given(DAYS)
def test_terms_begin_in_order(last_day):
    begins = [begins_on(term, last_day) for term in (Term.QUARTER, Term.MONTH, Term.WEEK)]

    assert begins == sorted(set(begins))


@given(DAYS, st.integers(0, 130))
def test_what_is_due_never_goes_back(last_day, before):
    order = [None, Term.QUARTER, Term.MONTH, Term.WEEK]
    day = last_day - timedelta(days=before)

    found = [term_due(last_day, day + timedelta(days=n)) for n in range(before + 1)]

    assert [order.index(term) for term in found] == sorted(order.index(term) for term in found)
