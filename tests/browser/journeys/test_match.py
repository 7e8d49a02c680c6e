"""Anna answers what fits her: yes to one, and to another why not."""

import pytest

from accounts.models import Professional
from tests import factories
from tests.browser.journeys.hands import Hand
from vacancies.enums import MatchState
from vacancies.matching import actions as matching
from vacancies.models import Application, Match


@pytest.fixture
def anna(town: None) -> Professional:
    anna = factories.ProfessionalFactory()
    matching.refresh_professional(anna)
    for title in ("Gastdocent lassen", "Gastdocent metaal"):
        matching.refresh_vacancy(factories.VacancyFactory(title=title))
    return anna


def test_yes_to_one_and_not_for_me_to_another(hand: Hand, anna: Professional) -> None:
    hand.comes_in(anna.user)
    hand.open("/mijn/matches/")
    hand.follow("Ik heb interesse (Gastdocent lassen)")
    hand.arrives("Interesse in Gastdocent lassen")
    hand.write("Een paar woorden aan de school", "Ik las uw vraag met plezier.")
    hand.press("Ja, laat het de school weten")
    hand.reads("De school heeft je ja")

    hand.open("/mijn/matches/")
    hand.follow("Niet voor mij (Gastdocent metaal)")
    hand.arrives("Wat past er niet?")
    hand.press("Te ver weg")
    hand.arrives("Jouw antwoord")
    hand.reads("We leggen deze opzij")

    assert Application.objects.get().vacancy.title == "Gastdocent lassen"
    assert Match.objects.get(vacancy__title="Gastdocent metaal").state == MatchState.DISMISSED
