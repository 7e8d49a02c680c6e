"""Anyone can read the rules, each with its source and the state of its numbers."""

from datetime import date

import pytest
from django.urls import reverse

from vacancies.codes import Need, Route
from vacancies.models import RuleConstant
from vacancies.routes import rules
from vacancies.routes.book import forget_rule_book, shipped
from vacancies.routes.catalogue import RULE_OF
from vacancies.routes.facts import Function
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.words.sources import needs_of

ON = date(2026, 11, 10)
ADDRESS = "/mag-ik-voor-de-klas/regels/"


@pytest.fixture
def page():
    return rules.page_of(RuleBook(shipped()), ON)


def test_every_route_is_written_out_once(page):
    written = [rule.words.route for one in page.functions for rule in one.rules]

    assert sorted(written) == sorted(Route)
    assert [one.function for one in page.functions] == list(Function)


def test_each_function_names_all_its_routes(page):
    for one in page.functions:
        named = {rule.words.route for rule in one.rules} | {words.route for words in one.elsewhere}
        assert named == {route for route in Route if one.function in RULE_OF[route].opens}


def test_a_route_asks_on_the_page_what_it_asks_in_the_table(page):
    told_apart = {Need.AVG_HOURS, Need.TERM_LEFT}

    for one in page.functions:
        for rule in one.rules:
            asked = {need.need for ask in rule.asks for need in ask.needs}
            asked |= {need.need for need in rule.conduct}
            assert asked == set(needs_of(RULE_OF[rule.words.route])) - told_apart


def test_a_number_that_is_announced_stands_beside_the_one_in_force():
    rows = list(shipped())
    row = next(row for row in rows if row.name == "practice_years_min")
    later = type(row)(name=row.name, value="4", valid_from=date(2027, 8, 1))

    page = rules.page_of(RuleBook([*rows, later]), ON)

    shown = [number for number in page.numbers if number.row.name == "practice_years_min"]
    assert [(number.row.value, number.is_coming) for number in shown] == [("3", False), ("4", True)]


@pytest.mark.django_db
def test_anyone_reads_the_rules_in_dutch(client):
    answer = client.get(reverse("route_rules"), headers={"accept-language": "nl"})

    text = answer.content.decode()
    assert reverse("route_rules") == ADDRESS
    assert answer.status_code == 200
    assert "<h1>De regels</h1>" in text
    assert "Gastdocent uit de praktijk" in text
    assert "https://wetten.overheid.nl/BWBR0007625" in text
    assert "nog te bevestigen (C2)" in text
    assert "%(" not in text


@pytest.mark.django_db
def test_a_confirmed_number_says_when(client):
    RuleConstant.objects.create(
        name="guest_teaching_weeks",
        value="38",
        valid_from=date(2021, 1, 1),
        source_title="Stcrt",
        confirm_code="C3",
        confirmed_on=date(2026, 3, 3),
    )
    forget_rule_book()

    text = client.get(ADDRESS, headers={"accept-language": "nl"}).content.decode()

    assert "bevestigd op 3\xa0maart\xa02026" in text
    assert "Wij rekenen met 38\xa0weken" in text
    forget_rule_book()


@pytest.mark.django_db
def test_the_page_asks_the_database_once(client, django_assert_num_queries):
    forget_rule_book()
    client.get(ADDRESS)

    with django_assert_num_queries(0):
        client.get(ADDRESS)
