"""From a mail address to a match in the mailbox and a yes, on a phone at 21:00."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.enums import Category, Frequency
from accounts.models import Professional, User
from accounts.notifications import delivery
from accounts.notifications.actions import set_frequency
from tests import factories
from tests.browser.conftest import sign_in
from vacancies.matching import actions as matching
from vacancies.models import Application

HEADING = {"level": 1}


def test_from_sign_up_to_a_match_in_the_mailbox_and_a_yes(phone: Page, town: None) -> None:
    vacancy = factories.VacancyFactory(institution__name="Deltion College")
    matching.refresh_vacancy(vacancy)

    sign_in(phone, "anna@example.org")
    phone.get_by_role("button", name="Maak mijn profiel").click()
    fill_in_the_profile(phone)
    show_it(phone)
    phone.goto("/mijn/matches/")
    expect(phone.get_by_role("link", name="Gastdocent lassen", exact=True)).to_be_visible()

    anna = User.objects.get(email="anna@example.org")
    set_frequency(anna, Category.MATCH, Frequency.AT_ONCE, by=anna)
    delivery.deliver()
    assert mail.outbox[-1].subject.startswith("Gastdocent lassen")
    say_yes(phone)

    assert Application.objects.get().professional == Professional.objects.get()


def fill_in_the_profile(page: Page) -> None:
    """Every step once, with no more than a welder would type."""
    page.locator("[name=occupation]").fill("Lasser")
    page.get_by_label("Techniek en procesindustrie").check()
    page.locator("[name=years_experience]").fill("12")
    go_on(page)
    page.locator("[name=functions][value=guest_teacher]").check()
    page.locator("[name=level][value='4']").check()
    page.locator("[name=willing_to_train]").first.check()
    go_on(page)
    tap(page, "dinsdagmiddag", "donderdagavond")
    page.locator("[name=hours_min]").fill("2")
    page.locator("[name=hours_max]").fill("8")
    page.locator("[name=available_from]").fill(
        (timezone.localdate() + timedelta(days=7)).isoformat()
    )
    go_on(page)
    page.locator("[name=place]").fill("Zwolle")
    page.locator("[name=max_distance_km]").fill("25")
    go_on(page)
    page.locator("[name=employment_forms][value=own_contract]").check()
    go_on(page)
    page.locator("[name=name]").fill("Anna de Wit")
    go_on(page)
    page.locator("[name=frequency][value=daily]").check()
    go_on(page)


def go_on(page: Page) -> None:
    before = page.get_by_role("heading", **HEADING).inner_text()
    page.locator("button[name=then]").click()
    expect(page.get_by_role("heading", **HEADING)).not_to_have_text(before)


def tap(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("checkbox", name=name).check(force=True)


def show_it(page: Page) -> None:
    page.locator("[name=consent]").check()
    page.locator("main form button.btn").first.click()
    expect(page.get_by_role("heading", **HEADING)).to_have_text("Mijn profiel")


def say_yes(page: Page) -> None:
    page.get_by_role("link", name="Ik heb interesse").first.click()
    page.get_by_label("Een paar woorden aan de school").fill("Ik las uw vraag met plezier.")
    page.get_by_role("button", name="Ja, laat het de school weten").click()
    expect(page.get_by_role("heading", name="De school heeft je ja")).to_be_visible()
