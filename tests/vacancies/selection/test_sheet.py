"""Nothing that somebody wrote is worked out by a spreadsheet."""

import csv

import pytest

from tests import factories
from vacancies.selection import queries, sheet
from vacancies.selection.filters import Filters
from vacancies.selection.listing import rows_of


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", " =", "\u00a0+"])
def test_what_begins_like_a_formula_is_text(sign):
    assert sheet.safe(f"{sign}1+1").startswith("'")


@pytest.mark.parametrize("text", ["", "Anna de Wit", "a=b", "3-4"])
def test_other_text_stays_as_it_is(text):
    assert sheet.safe(text) == text


def test_a_name_with_a_formula_quotes_and_lines_stays_one_cell(school_a, vacancy):
    name = '=HYPERLINK("http://x";"k");\n@SUM(1)'
    factories.ApplicationFactory(
        vacancy=vacancy, professional__user__name=name, professional__phone="+31 6 1234"
    )
    work = queries.work_of(school_a, Filters())

    made = sheet.csv_of(rows_of(work.keys, work))

    rows = list(csv.reader(made.lstrip("\ufeff").splitlines(keepends=True), delimiter=";"))
    assert len(rows) == 2
    assert rows[1][0] == f"'{name}"
    assert rows[1][2] == "'+31 6 1234"
