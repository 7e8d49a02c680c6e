"""The live parts in a real browser: autosave of the week, places and skills while typing."""

import pytest

from accounts.availability.queries import week_of
from accounts.taxonomy.actions import index_competences, index_places
from tests.factories import CompetenceFactory, PlaceFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tab(context, live_server, as_anna):
    value = as_anna.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
    return context.new_page()


def test_the_week_is_kept_while_it_is_filled_in(tab, live_server, anna):
    tab.goto(live_server.url + "/mijn/week/")

    for number in (0, 8, 17):
        tab.locator(f"#id_day_parts_{number}").check()
    tab.get_by_text("Saved. You can on 5 day-parts.").wait_for()
    tab.locator("#id_day_parts_0").uncheck()
    tab.get_by_text("Saved. You can on 4 day-parts.").wait_for()
    tab.get_by_role("button", name="Save my week").click()
    tab.get_by_text("Your week is saved.").wait_for()

    assert week_of(anna) == 1 << 4 | 1 << 8 | 1 << 11 | 1 << 17


def test_saving_at_once_after_a_tick_is_not_taken_for_another_window(tab, live_server, anna):
    tab.goto(live_server.url + "/mijn/week/")

    tab.locator("#id_day_parts_0").check()
    tab.get_by_role("button", name="Save my week").click()

    tab.get_by_text("Your week is saved.").wait_for()
    assert week_of(anna) & 1


def test_a_wrong_hour_is_told_in_the_line_below_the_week(tab, live_server, anna):
    tab.goto(live_server.url + "/mijn/week/")

    tab.get_by_label("At most").fill("50")

    tab.get_by_text("Not saved yet.").wait_for()
    assert tab.get_by_label("At most").input_value() == "50"


def test_places_are_suggested_while_typing(tab, live_server):
    PlaceFactory(name="Meppel")
    index_places()
    tab.goto(live_server.url + "/mijn/profiel/plaats/")

    tab.get_by_label("Where do you live?").fill("")
    tab.get_by_label("Where do you live?").press_sequentially("mep")

    tab.locator("datalist option[value='Meppel, Overijssel']").wait_for(state="attached")


def test_skills_are_found_while_typing_and_stay_ticked(tab, live_server, anna):
    CompetenceFactory(name_nl="Lassen", name_en="Welding", synonyms="lasser")
    CompetenceFactory(name_nl="Metselen", name_en="Bricklaying")
    index_competences()
    tab.goto(live_server.url + "/mijn/profiel/vak/")
    search = tab.get_by_label("Search a skill")

    search.press_sequentially("lasser")
    tab.get_by_label("Welding").check()
    search.fill("")
    search.press_sequentially("brick")
    tab.get_by_label("Bricklaying").check()
    assert tab.get_by_label("Welding").is_checked()
    tab.get_by_role("button", name="Next: Functions").click()
    tab.wait_for_url("**/functies/")

    assert {row.name_en for row in anna.competences.all()} == {"Welding", "Bricklaying"}


def test_back_and_reload_show_what_was_saved(tab, live_server):
    tab.goto(live_server.url + "/mijn/profiel/contact/")
    tab.get_by_label("Your name").fill("Anna Wit")
    tab.get_by_role("button", name="Next").click()
    tab.wait_for_url("**/berichten/")

    tab.go_back()
    tab.reload()

    assert tab.get_by_label("Your name").input_value() == "Anna Wit"
    tab.get_by_label("Your name").fill("Anna Zwart")
    tab.get_by_role("button", name="Next").click()
    tab.wait_for_url("**/berichten/")
