"""From the home page to a profile of one's own, with no more than a mail address."""

from accounts.models import Professional
from tests import factories
from tests.browser.conftest import latest_code
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.keyboard import Keyboard


def test_somebody_signs_up(hand: Hand, transactional_db: None) -> None:
    factories.DomainFactory()

    hand.open("/")
    hand.follow("Maak je profiel")
    hand.arrives("Log in of begin")
    hand.write("Je e-mailadres", "anna@example.org")
    hand.press("Stuur mij een code")
    hand.arrives("Vul je code in")
    hand.write("De code uit je mail", latest_code())
    hand.press("Verder")
    hand.arrives("Waarvoor kom je?")
    hand.press("Maak mijn profiel")
    hand.arrives("Wat is je vak?")

    assert Professional.objects.get().user.email == "anna@example.org"


def test_what_is_wrong_is_read_first_and_leads_to_its_field(
    keys: Keyboard, transactional_db: None
) -> None:
    keys.open("/account/login/code/")
    keys.write("Je e-mailadres", "anna op example")
    keys.press("Stuur mij een code")

    keys.hears("Dit is geen e-mailadres.")
    keys.follow("Je e-mailadres")
    keys.is_at("Je e-mailadres")
    keys.write("Je e-mailadres", "anna@example.org")
    keys.press("Stuur mij een code")
    keys.arrives("Vul je code in")
