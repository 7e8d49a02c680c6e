"""A vacancy that waits is read, opened, and heard of by who fits it."""

from django.core import mail
from playwright.sync_api import Page, expect

from accounts.models import User
from accounts.notifications import delivery
from tests import factories
from tests.browser.conftest import sign_in
from vacancies.enums import VacancyStatus
from vacancies.matching import actions as matching
from vacancies.models import Vacancy


def test_an_approved_vacancy_reaches_who_fits_it(desk: Page, town: None, settings) -> None:
    settings.STAFF_SECOND_FACTOR = False
    factories.UserFactory(email="mo@dagdeel.example", is_staff=True, is_superuser=True)
    anna = factories.ProfessionalFactory(user__email="anna@example.org", frequency="at_once")
    matching.refresh_professional(anna)
    factories.VacancyFactory(status=VacancyStatus.SUBMITTED, published_at=None)
    User.objects.update(language="nl")

    sign_in(desk, "mo@dagdeel.example")
    desk.goto("/beheer/")
    desk.get_by_role("link", name="Gastdocent lassen").first.click()
    desk.get_by_role("button", name="Keur goed en zet open").click()
    expect(desk.get_by_role("heading", level=1)).to_be_visible()

    assert Vacancy.objects.get().is_open
    delivery.deliver()
    assert [letter.to for letter in mail.outbox[1:]] == [["anna@example.org"]]
    assert mail.outbox[-1].subject.startswith("Gastdocent lassen")
