"""The page of a course and the page about money, for every audience."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.course_factories import (
    CourseFactory,
    CourseModuleFactory,
    CourseStartFactory,
    SubsidySchemeFactory,
)
from vacancies.routes.check import Answers
from vacancies.routes.packing import pack

pytestmark = pytest.mark.django_db


def text(client, url):
    return client.get(url).content.decode().replace("\u00a0", " ")


def test_course_tells_facts_starts_parts_and_source(client):
    today = timezone.localdate()
    course = CourseFactory(months=12, price=5300, price_year=2023, entry_en="A hbo diploma.")
    CourseStartFactory(course=course, starts_on=today + timedelta(days=60), is_sure=False)
    CourseStartFactory(course=course, starts_on=date(2023, 9, 28))
    CourseModuleFactory(course=course, name_en="Assessment", ec=10, may_be_exempt=True)

    html = text(client, course.get_absolute_url())

    assert "€ 5,300 (price of 2023)" in html
    assert "A hbo diploma." in html
    assert "It started before on: 28 September 2023." in html
    assert "Assessment" in html
    assert "You can get an exemption for this." in html
    assert "windekind.example" in html
    assert html.count("Still to be confirmed.") == 3


def test_what_the_sector_asks_stands_with_its_source_where_the_provider_is_silent(client):
    silent = text(client, CourseFactory().get_absolute_url())
    telling = text(client, CourseFactory(min_fte="0.50", min_lessons=10).get_absolute_url())

    assert "At least 0.4 fte of teaching tasks." in silent
    assert "At least 8 lesson hours a week." in silent
    assert "Schools agreed on teaching tasks" in silent
    assert "At least 0.5 fte of teaching tasks." in telling
    assert "At least 10 lesson hours a week." in telling
    assert "Schools agreed on teaching tasks" not in telling


def test_a_professional_sees_the_own_week_in_it(as_anna, free):
    free("tuesday_morning tuesday_afternoon")

    html = text(as_anna, CourseFactory().get_absolute_url())

    assert "Fits your free Tuesday." in html
    assert "Tuesday morning, free, asked" in html


@pytest.mark.parametrize("reader", ["client", "as_bram", "as_mo"])
def test_others_see_the_days_without_a_judgement(reader, request):
    html = text(request.getfixturevalue(reader), CourseFactory().get_absolute_url())

    assert "On Tuesday." in html
    assert "Fits" not in html


def test_a_course_that_ended_says_so_and_is_not_indexed(client):
    course = CourseFactory(valid_to=timezone.localdate() - timedelta(days=1))

    html = text(client, course.get_absolute_url())

    assert "This course is no longer in the catalogue" in html
    assert 'content="noindex"' in html


def test_an_unknown_course_is_not_found(client):
    assert client.get("/opleidingen/nothing/").status_code == 404


def test_a_course_takes_a_fixed_number_of_queries(client, django_assert_num_queries):
    course = CourseFactory()
    for _count in range(3):
        CourseModuleFactory(course=course)
    text(client, course.get_absolute_url())

    with django_assert_num_queries(4):
        text(client, course.get_absolute_url())


def test_course_names_the_grants_for_its_kind(client):
    SubsidySchemeFactory()
    SubsidySchemeFactory(code="other", name_en="Another grant", for_kinds="instructor")

    html = text(client, CourseFactory().get_absolute_url())

    assert "at most € 25,000" in html
    assert "Another grant" not in html


@time_machine.travel("2027-10-01 12:00+00:00", tick=False)
def test_grants_tell_first_and_last_day_for_a_start(client):
    SubsidySchemeFactory()

    html = text(client, "/opleidingen/subsidie/?begin=2026-09-01")

    assert "It can be asked now: 14 more days, until 15 October 2027." in html
    assert "first day <b>1 September 2026</b>, last day <b>15 October 2027</b>" in html
    assert "the board" in html
    assert "The proof of participation." in html
    assert "Still to be confirmed." in html


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-08-31 12:00", "It can be asked from 1 September 2026 to 15 October 2027."),
        ("2027-10-14 12:00", "It can be asked now: 1 more day, until 15 October 2027."),
        ("2027-10-15 12:00", "Today is the last day."),
        ("2027-10-16 12:00", "The last day was 15 October 2027."),
    ],
)
def test_grants_count_the_days_from_today(client, today, said):
    SubsidySchemeFactory()

    with time_machine.travel(f"{today}+00:00", tick=False):
        assert said in text(client, "/opleidingen/subsidie/?begin=2026-09-01")


def test_grants_without_a_start_tell_the_rule(client):
    SubsidySchemeFactory()

    html = text(client, "/opleidingen/subsidie/")

    assert "Each round runs from 16 October to 15 October." in html
    assert "For a training that begins on" not in html


@pytest.mark.parametrize("typed", ["soon", "2026-02-30", "0001-01-01", "9999-12-31"])
def test_a_wrong_start_is_told_and_kept(client, typed):
    SubsidySchemeFactory()

    response = client.get(f"/opleidingen/subsidie/?begin={typed}")

    assert response.status_code == 200
    assert b"error-text" in response.content


def test_29_february_is_a_start_like_any_other(client):
    SubsidySchemeFactory()

    html = text(client, "/opleidingen/subsidie/?begin=2028-02-29")

    assert "last day <b>15 October 2029</b>" in html


def test_the_rules_of_the_start_count(client):
    SubsidySchemeFactory(valid_to=date(2026, 12, 31))
    SubsidySchemeFactory(valid_from=date(2027, 1, 1), amount=30_000)

    assert "€ 25,000" in text(client, "/opleidingen/subsidie/?begin=2026-12-31")
    assert "€ 30,000" in text(client, "/opleidingen/subsidie/?begin=2027-01-01")
    assert "No grant is known" in text(client, "/opleidingen/subsidie/?begin=2020-01-01")


def test_htmx_gets_the_grants_only(client):
    SubsidySchemeFactory()

    response = client.get("/opleidingen/subsidie/", headers={"HX-Request": "true"})

    assert b"<html" not in response.content


def test_the_check_links_to_the_courses(client):

    html = text(client, f"/mag-ik-voor-de-klas/uitslag/{pack(Answers())}/")

    assert "/opleidingen/?soort=pdg" in html
    assert "/opleidingen/?soort=instructor" in html
