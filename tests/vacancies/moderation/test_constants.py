import csv

import pytest
from django.conf import settings

from vacancies.moderation.constants import EXPECTED, BadValueError, Kind, cleaned
from vacancies.moderation.words import VALUES, wanted
from vacancies.routes.rulebook import COUNTED


def rows() -> list[dict[str, str]]:
    path = settings.BASE_DIR / "vacancies" / "reference" / "rule_constants.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_name_of_the_file_is_expected_and_the_other_way_round() -> None:
    assert {row["name"] for row in rows()} == set(EXPECTED)
    assert set(COUNTED) <= set(EXPECTED)


def test_every_value_of_the_file_is_written_as_it_is_stored() -> None:
    assert [row for row in rows() if cleaned(row["name"], row["value"]) != row["value"]] == []


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("guest_avg_clock_hours_week", " 6 ", "6"),
        ("guest_avg_clock_hours_week", "5,5", "5.5"),
        ("practice_years_min", "0", "0"),
        ("study_year_start", "08-01", "08-01"),
        ("study_year_count", "anniversary", "anniversary"),
        ("instructor_transition_date", "2028-02-29", "2028-02-29"),
        ("reminder_term_months", "12-6-1", "12-6-1"),
    ],
)
def test_a_value_is_cleaned(name: str, typed: str, stored: str) -> None:
    assert cleaned(name, typed) == stored


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("guest_avg_clock_hours_week", ""),
        ("guest_avg_clock_hours_week", "six"),
        ("guest_avg_clock_hours_week", "-6"),
        ("guest_avg_clock_hours_week", "41"),
        ("guest_avg_clock_hours_week", "NaN"),
        ("guest_avg_clock_hours_week", "1e1"),
        ("guest_avg_clock_hours_week", "٦"),
        ("guest_teaching_weeks", "40.5"),
        ("guest_teaching_weeks", "0"),
        ("instructor_exemption_extension_ratio", "1.5"),
        ("study_year_count", "Touched"),
        ("study_year_start", "02-29"),
        ("study_year_start", "8-1"),
        ("study_year_start", "13-01"),
        ("instructor_transition_date", "2018-02-30"),
        ("instructor_transition_date", "20180801"),
        ("instructor_transition_date", "1-8-2018"),
        ("reminder_term_months", "1-3-6"),
        ("reminder_term_months", "6-6"),
        ("reminder_term_months", "6-0"),
        ("a_name_of_nothing", "6"),
    ],
)
def test_a_value_that_a_rule_cannot_read_is_refused(name: str, typed: str) -> None:
    with pytest.raises(BadValueError) as caught:
        cleaned(name, typed)

    assert caught.value.expected == EXPECTED.get(name)


def test_every_kind_says_how_it_is_written() -> None:
    assert set(VALUES) == set(Kind)
    assert "%" not in " ".join(wanted(expected) for expected in EXPECTED.values())
    assert wanted(None) == "No rule of this site reads a number of this name."
