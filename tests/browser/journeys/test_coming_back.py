"""Who goes away and comes back finds things as they were left."""

import pytest
from playwright.sync_api import expect

from accounts.models import Professional
from accounts.profiles import actions as profiles
from tests import factories
from tests.browser.conftest import PATIENCE
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.keyboard import Keyboard
from vacancies.search import actions as search


@pytest.fixture
def vacancies(town: None) -> None:
    for title, function in (("Gastdocent lassen", "guest_teacher"), ("Metaal", "instructor")):
        search.index(factories.VacancyFactory(title=title, function_kind=function))


def test_the_list_is_as_it_was(hand: Hand, vacancies: None) -> None:
    hand.open("/vacatures/")
    hand.unfold("Filters")
    hand.pick("Functie", "Instructeur (1)")
    hand.press("Toon vacatures")
    expect(hand.page.locator("#results-title")).to_have_text("1 vacature")
    hand.follow("Metaal")
    hand.arrives("Metaal")

    hand.page.go_back()

    hand.arrives("Vacatures")
    expect(hand.page.locator("#results-title")).to_have_text("1 vacature")
    expect(hand.page.get_by_label("Functie")).to_have_value("instructor")


def test_a_choice_is_said_and_keeps_the_focus_and_the_button_leads_to_what_is_found(
    keys: Keyboard, vacancies: None
) -> None:
    keys.open("/vacatures/")
    keys.unfold("Filters")
    keys.pick("Functie", "Instructeur (1)")

    expect(keys.page.get_by_role("status").filter(has_text="1 vacature gevonden")).to_be_attached()
    keys.is_at("Functie")
    keys.press("Toon vacatures")
    expect(keys.page.get_by_role("heading", name="1 vacature", exact=True)).to_be_focused()


def test_a_vacancy_keeps_what_was_typed_last(keys: Keyboard, town: None) -> None:
    member = factories.MembershipFactory()
    draft = factories.DraftFactory(institution=member.institution)
    keys.comes_in(member.user)
    keys.open(f"/school/vacatures/{draft.code}/bewerken/werk/")
    keys.write("In één zin", "Leer lassen in Zwolle.")

    keys.page.goto("/school/vacatures/")
    keys.page.go_back()

    expect(keys.page.get_by_label("In één zin")).to_have_value("Leer lassen in Zwolle.")
    keys.page.reload()
    expect(keys.page.get_by_label("In één zin")).to_have_value("Leer lassen in Zwolle.")


OPEN = "[data-autosave]:not([inert])"
CLOSED = "[data-autosave][inert]"
LEFT = """
(ago) => {
  const version = document.querySelector("[name=version]").value;
  sessionStorage.setItem("left", JSON.stringify([version, Date.now() - ago]));
}
"""


@pytest.fixture
def anna(transactional_db: None) -> Professional:
    return profiles.create(factories.UserFactory(name=""))


def test_a_profile_keeps_what_was_typed_last(keys: Keyboard, anna: Professional) -> None:
    keys.comes_in(anna.user)
    keys.open("/mijn/profiel/vak/")
    keys.write("Je vak", "Lasser")

    keys.page.goto("/vacatures/")
    keys.page.go_back()

    expect(keys.page.get_by_label("Je vak")).to_have_value("Lasser")
    expect(keys.page.locator(OPEN)).to_be_visible()
    keys.write("Hoeveel jaar", "12")
    expect(keys.page.locator("#saved")).to_have_text("Bewaard.")
    keys.page.reload()
    expect(keys.page.get_by_label("Hoeveel jaar")).to_have_value("12")
    keys.write("Hoeveel jaar", "honderd")
    expect(keys.page.locator("#saved")).to_contain_text("Nog niet bewaard")


def test_a_page_of_before_the_save_takes_nothing_until_that_is_in(
    keys: Keyboard, anna: Professional
) -> None:
    keys.comes_in(anna.user)
    keys.open("/mijn/profiel/vak/")
    keys.page.evaluate(LEFT, -10 * PATIENCE)
    keys.page.reload()
    expect(keys.page.locator(CLOSED)).to_be_visible()

    trade = {"occupation": "Lasser", "domains": [], "competences": [], "years_experience": None}
    profiles.save_trade(anna, by=anna.user, version=None, **trade)

    expect(keys.page.get_by_label("Je vak")).to_have_value("Lasser")
    expect(keys.page.locator(OPEN)).to_be_visible()


def test_a_page_whose_save_never_came_in_is_free_after_a_moment(
    keys: Keyboard, anna: Professional
) -> None:
    keys.comes_in(anna.user)
    keys.open("/mijn/profiel/vak/")
    keys.page.evaluate(LEFT, 0)
    keys.page.reload()

    expect(keys.page.locator(OPEN)).to_be_visible()


def test_what_was_not_sent_is_there_after_reload_and_back(
    keys: Keyboard, transactional_db: None
) -> None:
    """A visible profile changes on a press alone, so nothing of it is kept before."""
    keys.comes_in(factories.ProfessionalFactory(phone="").user)
    phone = keys.page.get_by_label("Je telefoonnummer")
    keys.open("/mijn/profiel/contact/")
    keys.write("Je telefoonnummer", "06 12345678")

    keys.page.reload()
    expect(phone).to_have_value("06 12345678")
    keys.page.goto("/vacatures/")
    keys.page.go_back()
    expect(phone).to_have_value("06 12345678")
    keys.page.goto("/mijn/profiel/contact/")
    expect(phone).to_have_value("")
