"""From an address at the school's own domain to a vacancy that waits for the moderator."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import Institution, MailDomain, Membership
from tests import factories
from tests.browser.conftest import sign_in
from vacancies.enums import Strength, VacancyStatus
from vacancies.models import Requirement, Vacancy


@pytest.fixture
def deltion(town: None) -> Institution:
    school = factories.InstitutionFactory(name="Deltion College", slug="deltion-college")
    MailDomain.objects.create(institution=school, domain="deltion.example")
    factories.LocationFactory(institution=school, name="Mozartlaan")
    return school


def test_a_recruiter_joins_writes_a_vacancy_and_sends_it_in(
    desk: Page, deltion: Institution
) -> None:
    sign_in(desk, "bram@deltion.example")
    desk.get_by_role("link", name="Zoek mijn school").click()
    desk.get_by_role("link", name="Begin bij Deltion College").click()
    desk.get_by_label("Je naam").fill("Bram Kok")
    desk.get_by_role("button", name="Begin").click()
    assert Membership.objects.get().is_active

    desk.goto("/school/vacatures/nieuw/")
    desk.locator("[name=title]").fill("Gastdocent lassen")
    desk.locator("main form button.btn").first.click()
    write_the_work(desk)
    say_when(desk)
    accept_routes(desk)
    set_the_terms(desk)
    plan(desk)
    desk.get_by_role("button", name="Stuur in").click()

    vacancy = Vacancy.objects.get()
    assert vacancy.status == VacancyStatus.SUBMITTED
    assert vacancy.day_parts_mask.bit_count() == 4
    assert Requirement.objects.filter(strength=Strength.MUST, value=3).exists()


def write_the_work(page: Page) -> None:
    page.locator("[name=function_kind][value=guest_teacher]").check()
    page.get_by_label("Techniek en procesindustrie").check()
    page.get_by_label("Mozartlaan").check()
    page.locator("[name=summary]").fill("Leer studenten van niveau 3 lassen met MIG/MAG en TIG.")
    page.locator("[name=body]").fill(
        "Je geeft twee keer per week praktijkles aan twaalf studenten. "
        "Je doet voor, kijkt mee en legt uit waarom een las scheurt."
    )
    go_on(page)


def say_when(page: Page) -> None:
    for name in ("maandagavond", "dinsdagmiddag", "donderdagavond", "vrijdagmiddag"):
        page.get_by_role("checkbox", name=name).first.check(force=True)
    page.locator("[name=day_parts_needed]").fill("2")
    page.locator("[name=hours_min]").fill("5")
    page.locator("[name=hours_max]").fill("5")
    page.locator("[name=starts_on]").fill(in_days(45))
    page.locator("[name=years]").fill("3")
    page.locator("[name=years_strength][value=must]").check()
    go_on(page)


def accept_routes(page: Page) -> None:
    expect(page.locator("[name=routes][value=guest_teacher_six_hours]")).to_be_checked()
    page.locator("[name=named_teacher]").fill("Wim Bakker")
    go_on(page)


def set_the_terms(page: Page) -> None:
    page.locator("[name=pay_scale_min]").select_option("LB")
    page.locator("[name=pay_scale_max]").select_option("LC")
    page.locator("[name=employment_forms][value=own_contract]").check()
    page.locator("[name=contract_length][value=temporary]").check()
    go_on(page)


def plan(page: Page) -> None:
    page.locator("[name=closes_on]").fill(in_days(20))
    page.locator("[name=answer_by]").fill(in_days(34))
    page.locator("[name=after_closing]").fill("We lezen alles en bellen binnen een week.")
    page.locator("[name=contact_name]").fill("Wim Bakker")
    page.locator("[name=contact_email]").fill("wim@deltion.example")
    go_on(page)


def go_on(page: Page) -> None:
    before = page.url
    page.locator("button[name=next]").click()
    expect(page).not_to_have_url(before)


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()
