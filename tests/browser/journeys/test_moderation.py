"""Mo reads what waits: one vacancy opens, another goes back with a question."""

import pytest

from accounts.models import User
from tests import factories
from tests.browser.journeys.hands import Hand
from vacancies.enums import VacancyStatus
from vacancies.models import Vacancy


@pytest.fixture
def mo(town: None, settings) -> User:
    settings.STAFF_SECOND_FACTOR = False
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
