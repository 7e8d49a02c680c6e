"""Courses and grants as they ship, and what a wrong file is told."""

import csv
from pathlib import Path

import pytest
from django.conf import settings

from portal.reference.files import BadFileError
from portal.reference.loading import load_all
from tests.portal.reference.conftest import Rewrite
from vacancies.models import Course, SubsidyScheme
from vacancies.routes.book import shipped

pytestmark = pytest.mark.django_db

FOLDER = settings.BASE_DIR / "vacancies" / "reference"
COURSES = "vacancies/reference/courses.csv"
GRANTS = "vacancies/reference/subsidy_schemes.csv"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_courses_load_unconfirmed_and_a_second_time_change_nothing(files: Path) -> None:
    load_all(files)
    again = load_all(files)

    monday = Course.objects.get(code="windesheim-pdg-maandag")
    assert monday.place is not None
    assert (monday.place.name, monday.months, monday.confirmed_on) == ("Zwolle", 18, None)
    assert monday.day_parts_mask == 0b11
    assert [str(one) for one in again if one.changed or one.kept] == []


def test_grants_say_the_same_as_the_rule_constants(files: Path) -> None:
    load_all(files)
    constants = {row.name: row.value for row in shipped()}

    switch = SubsidyScheme.objects.get(code="zij-instroom")
    assert str(switch.amount) == constants["switch_subsidy_max"]
    assert (
        f"{switch.closes_month:02}-{switch.closes_day:02}" == constants["switch_subsidy_last_day"]
    )
    instructor = SubsidyScheme.objects.get(code="instructeursbeurs")
    assert str(instructor.amount) == constants["instructor_grant_max"]


def test_every_start_and_part_is_of_a_course_that_ships() -> None:
    codes = {row["code"] for row in rows("courses.csv")}

    assert {row["course"] for row in rows("course_starts.csv")} <= codes
    assert {row["course"] for row in rows("course_modules.csv")} <= codes


def test_every_course_says_where_its_facts_come_from() -> None:
    assert [row["code"] for row in rows("courses.csv") if not row["source_title"]] == []
    assert [
        row["code"] for row in rows("courses.csv") if row["price"] and not row["price_year"]
    ] == []


def test_no_address_of_a_course_is_that_of_the_page_about_money() -> None:
    assert "subsidie" not in {row["code"] for row in rows("courses.csv")}


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        (COURSES, "monday_morning", "monday_noon", "monday_noon"),
        (COURSES, ",zwolle,", ",atlantis,", "'atlantis' is not in places.csv"),
        (GRANTS, "10-15", "15-10", "'15-10' is not a month and a day"),
        (GRANTS, ",no,10-16", ",maybe,10-16", "'maybe' is not yes or no"),
    ],
)
def test_a_wrong_cell_is_told(
    files: Path, rewrite: Rewrite, name: str, before: str, after: str, told: str
) -> None:
    rewrite(name, before, after)

    with pytest.raises(BadFileError, match=told):
        load_all(files)


def test_what_goes_with_a_deleted_course_stays_away(files: Path, mo: object) -> None:
    load_all(files)
    course = Course.objects.get(code="windesheim-pdg-maandag")
    course._history_user = mo
    course.delete()

    load_all(files)

    assert not Course.objects.filter(code="windesheim-pdg-maandag").exists()


def test_starts_that_have_been_stay_as_history() -> None:
    dates = {row["starts_on"] for row in rows("course_starts.csv")}

    assert "2022-02-01" in dates
