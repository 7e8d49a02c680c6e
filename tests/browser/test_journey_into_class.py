"""From a match to a guest lesson together, an offer, and the first day under the six hours."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.credentials import actions as papers
from accounts.enums import CredentialKind
from accounts.models import Professional, User
from tests import factories
from tests.browser.conftest import Two
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision
from vacancies.enums import ApplicationStatus, PlacementStatus
from vacancies.matching import actions as matching
from vacancies.models import Application, Placement, Vacancy


@pytest.fixture
def bram(town: None) -> User:
    return factories.MembershipFactory(
        institution__name="Deltion College", user__name="Bram Kok"
    ).user


@pytest.fixture
def vacancy(bram: User) -> Vacancy:
    vacancy = factories.VacancyFactory(institution=bram.memberships.get().institution)
    matching.refresh_vacancy(vacancy)
    return vacancy


@pytest.fixture
def anna(vacancy: Vacancy) -> Professional:
    """A match, who declared that no judge excluded her and keeps a VOG."""
    person = factories.ProfessionalFactory(user__name="Anna de Wit")
    factories.RouteAnswersFactory(professional=person)
    day = timezone.localdate() - timedelta(days=60)
    factories.CredentialFactory(
        professional=person, kind=CredentialKind.VOG, field="", issued_on=day
    )
    matching.refresh_professional(person)
    return person


def test_from_a_match_to_a_guest_lesson_and_the_first_day(
    two: Two, anna: Professional, bram: User
) -> None:
    two.come_in(anna.user, bram)

    say_yes(two.phone)
    talk(two)
    agree_on_a_guest_lesson(two)
    assert Application.objects.get().status == ApplicationStatus.TRIAL

    offer_the_work(two.desk)
    take_it(two.phone)
    what_the_law_asks(anna, bram)
    begin(two.desk)

    two.phone.reload()
    expect(two.phone.get_by_text("Je staat hier voor de klas.")).to_be_visible()
    assert two.phone.evaluate("document.documentElement.scrollWidth") == 390
    assert Placement.objects.get().status == PlacementStatus.STARTED


def say_yes(page: Page) -> None:
    page.goto("/mijn/matches/")
    page.get_by_role("link", name="Ik heb interesse").first.click()
    page.get_by_role("button", name="Ja, laat het de school weten").click()
    expect(page.get_by_role("heading", name="De school heeft je ja")).to_be_visible()


def talk(two: Two) -> None:
    """The school says yes to a talk and asks something; the answer is read."""
    two.desk.goto("/school/interesse/")
    two.desk.get_by_role("link", name="Anna de Wit").first.click()
    two.desk.get_by_role("button", name="Ja, in gesprek").click()
    write(two.desk, "Schrijf aan Anna de Wit", "Heb je al eens voor een groep gestaan?")

    two.phone.reload()
    expect(two.phone.get_by_text("Jullie zijn in gesprek")).to_be_visible()
    write(two.phone, "Schrijf aan Deltion College", "Nog niet. Mag ik het een keer proberen?")
    two.desk.reload()
    expect(two.desk.get_by_text("Nog niet. Mag ik het een keer proberen?")).to_be_visible()


def write(page: Page, label: str, words: str) -> None:
    page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_label(label)).to_be_empty()


def agree_on_a_guest_lesson(two: Two) -> None:
    """Two concrete day-parts of the overlap; she takes the first; both see that it is agreed."""
    two.desk.get_by_role("link", name="Stel een moment voor").click()
    two.desk.get_by_role("radio", name="Gastles").check()
    moments = two.desk.get_by_role("group", name="Wanneer kan het?").get_by_role("checkbox")
    for number in range(2):
        moments.nth(number).check()
    two.desk.get_by_role("button", name="Stel deze momenten voor").click()
    expect(two.desk.get_by_role("heading", name="Gastles")).to_be_visible()

    two.phone.reload()
    two.phone.get_by_role("radio").first.check()
    two.phone.get_by_role("button", name="Ik kies dit moment").click()
    expect(two.phone.get_by_role("link", name="Zet het in mijn agenda")).to_be_visible()
    two.desk.reload()
    expect(two.desk.get_by_role("link", name="Zet het in mijn agenda")).to_be_visible()
    two.phone.get_by_role("link", name="Naar het gesprek").click()


def offer_the_work(page: Page) -> None:
    """From today on, for one week; the rest is what both said already."""
    today = timezone.localdate().isoformat()
    page.get_by_role("link", name="Doe een aanbod").click()
    first = page.locator("[name=uren1-weeks]")
    first.fill("1")
    page.get_by_label("Eerste dag").fill(today)
    page.get_by_role("radio", name="Nee", exact=True).check()
    page.get_by_label("Antwoord vóór").fill(today)
    page.get_by_role("button", name="Kijk eerst wat dit betekent").click()
    expect(page.get_by_role("heading", name="Wat dit betekent")).to_be_visible()
    page.get_by_role("button", name="Verstuur het aanbod").click()
    expect(page.get_by_text("Het aanbod wacht op antwoord.")).to_be_visible()


def take_it(page: Page) -> None:
    page.reload()
    page.get_by_role("link", name="Lees het aanbod").click()
    page.get_by_role("button", name="Ja, dit doe ik").click()
    expect(page.get_by_text("Je zei ja. Kijk wat er nog nodig is.")).to_be_visible()


def what_the_law_asks(anna: Professional, bram: User) -> None:
    """The school saw the VOG and judged the knowledge; both have pages of their own."""
    school, today = bram.memberships.get().institution, timezone.localdate()
    papers.mark_seen(anna.credentials.get(), institution=school, shown_on=today, by=bram)
    assessment.record_decision(
        anna,
        institution=school,
        by=bram,
        kind=Decision.SPECIFIC_KNOWLEDGE_JUDGED,
        is_yes=True,
        decided_on=today,
    )


def begin(page: Page) -> None:
    """What is still to do is ticked, and the work begins."""
    page.reload()
    for name in ("Contract of overeenkomst ondertekend", "Eerste dag verteld"):
        page.get_by_role("button", name=re.compile(f"Dit is gedaan.*{name}")).click()
        expect(
            page.get_by_role("button", name=re.compile(f"Toch nog niet.*{name}"))
        ).to_be_visible()
    page.get_by_role("button", name="Het werk is begonnen").click()
    expect(page.get_by_text("Gastdocent lassen. Voor de klas.")).to_be_visible()
