"""Anna tells what she can and when, shows it to schools, and hears at once what fits."""

import pytest
from django.core import mail

from accounts.enums import Visibility
from accounts.models import Professional
from accounts.notifications import delivery
from accounts.profiles import actions
from portal.kit import dayparts
from tests import factories
from tests.browser.journeys.hands import Hand
from tests.browser.journeys.keyboard import Keyboard
from vacancies.matching import actions as matching


@pytest.fixture
def anna(town: None) -> Professional:
    """She has just begun; a school asks what she can."""
    matching.refresh_vacancy(factories.VacancyFactory())
    return actions.create(factories.UserFactory(email="anna@example.org", name=""))


def test_a_profile_is_told_and_shown(hand: Hand, anna: Professional) -> None:
    hand.comes_in(anna.user)
    tell_what_and_where(hand)
    tell_when(hand)
    tell_how(hand)

    hand.arrives("Laat je profiel zien aan scholen")
    hand.tick("Ja, scholen die mensen zoeken")
    hand.press("Laat mijn profiel zien")
    hand.arrives("Mijn profiel")
    hand.follow("Naar mijn matches")
    hand.arrives("Mijn matches")
    hand.reads("Gastdocent lassen")

    anna.refresh_from_db()
    assert anna.visibility == Visibility.VISIBLE
    assert anna.availability.day_parts_mask == dayparts.parse("tuesday_afternoon thursday_evening")
    assert [skill.name_nl for skill in anna.competences.all()] == ["TIG-lassen"]
    delivery.deliver()
    assert mail.outbox[0].subject.startswith("Gastdocent lassen")


def tell_what_and_where(hand: Hand) -> None:
    hand.open("/mijn/profiel/vak/")
    hand.write("Je vak", "Lasser")
    hand.tick("Techniek en procesindustrie")
    hand.search("Zoek een vaardigheid", "argon", found="TIG-lassen")
    hand.tick("TIG-lassen")
    hand.write("Hoeveel jaar doe je dit werk?", "12")
    hand.press("Verder: Functies")
    hand.arrives("Wat wil je doen op school?")
    hand.tick("Gastdocent")
    hand.tick("mbo 4, havo of vwo")
    hand.press("Verder: Week")
    hand.arrives("Wanneer kun jij?")


def tell_when(hand: Hand) -> None:
    hand.week("dinsdagmiddag", "donderdagavond")
    hand.write("Minstens", "2")
    hand.write("Hoogstens", "8")
    hand.in_days("Beschikbaar vanaf", 7)
    hand.press("Verder: Plaats")
    hand.arrives("Waar woon je")
    hand.write("Waar woon je?", "Zwolle")
    hand.write("Hoeveel kilometer", "25")
    hand.press("Verder")
    hand.arrives("Hoe wil je in dienst zijn?")


def tell_how(hand: Hand) -> None:
    hand.tick("Eigen contract bij de school")
    hand.press("Verder")
    hand.arrives("Wie ben je?")
    hand.write("Je naam", "Anna de Wit")
    hand.press("Verder")
    hand.arrives("Hoe vaak wil je van ons horen?")
    hand.tick("Meteen")
    hand.press("Bewaar en bekijk het geheel")


def test_a_cell_of_the_week_says_what_it_is(keys: Keyboard, anna: Professional) -> None:
    keys.comes_in(anna.user)
    keys.open("/mijn/profiel/week/")
    keys.week("dinsdagmiddag")

    assert keys.said() == "dinsdagmiddag, vrij"
    keys.reads("1 dagdeel gekozen")
    keys.key("Space")
    assert keys.said() == "dinsdagmiddag"
    keys.key("End")
    assert keys.said() == "zaterdagmiddag"
    keys.key("Home")
    assert keys.said() == "maandagmiddag"
