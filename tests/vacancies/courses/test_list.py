"""The catalogue for everybody, and beside the own week of a professional."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.kit import dayparts
from tests.course_factories import CourseFactory, CourseStartFactory
from tests.factories import PlaceFactory

pytestmark = pytest.mark.django_db
FRIDAY = dayparts.parse("friday_morning friday_afternoon")


@pytest.fixture
def groningen():
    return PlaceFactory(name="Groningen", latitude=53.2194, longitude=6.5665)


def page(client, query=""):
    return client.get(f"/opleidingen/?{query}").content.decode().replace("\u00a0", " ")


def providers(html: str) -> list[str]:
    """The first word below each title, in the order of the list."""
    rows = html.split('class="row-title"')[1:]
    return [row.split("<p>")[1].split(",")[0].split("<")[0] for row in rows]


def test_row_tells_place_days_price_with_its_year_and_that_it_is_unconfirmed(client):
    CourseFactory(price=5750, price_year=2022, months=18, every_weeks=2)

    html = page(client)

    assert "Hogeschool Windekind, Zwolle" in html
    assert "1.5 years, on Tuesday, once in 2 weeks" in html
    assert "€ 5,750 (price of 2022)" in html
    assert "Still to be confirmed." in html
    assert "No start date known yet." in html


def test_row_tells_the_next_start_and_until_when_to_apply(client):
    today = timezone.localdate()
    course = CourseFactory()
    CourseStartFactory(course=course, starts_on=today - timedelta(days=1))
    CourseStartFactory(
        course=course, starts_on=today + timedelta(days=60), apply_by=today + timedelta(days=30)
    )

    html = page(client)

    assert html.count("Starts on") == 1
    assert "apply before" in html


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_two_queries(client, number, django_assert_num_queries):
    for count in range(number):
        CourseStartFactory(course__code=f"course-{count}")
    page(client)

    with django_assert_num_queries(2):
        html = page(client)

    assert html.count('class="row"') == number


def test_visitors_filter_by_kind_form_and_day(client):
    CourseFactory(provider="Alfa")
    CourseFactory(provider="Beta", kind="hybrid", form="online", day_parts_mask=FRIDAY)
    CourseFactory(provider="Gamma", day_parts_mask=0)

    assert providers(page(client)) == ["Alfa", "Gamma", "Beta"]
    assert providers(page(client, "soort=hybrid")) == ["Beta"]
    assert providers(page(client, "vorm=online")) == ["Beta"]
    assert providers(page(client, "dagdeel=3&dagdeel=4")) == ["Alfa", "Gamma"]


def test_an_unknown_place_stays_at_the_end_of_a_search_near_a_place(client, groningen):
    CourseFactory(provider="Far", place=groningen)
    CourseFactory(provider="Near")
    CourseFactory(provider="Nowhere", place=None)

    assert providers(page(client, "plaats=Zwolle")) == ["Near", "Far", "Nowhere"]
    assert providers(page(client, "plaats=Zwolle&afstand=25")) == ["Near", "Nowhere"]


def test_a_wrong_filter_is_told_and_left_out(client):
    CourseFactory()

    html = page(client, "soort=cooking&plaats=Atlantis")

    assert "Choose one from the list." in html
    assert "We do not know “Atlantis”" in html
    assert html.count('class="row"') == 1


def test_what_is_not_on_offer_is_not_in_the_list(client):
    CourseFactory(valid_to=timezone.localdate() - timedelta(days=1))
    CourseFactory(valid_from=timezone.localdate() + timedelta(days=1))

    assert "The catalogue is still empty." in page(client)


def test_nothing_found_says_what_to_do(client):
    CourseFactory()

    html = page(client, "soort=trainer")

    assert "No course fits yet" in html
    assert "All courses" in html


def test_htmx_gets_the_results_only(client):
    CourseFactory()

    response = client.get("/opleidingen/?soort=pdg", headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert b"1 course found" in response.content
    assert response.headers["HX-Push-Url"] == "/opleidingen/?soort=pdg"


def test_a_professional_sees_what_fits_the_own_week_first_and_why(as_anna, free):
    free("tuesday_morning tuesday_afternoon")
    CourseFactory(provider="On Friday", day_parts_mask=FRIDAY)
    CourseFactory(provider="Unknown", day_parts_mask=0)
    CourseFactory(provider="On Tuesday")

    html = page(as_anna)

    assert providers(html) == ["On Tuesday", "Unknown", "On Friday"]
    assert "Fits your free Tuesday" in html
    assert "You are not free on Friday" in html
    assert "Day and start date are not known yet." in html
    assert "On top is what fits your day-parts" in html


def test_a_professional_asks_for_the_own_week_and_distance_only(as_anna, free, groningen):
    anna = free("tuesday_morning tuesday_afternoon")
    anna.max_distance_km = 25
    anna.save()
    CourseFactory(provider="Here")
    CourseFactory(provider="On Friday", day_parts_mask=FRIDAY)
    CourseFactory(provider="Far", place=groningen)

    assert providers(page(as_anna, "mijn_week=on")) == ["Here", "Far"]
    assert providers(page(as_anna, "mijn_week=on&mijn_afstand=on")) == ["Here"]


def test_one_of_several_days_is_enough_for_groups(as_anna, free):
    free("friday_morning friday_afternoon")
    tuesday = dayparts.parse("tuesday_morning tuesday_afternoon")
    CourseFactory(day_parts_mask=tuesday | FRIDAY, is_one_of_days=True)

    html = page(as_anna)

    assert "on Tuesday or Friday" in html
    assert "Fits your free Friday" in html


def test_a_school_and_a_moderator_see_no_filters_of_a_profile(as_bram, as_mo, client):
    CourseFactory()

    for reader in (as_bram, as_mo, client):
        html = page(reader)
        assert 'name="mijn_week"' not in html
        assert 'class="course-fit' not in html


def test_a_professional_without_a_week_is_asked_for_it(as_anna, free):
    free("")
    CourseFactory()

    assert "Fill in your week" in page(as_anna)
