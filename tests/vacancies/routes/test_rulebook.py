"""Which row of a constant counts on which day."""

from datetime import date
from decimal import Decimal

import pytest

from tests.vacancies.routes.cases import BOOK
from vacancies.routes.rulebook import COUNTED, Constant, RuleBook

OLD = Constant("hours", "4", date(2015, 11, 1), date(2020, 12, 31))
NEW = Constant("hours", "6.5", date(2021, 1, 1))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(1999, 1, 1), OLD),
        (date(2015, 11, 1), OLD),
        (date(2020, 12, 31), OLD),
        (date(2021, 1, 1), NEW),
        (date(2050, 1, 1), NEW),
    ],
)
def test_the_row_that_began_last_counts(on, expected):
    assert RuleBook([NEW, OLD]).row("hours", on) == expected


def test_a_row_that_ended_counts_until_the_next_begins():
    late = Constant("hours", "5", date(2030, 1, 1))

    assert RuleBook([OLD, late]).row("hours", date(2025, 1, 1)) == OLD


def test_a_name_without_rows_is_an_error():
    with pytest.raises(KeyError):
        RuleBook([]).row("hours", date(2026, 1, 1))


def test_rows_and_names_are_told():
    book = RuleBook([NEW, OLD])

    assert (book.rows("hours"), book.names) == ((OLD, NEW), ("hours",))


def test_values_are_read_as_they_are_asked():
    rows = [
        NEW,
        Constant("word", "touched", date(2026, 1, 1)),
        Constant("day", "2018-08-01", date(2026, 1, 1)),
        Constant("start", "08-01", date(2026, 1, 1)),
    ]
    book, on = RuleBook(rows), date(2026, 1, 1)

    assert (book.number("hours", on), book.whole("hours", on)) == (Decimal("6.5"), 6)
    assert (book.word("word", on), book.day("day", on)) == ("touched", date(2018, 8, 1))
    assert book.month_day("start", on) == (8, 1)


def test_a_value_is_read_for_its_day_each_time():
    book = RuleBook([OLD, NEW])
    days = (date(2020, 1, 1), date(2022, 1, 1), date(2020, 1, 1))

    assert [book.number("hours", on) for on in days] == [4, Decimal("6.5"), 4]


def test_constants_are_not_confirmed_until_told():
    assert (NEW.is_confirmed, NEW.unit, NEW.source_title, NEW.source_url, NEW.confirm_code) == (
        False,
        "",
        "",
        "",
        "",
    )


def test_the_reference_file_holds_each_number_that_counts():
    assert set(COUNTED) <= set(BOOK.names)
