"""Somebody looks for work: from the week on the home page to a vacancy, and back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from vacancies.search import actions

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def vacancies(town):
    for title, function in (
        ("Gastdocent lassen", "guest_teacher"),
        ("Lasinstructeur", "instructor"),
        ("Docent zorg", "teacher"),
    ):
        actions.index(factories.VacancyFactory(title=title, function_kind=function, summary=""))


def test_week_on_the_home_page_leads_to_the_list(phone: Page, vacancies):
    phone.goto("/")
    for name in ("dinsdagmiddag", "donderdagavond"):
        phone.get_by_role("checkbox", name=re.compile(name)).check()
    phone.locator("#week").get_by_role("button").click()

    expect(phone).to_have_url(re.compile(r"/vacatures/\?dagdeel=4&dagdeel=11"))
    expect(phone.get_by_role("heading", level=2)).to_contain_text(["3 vacatures"])


def test_searching_by_a_word_finds_its_family_and_opens_a_vacancy(phone: Page, vacancies):
    phone.goto("/vacatures/")
    phone.get_by_label("Wat wil je lesgeven?").fill("lassen")
    phone.get_by_role("button", name="Toon vacatures").click()
    expect(phone.locator("#results-title")).to_have_text("2 vacatures")

    phone.get_by_role("link", name="Lasinstructeur").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Lasinstructeur")
    expect(phone.get_by_role("link", name="Ik heb interesse").first).to_be_visible()


def test_a_choice_refreshes_the_results_and_back_restores_them(second_desk: Page, vacancies):
    desk = second_desk
    desk.goto("/vacatures/")
    expect(desk.locator("#results-title")).to_have_text("3 vacatures")

    desk.get_by_label("Functie").select_option("instructor")
    expect(desk).to_have_url(re.compile(r"\?functie=instructor$"))
    expect(desk.locator("#results-title")).to_have_text("1 vacature")
    expect(desk.locator("#found")).to_have_text("1 vacature gevonden")

    desk.go_back()
    expect(desk).to_have_url(re.compile(r"/vacatures/$"))
    expect(desk.locator("#results-title")).to_have_text("3 vacatures")
    expect(desk.get_by_role("heading", level=1)).to_have_count(1)


def test_keyboard_keeps_its_place_in_the_week(second_desk: Page, vacancies):
    desk = second_desk
    desk.goto("/")
    cell = desk.get_by_role("checkbox", name=re.compile("dinsdagmiddag"))
    cell.focus()
    desk.keyboard.press("Space")

    expect(desk.locator("#week")).to_contain_text("past nog niets")
    expect(cell).to_be_focused()
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("checkbox", name=re.compile("woensdagmiddag"))).to_be_focused()
