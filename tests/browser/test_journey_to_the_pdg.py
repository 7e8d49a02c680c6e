"""A trajectory from the statement of the board to the PDG, with a pause and an extension."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.credentials import actions as papers
from accounts.enums import CredentialKind, FunctionKind, Level
from accounts.models import Professional, User
from tests import factories
from tests.browser.conftest import Two
from vacancies.applications import actions as applications
from vacancies.assessment import actions as assessment
from vacancies.codes import Decision
from vacancies.enums import TrajectoryStatus
from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.training import actions, queries

CHECKED, SIGNED, APPOINTED, AGREED, PAUSED = 55, 50, 45, 40, 10


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def bram(town: None) -> User:
    return factories.MembershipFactory(institution__name="Deltion College").user


@pytest.fixture
def esra(town: None) -> Professional:
    """With a diploma of an hbo and a VOG."""
    person = factories.ProfessionalFactory(user__name="Esra Aydin", level=Level.NLQF_6)
    factories.RouteAnswersFactory(professional=person)
    factories.CredentialFactory(professional=person, kind=CredentialKind.HIGHER_DIPLOMA)
    return person


@pytest.fixture
def trajectory(bram: User, esra: Professional) -> Trajectory:
    """Both said yes to it, the school saw the VOG and made the plan, and judges now."""
    school = bram.memberships.get().institution
    vacancy = factories.VacancyFactory(
        institution=school, function_kind=FunctionKind.TEACHER, will_train=True
    )
    said_yes = applications.show_interest(vacancy, esra, by=esra.user)
    vog = factories.CredentialFactory(
        professional=esra, kind=CredentialKind.VOG, field="", issued_on=ago(CHECKED + 20)
    )
    papers.mark_seen(vog, institution=school, shown_on=ago(CHECKED), by=bram)
    row = actions.begin(said_yes, starts_on=ago(APPOINTED), side=Side.SCHOOL, by=bram)
    row = actions.take(row, "match", side=Side.PROFESSIONAL, by=esra.user, seen=row.version)
    row = actions.take(row, "begin_check", side=Side.SCHOOL, by=bram, seen=row.version)
    assessment.record_decision(
        esra,
        institution=school,
        by=bram,
        kind=Decision.TRAINING_PLAN,
        is_yes=True,
        decided_on=ago(CHECKED),
    )
    return row


def test_from_the_statement_to_the_pdg(
    two: Two, trajectory: Trajectory, esra: Professional, bram: User
) -> None:
    two.come_in(esra.user, bram)
    at_school = f"/school/trajecten/{trajectory.public_id}/"
    own = f"/mijn/traject/{trajectory.public_id}/"

    two.desk.goto(at_school)
    the_board_signs(two.desk)
    two.desk.goto(at_school)
    take(two.desk, "Leg de benoeming vast", appoint)
    two.phone.goto(own)
    take(two.phone, "Ik heb me aangemeld voor het PDG")
    two.desk.goto(at_school)
    take(two.desk, "Toegelaten tot het PDG")
    take(two.desk, "De overeenkomst is getekend", agree)
    two.phone.goto(own)
    take(two.phone, "De opleiding is begonnen")

    two.desk.goto(at_school)
    take(two.desk, "Pauzeer", pause)
    two.phone.goto(own)
    expect(two.phone.get_by_role("heading", level=1)).to_have_text(
        "Gepauzeerd. Neem de tijd die je nodig hebt."
    )
    take(two.desk, "Ga verder na de pauze")
    take(two.desk, "Verleng de termijn", lambda page: extend(page, trajectory))
    two.phone.reload()
    two.phone.get_by_text("Wat er gebeurde").click()
    expect(two.phone.get_by_text("De praktijk vroeg meer weken.")).to_be_visible()

    take(two.desk, "Het PDG is behaald", obtain)
    two.phone.reload()
    expect(two.phone.get_by_role("heading", level=1)).to_have_text("Je hebt je PDG")
    assert two.phone.evaluate("document.documentElement.scrollWidth") == 390
    trajectory.refresh_from_db()
    assert trajectory.status == TrajectoryStatus.PDG_OBTAINED
    paper = esra.credentials.get(kind=CredentialKind.PDG)
    assert paper.checks.get().institution == trajectory.institution


def take(page: Page, name: str, fill=lambda page: None) -> None:
    """A step: its page from the timeline, what it asks, and back to the timeline."""
    timeline = page.url
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    fill(page)
    page.get_by_role("button", name=name).click()
    expect(page).to_have_url(timeline)


def the_board_signs(page: Page) -> None:
    """The judgements and the statement, on the day of the board."""
    page.get_by_role("link", name=re.compile("Naar deze stap.*Geschiktheidsverklaring")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leg de geschiktheidsverklaring vast")
    for answer in page.get_by_role("radio", name="Ja", exact=True).all():
        answer.check()
    page.get_by_label("Getekend op").fill(ago(SIGNED).isoformat())
    page.get_by_role("button", name="Leg de verklaring vast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Esra Aydin")


def appoint(page: Page) -> None:
    page.get_by_label("Benoemd vanaf").fill(ago(APPOINTED).isoformat())
    page.get_by_label("Het contract of de detacheringsovereenkomst is getekend").check()


def agree(page: Page) -> None:
    page.get_by_label("Getekend op").fill(ago(AGREED).isoformat())


def pause(page: Page) -> None:
    page.get_by_label("Eerste dag van de pauze").fill(ago(PAUSED).isoformat())


def extend(page: Page, trajectory: Trajectory) -> None:
    trajectory.refresh_from_db()
    last = queries.plan_of(trajectory).clocks.extendable_to
    page.get_by_label("Verlengd tot en met").fill(last.isoformat())
    page.get_by_label("Waarom is er meer tijd nodig?").fill("De praktijk vroeg meer weken.")


def obtain(page: Page) -> None:
    page.get_by_label("Afgegeven door").fill("Hogeschool Voorbeeld")
