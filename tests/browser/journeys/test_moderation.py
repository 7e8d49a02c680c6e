"""Mo reads what waits: one vacancy opens and is heard of, another goes back with a question."""

import pytest
from django.core import mail

from accounts.models import User
from accounts.notifications import delivery
from tests import factories
from tests.browser.journeys.hands import Hand
from vacancies.enums import VacancyStatus
from vacancies.matching import actions as matching
from vacancies.models import Vacancy


@pytest.fixture
def mo(town: None, settings) -> User:
    """Anna fits both, and wants to know at once."""
    settings.STAFF_SECOND_FACTOR = False
    anna = factories.ProfessionalFactory(user__email="anna@example.org", frequency="at_once")
    matching.refresh_professional(anna)
    for title in ("Gastdocent lassen", "Gastdocent metaal"):
        factories.VacancyFactory(title=title, status=VacancyStatus.SUBMITTED, published_at=None)
    return factories.UserFactory(is_staff=True, is_superuser=True)


def test_one_is_opened_and_one_goes_back(hand: Hand, mo: User) -> None:
    hand.comes_in(mo)
    hand.open("/beheer/")
    hand.follow("Gastdocent lassen")
    hand.arrives("Gastdocent lassen")
    hand.press("Keur goed en zet open")

    hand.arrives("Gastdocent metaal")
    hand.reads("“Gastdocent lassen” is goedgekeurd.")
    hand.unfold("Stuur terug met een reden")
    hand.press("Stuur terug")
    hand.hears("Schrijf wat de school moet veranderen.")
    hand.write("Wat moet de school veranderen?", "Noem het aantal studenten.")
    hand.press("Stuur terug")
    hand.reads("“Gastdocent metaal” ligt weer bij de school")

    opened, returned = Vacancy.objects.order_by("title")
    assert (opened.is_open, returned.status) == (True, VacancyStatus.RETURNED)
    assert returned.return_reason == "Noem het aantal studenten."
    delivery.deliver()
    assert [letter.to for letter in mail.outbox] == [["anna@example.org"]]
    assert mail.outbox[0].subject.startswith("Gastdocent lassen")
