from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.enums import FunctionKind
from portal.kit.geo import rijksdriehoek
from tests import factories
from vacancies.models import PayStep, PayTable
from vacancies.search.filters import Filters, Spot
from vacancies.search.queries import Hits
from vacancies.showcase.suggestions import changes

KAMPEN = (52.555, 5.911)
ZWOLLE = Spot("Zwolle", *rijksdriehoek(52.5126, 6.0936))


@pytest.fixture
def pay_table(db):
    table = PayTable.objects.create(
        valid_from="2025-01-01", status="confirmed", source_title="Cao mbo"
    )
    for scale, step, amount in (("LB", 1, 3713), ("LC", 12, 6210)):
        PayStep.objects.create(table=table, scale=scale, step=step, gross_month=amount)


def page(client, query="", **headers):
    return client.get(f"/vacatures/?{query}", headers=headers)


def test_row_shows_school_place_day_parts_hours_start_and_pay(client, pay_table):
    factories.VacancyFactory(
        institution__name="Deltion College",
        institution__prep_factor="0.6",
        title="Gastdocent lassen",
        published_at=timezone.now() - timedelta(days=9),
    )

    html = page(client).content.decode().replace("\u00a0", " ")

    assert "Gastdocent lassen" in html
    assert "Deltion College, Zwolle" in html
    assert "2 day-parts, 5 clock hours a week, from" in html
    assert "€ 716 – € 1,198 a month" in html


@pytest.mark.parametrize("number", [1, 3])
def test_plain_list_takes_three_queries(client, pay_table, number, django_assert_num_queries):
    factories.VacancyFactory.create_batch(number)
    page(client)

    with django_assert_num_queries(3):
        html = page(client).content.decode()

    assert html.count('class="row"') == number


def test_plain_list_loads_no_texts(client, db, django_assert_max_num_queries):
    factories.VacancyFactory(summary="Samenvatting", body="Lange tekst")

    with django_assert_max_num_queries(9) as asked:
        page(client)

    statements = " ".join(query["sql"] for query in asked.captured_queries)
    assert '"title"' in statements
    assert '"body"' not in statements
    assert '"summary"' not in statements


@pytest.mark.parametrize("number", [1, 3])
def test_search_by_words_takes_a_fixed_number_of_queries(
    client, indexed, number, django_assert_num_queries
):
    for _ in range(number):
        indexed(title="Docent lassen", summary="", body="")
    page(client)

    with django_assert_num_queries(4):
        page(client, "q=docent")


def test_pages_have_twenty_rows_and_keep_the_filters(client, db):
    factories.VacancyFactory.create_batch(21)

    first = page(client, "functie=guest_teacher").content.decode()
    second = page(client, "functie=guest_teacher&pagina=2").content.decode()
    beyond = page(client, "functie=guest_teacher&pagina=99").content.decode()

    assert first.count('class="row"') == 20
    assert "?functie=guest_teacher&amp;pagina=2" in first
    assert second.count('class="row"') == beyond.count('class="row"') == 1


@pytest.mark.parametrize(
    ("query", "field", "typed", "message"),
    [
        ("afstand=veel", "afstand", "", "Choose one from the list."),
        ("vak=toveren", "vak", "", "Choose one from the list."),
        ("functie=kok", "functie", "", "Choose one from the list."),
        ("vorm=x", "vorm", "", "Choose one from the list."),
        ("sorteer=x", "sorteer", "", "Choose one from the list."),
        ("uren_van=acht", "uren_van", 'value="acht"', "Type a whole number, for example 6."),
        ("uren_van=0", "uren_van", 'value="0"', "At least 1 hour."),
        ("uren_tot=99", "uren_tot", 'value="99"', "At most 40 hours."),
        (
            "uren_van=5&uren_tot=4",
            "uren_tot",
            'value="4"',
            "This is less than the hours you start from.",
        ),
        ("dagdeel=99", "dagdeel", "", "Choose day-parts from the week."),
        ("plaats=Nergenshuizen", "plaats", 'value="Nergenshuizen"', "Nergenshuizen"),
        (f"q={'x' * 101}", "q", "x" * 101, "Use at most 100 characters."),
    ],
)
def test_bad_input_is_told_beside_the_field_and_left_out(client, db, query, field, typed, message):
    factories.VacancyFactory(title="Gastdocent lassen")

    response = page(client, query)
    html = response.content.decode()

    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert message in html
    assert typed in html
    assert "Gastdocent lassen" in html


@pytest.mark.parametrize("number", ["-1", "abc", "", "9" * 30])
def test_any_page_number_shows_a_page(client, db, number):
    factories.VacancyFactory()

    assert page(client, f"pagina={number}").status_code == 200


