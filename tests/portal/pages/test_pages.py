from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.enums import FunctionKind
from portal.kit import dayparts
from tests import factories
from vacancies.matching.scoring import RULE_VERSION
from vacancies.models import Match
from vacancies.showcase import home

PAGES = (
    "/",
    "/over/",
    "/voor-scholen/",
    "/privacy/",
    "/toegankelijkheid/",
    "/zo-werkt-matchen/",
    "/robots.txt",
)


def text(response):
    return response.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("address", PAGES)
def test_page_is_for_everyone(client, as_anna, as_bram, as_mo, address):
    assert {who.get(address).status_code for who in (client, as_anna, as_bram, as_mo)} == {200}


def test_home_counts_what_each_day_part_opens(client, db):
    factories.VacancyFactory(day_parts_needed=1)
    factories.VacancyFactory(
        day_parts_mask=dayparts.parse("tuesday_afternoon saturday_morning"), day_parts_needed=2
    )

    html = text(client.get("/"))

    assert "There are 2 open vacancies." in html
    assert "Tuesday afternoon, 1 more vacancy" in html
    assert "Saturday morning, " not in html


def test_home_says_how_many_fit_the_chosen_day_parts(client, db):
    factories.VacancyFactory()

    html = text(client.get("/?dagdeel=4&dagdeel=11"))

    assert "<strong>1 vacancy</strong> fits Tuesday afternoon and Thursday evening." in html
    assert "See 1 vacancy" in html
    assert "fits 2 of 4 day-parts" in html


def test_home_answers_a_choice_with_the_week_only(client, db):
    factories.VacancyFactory()

    response = client.get("/?dagdeel=0", headers={"HX-Request": "true"})

    assert "<html" not in text(response)
    assert "Nothing fits only Monday morning yet." in text(response)


def test_home_takes_no_notice_of_a_day_part_that_is_none(client, db):
    response = client.get("/?dagdeel=99&dagdeel=x")

    assert response.status_code == 200
    assert "Choose day-parts from the week." in text(response)


def test_home_shows_the_newest_of_this_week(client, db):
    now = timezone.now()
    for days in range(6):
        factories.VacancyFactory(title=f"Docent {days}", published_at=now - timedelta(days=days))

    html = text(client.get("/"))

    assert "New this week" in html
    assert "Docent 0" in html
    assert "Docent 5" not in html
    assert "All 6 vacancies" in html


def test_home_does_not_call_old_vacancies_new(client, db):
    factories.VacancyFactory(published_at=timezone.now() - timedelta(days=8))

    html = text(client.get("/"))

    assert "New this week" not in html
    assert "The newest vacancies" in html


def test_home_without_vacancies_says_what_to_do_and_invents_no_numbers(client, db):
    html = text(client.get("/"))

    assert "No school has an open vacancy now" in html
    assert 'class="board"' not in html


def test_home_query_count(client, db, django_assert_num_queries):
    factories.VacancyFactory.create_batch(3)
    client.get("/")

    with django_assert_num_queries(3):
        client.get("/")


def test_figures_are_counted(db, anna):
    vacancy = factories.VacancyFactory(day_parts_needed=2, positions=2)
    factories.VacancyFactory(day_parts_needed=1, function_kind=FunctionKind.TEACHER)
    factories.DraftFactory()
    Match.objects.create(vacancy=vacancy, professional=anna, score=80, rule_version=1)

    assert home.figures() == home.Figures(day_parts=5, covered=4, schools=2, professionals=1)


@pytest.mark.parametrize(
    ("day_parts", "covered", "per_stroke", "strokes", "done"),
    [(0, 0, 1, 0, 0), (126, 41, 1, 126, 41), (300, 1, 1, 300, 1), (900, 450, 3, 300, 150)],
)
def test_drawing_never_has_more_than_three_hundred_strokes(
    day_parts, covered, per_stroke, strokes, done
):
    figures = home.Figures(day_parts, covered, schools=1, professionals=1)

    assert (figures.per_stroke, figures.strokes, figures.strokes_covered) == (
        per_stroke,
        strokes,
        done,
    )


def test_ranking_page_publishes_points_that_add_up_to_a_hundred(client, db):
    response = client.get("/zo-werkt-matchen/")

    assert sum(line.weight for line in response.context["lines"]) == 100
    assert f"Version {RULE_VERSION} of the points." in text(response)


def test_the_former_address_of_the_points_leads_to_the_page(client, db):
    assert client.get("/zo-telt-de-score/")["Location"] == "/zo-werkt-matchen/"


def test_robots_are_kept_out_of_what_is_personal_and_shown_the_sitemap(client, db):
    lines = text(client.get("/robots.txt")).splitlines()

    assert "Disallow: /mijn/" in lines
    assert "Allow: /account/login/code/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


@pytest.mark.parametrize("address", ["/agenda/", "/school/plaatsingen/", "/school/trajecten/"])
def test_own_pages_hang_under_the_own_name(as_bram, address):
    account = as_bram.get(address).context["account"]

    assert account.current


def test_a_page_under_another_link_does_not_hang_under_the_own_name(as_bram):
    account = as_bram.get("/school/vacatures/").context["account"]

    assert not account.current
