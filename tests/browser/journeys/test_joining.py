"""Bram of a school begins with an address at the school's own domain."""

import pytest

from accounts.models import Institution, MailDomain, Membership
from tests import factories
from tests.browser.conftest import latest_code
from tests.browser.journeys.hands import Hand


@pytest.fixture
def deltion(transactional_db: None) -> Institution:
    school = factories.InstitutionFactory(name="Deltion College", slug="deltion-college")
    MailDomain.objects.create(institution=school, domain="deltion.example")
    return school


def test_somebody_joins_the_school(hand: Hand, deltion: Institution) -> None:
    hand.open("/account/login/code/")
    hand.write("Je e-mailadres", "bram@deltion.example")
    hand.press("Stuur mij een code")
    hand.arrives("Vul je code in")
    hand.write("De code uit je mail", latest_code())
    hand.press("Verder")
    hand.arrives("Waarvoor kom je?")
    hand.follow("Zoek mijn school")
    hand.follow("Begin bij Deltion College")
    hand.write("Je naam", "Bram Kok")
    hand.press("Begin")
    hand.arrives("Onze vacatures")

    assert Membership.objects.get().is_active
