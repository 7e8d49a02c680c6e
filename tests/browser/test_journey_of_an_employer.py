"""An employer answers on a phone by the link in a mail, without an account."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Professional, User
from accounts.notifications import delivery
from tests import factories
from tests.browser.conftest import Two
from tests.vacancies.placement.conftest import an_offer
from vacancies.applications import actions as applications
from vacancies.employers import actions
from vacancies.employers.actions import Ask
from vacancies.enums import EmployerStatus
from vacancies.models import EmployerRequest, Placement
from vacancies.placement import actions as placements

ASK = Ask("Lasbedrijf Kuiper", "Jan Kuiper", "jan@lasbedrijf.example", "side_work")


@pytest.fixture
def bram(town: None) -> User:
    return factories.MembershipFactory(institution__name="Deltion College").user


@pytest.fixture
def anna(town: None) -> Professional:
    person = factories.ProfessionalFactory(user__name="Anna de Wit")
    factories.RouteAnswersFactory(professional=person)
    return person


@pytest.fixture
def placement(anna: Professional, bram: User) -> Placement:
    """Anna took an offer of the school."""
    vacancy = factories.VacancyFactory(institution=bram.memberships.get().institution)
    application = applications.show_interest(vacancy, anna, by=anna.user)
    offered = placements.offer(application, offer=an_offer(), by=bram)
    return placements.accept(offered, by=anna.user)


def test_an_employer_proposes_other_day_parts_and_then_agrees(
    two: Two, placement: Placement, anna: Professional, bram: User
) -> None:
    two.enter(two.desk, anna.user)
    ask(two.desk, placement)

    open_the_mail(two.phone)
    propose(two.phone)
    two.enter(two.desk, bram)
    follow(two.desk, placement)
    two.enter(two.desk, anna.user)
    agree(two.desk, placement)

    open_the_mail(two.phone)
    two.phone.get_by_label("Je naam").first.fill("Jan Kuiper")
    two.phone.get_by_role("button", name="Akkoord geven").click()
    expect(two.phone.get_by_text("Je werknemer en de school horen het.")).to_be_visible()

    open_the_mail(two.phone)
    expect(two.phone.get_by_text("Jan Kuiper ging akkoord")).to_be_visible()
    expect(two.phone.get_by_role("button", name="Akkoord geven")).to_have_count(0)
    assert two.phone.evaluate("document.documentElement.scrollWidth") == 390
    assert EmployerRequest.objects.get().status == EmployerStatus.GIVEN


def test_a_link_opened_late_tells_what_to_do(
    phone: Page, placement: Placement, anna: Professional
) -> None:
    actions.ask(placement, ask=ASK, by=anna.user)
    EmployerRequest.objects.update(expires_on=timezone.localdate() - timedelta(days=1))

    open_the_mail(phone)
    expect(phone.get_by_text("De tijd om te antwoorden is voorbij.")).to_be_visible()
    expect(phone.get_by_role("button", name="Akkoord geven")).to_have_count(0)


def ask(page: Page, placement: Placement) -> None:
    """The professional looks at what the employer will see, and sends it."""
    page.goto(f"/mijn/plaatsing/{placement.public_id}/")
    page.get_by_role("link", name="Vraag het je werkgever").click()
    page.get_by_label("Werkgever", exact=True).fill(ASK.employer)
    page.get_by_label("Wie kan beslissen").fill(ASK.contact_name)
    page.get_by_label("E-mailadres van deze persoon").fill(ASK.contact_email)
    page.get_by_role("button", name="Eerst zien wat je werkgever ziet").click()
    page.get_by_role("button", name="Verstuur naar mijn werkgever").click()
    expect(page.get_by_role("heading", name="Wat je vroeg")).to_be_visible()


def open_the_mail(page: Page) -> None:
    """The link of the latest mail to the employer, on this machine."""
    delivery.deliver()
    letters = [letter for letter in mail.outbox if letter.to == [ASK.contact_email]]
    page.goto(re.search(r"/werkgever/\S+/", letters[-1].body)[0])
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Anna de Wit wil lesgeven bij Deltion College"
    )


def propose(page: Page) -> None:
    page.get_by_text("Alleen op andere dagdelen").click()
    page.get_by_role("checkbox", name="vrijdagmiddag").check(force=True)
    page.locator("[name=anders-name]").fill("Jan Kuiper")
    page.get_by_role("button", name="Dit voorstellen").click()
    expect(page.get_by_text("Je werknemer en de school zien je voorstel.")).to_be_visible()


def follow(page: Page, placement: Placement) -> None:
    """The school changes the work to what the employer can spare."""
    page.goto(f"/school/plaatsingen/{placement.public_id}/")
    page.get_by_role("link", name="Het aanbod zo wijzigen").click()
    page.get_by_role("button", name="De wijziging bewaren").click()
    expect(page.get_by_text("wacht op het akkoord van de vakmens")).to_be_visible()


def agree(page: Page, placement: Placement) -> None:
    """The professional agrees to the change, and the employer is asked anew."""
    page.goto(f"/mijn/plaatsing/{placement.public_id}/")
    page.get_by_role("button", name="Ik ga akkoord").click()
    expect(page.get_by_role("button", name="Ik ga akkoord")).to_have_count(0)