def test_filters_in_use_are_links_that_drop_them(client, db):
    factories.VacancyFactory()

    html = page(client, "functie=guest_teacher&dagdeel=4&dagdeel=11").content.decode()

    assert '<a href="?functie=guest_teacher&amp;dagdeel=11">Tuesday afternoon</a>' in html
    assert '<a href="?dagdeel=4&amp;dagdeel=11">Guest teacher</a>' in html


def test_options_show_how_many_open_vacancies_they_have(client, db):
    factories.VacancyFactory.create_batch(2)

    html = page(client).content.decode()

    assert '<option value="guest_teacher">Guest teacher (2)</option>' in html
    assert '<option value="technology">Technology and process industry (2)</option>' in html


def test_kept_form_is_that_of_the_same_choices(client, db):
    plain = page(client).content.decode()
    far = page(client, "afstand=25").content.decode()
    plain_again = page(client, "q=lassen").content.decode()

    assert '<option value="25" selected>' not in plain
    assert '<option value="25" selected>' in far
    assert '<option value="25" selected>' not in plain_again


def test_htmx_gets_only_the_results_and_a_short_address(client, db):
    factories.VacancyFactory()

    response = page(client, "q=&plaats=&functie=guest_teacher&vak=", HX_Request="true")

    assert "<html" not in response.content.decode()
    assert 'class="row"' in response.content.decode()
    assert response["HX-Push-Url"] == "/vacatures/?functie=guest_teacher"
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("headers", [{}, {"HX_Request": "true"}])
def test_the_fold_says_how_many_filters_it_hides(client, db, headers):
    asked = "q=lassen&functie=guest_teacher&dagdeel=4&dagdeel=11"

    assert ">3 chosen" in page(client, asked, **headers).content.decode()
    assert "chosen" not in page(client, "q=lassen", HX_Request="true").content.decode()


def test_a_mistake_behind_the_fold_opens_it(client, db):
    assert '<details class="fold" open>' in page(client, "plaats=Nergens").content.decode()
    assert '<details class="fold">' in page(client, "plaats=&q=lassen").content.decode()


def test_htmx_gets_the_whole_page_when_history_is_restored(client, db):
    response = page(client, HX_Request="true", HX_History_Restore_Request="true")

    assert "<html" in response.content.decode()


def test_professional_sees_the_own_week_in_the_rows(as_anna, db):
    factories.VacancyFactory()

    html = as_anna.get("/vacatures/").content.decode()

    assert "fits 2 of 4 day-parts" in html


def test_typing_error_is_told_and_mended(client, indexed):
    indexed(title="Docent lassen", summary="", body="")

    html = page(client, "q=lasesn").content.decode()

    assert "No vacancy has “lasesn”. Did you mean <b>lassen</b>?" in html
    assert "Docent lassen" in html


def test_unknown_word_is_named(client, indexed):
    indexed()

    html = page(client, "q=xqzwk").content.decode()

    assert "No open vacancy uses: xqzwk." in html


def test_no_vacancy_at_all_says_what_to_do(client, db):
    html = page(client).content.decode()

    assert "No school has an open vacancy now." in html
    assert "/start/" in html


def at(name, position, **values):
    place = factories.PlaceFactory(name=name, latitude=position[0], longitude=position[1])
    return factories.VacancyFactory(locations=[factories.LocationFactory(place=place)], **values)


def told(filters):
    return [(change.kind, change.what, change.more) for change in changes(Hits(filters))]


def test_changes_offer_wider_distances_with_counts(db):
    at("Kampen", KAMPEN)
    at("Groningen", (53.2194, 6.5665))

    assert told(Filters(spot=ZWOLLE, within_km=5)) == [("wider", "25", 1), ("wider", "100", 2)]


def test_changes_offer_other_day_parts_with_counts(db):
    factories.VacancyFactory()

    assert told(Filters(day_parts=1 << 4)) == [
        ("day_part", "Monday evening", 1),
        ("day_part", "Thursday evening", 1),
        ("day_part", "Friday afternoon", 1),
    ]


def test_changes_offer_to_drop_a_filter_with_counts(indexed):
    indexed(title="Docent lassen", function_kind=FunctionKind.TEACHER, hours_min=4, hours_max=4)

    assert told(Filters(text="lassen", function="instructor")) == [
        ("without_function", "Instructor", 1)
    ]
    assert told(Filters(text="lassen", hours_min=10)) == [("without_hours", "10", 1)]


def test_changes_offer_one_filter_only_when_no_single_change_helps(indexed):
    indexed(title="Docent lassen", hours_min=4, hours_max=4)

    assert told(
        Filters(text="lassen", function="instructor", employment="payroll", hours_min=30)
    ) == [("only", "“lassen”", 1)]


def test_nothing_found_page_shows_the_changes_as_links(client, db):
    at("Kampen", KAMPEN)
    factories.PlaceFactory(name="Zwolle")

    html = page(client, "plaats=Zwolle&afstand=5").content.decode()

    assert "Nothing found yet" in html
    assert '<span class="gain">+1</span>' in html
    assert "Within 25 km" in html
