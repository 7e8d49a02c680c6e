"""Bram of a school writes a vacancy until it waits for the moderator."""

import pytest

from accounts.models import User
from tests import factories
from tests.browser.journeys.hands import Hand
from vacancies.enums import Strength, VacancyStatus
from vacancies.models import Requirement, Vacancy


@pytest.fixture
def bram(town: None) -> User:
    member = factories.MembershipFactory(institution__name="Deltion College")
    factories.LocationFactory(institution=member.institution, name="Mozartlaan")
    return member.user


def test_a_vacancy_is_written_and_sent_in(hand: Hand, bram: User) -> None:
    hand.comes_in(bram)
    hand.open("/school/vacatures/nieuw/")
    hand.write("Hoe heet de vacature?", "Gastdocent lassen")
    hand.press("Begin")
    write_the_work(hand)
    say_when(hand)
    accept_routes(hand)
    set_the_terms(hand)
    plan(hand)
    hand.press("Stuur in")
    hand.arrives("Gastdocent lassen")
    hand.reads("Ingestuurd.")

    vacancy = Vacancy.objects.get()
    assert vacancy.status == VacancyStatus.SUBMITTED
    assert vacancy.day_parts_mask.bit_count() == 4
    assert Requirement.objects.filter(strength=Strength.MUST, value=3).exists()


def write_the_work(hand: Hand) -> None:
    hand.arrives("Het werk")
    hand.tick("Gastdocent")
    hand.tick("Techniek en procesindustrie")
    hand.tick("Mozartlaan")
    hand.write("In één zin", "Leer studenten van niveau 3 lassen met MIG/MAG en TIG.")
    hand.write("Het werk", "Twee keer per week praktijkles aan twaalf studenten. Je doet voor.")
    hand.press("Verder naar de dagdelen")


def say_when(hand: Hand) -> None:
    hand.arrives("Wanneer en wat je vraagt")
    hand.week("maandagavond", "dinsdagmiddag", "donderdagavond", "vrijdagmiddag")
    hand.write("Hoeveel daarvan minstens?", "2")
    hand.write("Klokuren per week, van", "5")
    hand.write("tot", "5")
    hand.in_days("Eerste dag", 45)
    hand.write("Jaren in het vak", "3")
    hand.tick("Jaren in het vak: Moet")
    hand.press("Verder naar de routes")


def accept_routes(hand: Hand) -> None:
    hand.arrives("Route")
    hand.write("Welke docent blijft verantwoordelijk?", "Wim Bakker")
    hand.press("Verder naar salaris")


def set_the_terms(hand: Hand) -> None:
    hand.arrives("Salaris en contract")
    hand.pick("Van schaal", "LB")
    hand.pick("tot schaal", "LC")
    hand.tick("Eigen contract bij de school")
    hand.tick("Tijdelijk")
    hand.press("Verder naar planning")


def plan(hand: Hand) -> None:
    hand.arrives("Planning")
    hand.in_days("Sluitingsdatum", 20)
    hand.in_days("Iedereen heeft antwoord op", 34)
    hand.write("Wat gebeurt er na de sluitingsdatum?", "We lezen alles en bellen je.")
    hand.write("Wie beantwoordt vragen?", "Wim Bakker")
    hand.write("E-mailadres", "wim@deltion.example")
    hand.press("Verder naar controleren")
    hand.arrives("Controleren")
