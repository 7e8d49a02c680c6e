"""A welder asks at night: eight questions on a phone, an answer, other hours, a profile."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.identity import queries as identity
from accounts.models import Professional
from tests import factories
from tests.browser.conftest import latest_code

pytestmark = pytest.mark.django_db(transaction=True)

ANSWERS = (
    ("functions", "guest_teacher"),
    ("level", "4"),
    ("papers", "none"),
    ("abroad", "none"),
)


def go_on(page: Page) -> None:
    """One question a screen with JavaScript; all on one page without."""
    button = page.get_by_role("button", name="Volgende")
    if button.is_visible():
        button.click()


def tick(page: Page, name: str, value: str) -> None:
    page.locator(f"[name={name}][value='{value}']").check()
    go_on(page)


def answer_all(page: Page) -> None:
    page.goto("/mag-ik-voor-de-klas/")
    for name, value in ANSWERS:
        tick(page, name, value)
    page.get_by_label("Aantal jaren").fill("12")
    go_on(page)
    page.get_by_label("Klokuren per week").fill("4")
    page.get_by_label("Aantal weken").fill("40")
    go_on(page)
    tick(page, "vog", "no")
    page.locator("[name=ban][value=no]").check()
    page.get_by_role("button", name="Toon mijn antwoord").click()


def test_a_welder_asks_plays_and_makes_a_profile(phone: Page):
    answer_all(phone)

    expect(phone.get_by_role("heading", level=1)).to_have_text(
        "Er is een mogelijke route. Je zou kunnen beginnen als gastdocent."
    )
    expect(phone.locator("#guest_teacher")).to_contain_text("van 240 klokuren, dit studiejaar")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    first = phone.url

    phone.get_by_label("Klokuren per week").fill("8")
    button = phone.get_by_role("button", name="Toon wat er verandert")
    if button.is_visible():
        button.click()
    expect(phone.locator("#guest_teacher .verdict-over")).to_contain_text("80 te veel")
    expect(phone).not_to_have_url(first)

    phone.get_by_role("button", name="Maak hier een profiel van").click()
    phone.get_by_label("Je e-mailadres").fill("lasser@example.org")
    phone.get_by_role("button", name="Stuur mij een code").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Vul je code in")
    phone.get_by_label("De code uit je mail").fill(latest_code())
    phone.get_by_role("button", name="Verder").click()
    phone.get_by_role("button", name="Maak mijn profiel").click()

    expect(phone.get_by_text("Bewaard in je profiel")).to_be_visible()
    person = identity.professional_of(identity.user_of("lasser@example.org"))
    assert isinstance(person, Professional)
    assert (person.functions, person.level, person.years_experience) == (["guest_teacher"], 4, 12)


def test_errors_stand_beside_the_question_and_nothing_is_lost(phone: Page):
    phone.goto("/mag-ik-voor-de-klas/")
    for name, value in ANSWERS:
        tick(phone, name, value)
    phone.get_by_label("Aantal jaren").fill("veel")
    for _question in range(4):
        go_on(phone)
    phone.get_by_role("button", name="Toon mijn antwoord").click()

    expect(phone.locator("#id_years_error")).to_be_visible()
    expect(phone.get_by_label("Aantal jaren")).to_have_value("veel")
    expect(phone.locator("[name=level][value='4']")).to_be_checked()


def test_back_and_the_keyboard_walk_through_the_questions(second_desk: Page):
    page = second_desk
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/mag-ik-voor-de-klas/")
    for _question in range(4):
        page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_text("Vraag 5 van 8")).to_be_focused()

    page.get_by_label("Aantal jaren").fill("12")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Vraag 6 van 8")).to_be_focused()
    page.go_back()
    expect(page.get_by_text("Vraag 5 van 8")).to_be_visible()
    expect(page.get_by_label("Aantal jaren")).to_have_value("12")
    page.get_by_role("button", name="Terug").click()
    expect(page.get_by_text("Vraag 4 van 8")).to_be_visible()
    expect(page.get_by_text("Vraag 5 van 8")).to_be_hidden()


def test_the_vacancy_and_the_home_page_lead_to_the_check(second_desk: Page, town):
    page = second_desk
    vacancy = factories.VacancyFactory(title="Gastdocent lassen")
    for place in ("/", vacancy.get_absolute_url()):
        page.goto(place)
        expect(page.locator('main a[href="/mag-ik-voor-de-klas/"]').first).to_be_visible()
    page.get_by_role("link", name=re.compile("acht korte vragen|acht vragen")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mag ik voor de klas?")
