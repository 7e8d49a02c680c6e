"""A real Chromium against the real site. The worker's part is played by calling its delivery."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect

from accounts.models import User
from accounts.notifications import delivery
from accounts.taxonomy.folding import search_text
from tests import factories

REPLACED = ("htmx:afterRequest", "htmx:sendAbort")  # a live answer overtaken by the next one
PATIENCE = 20_000  # ms; a busy machine with two other suites beside it is no failure
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


expect.set_options(timeout=PATIENCE)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Every test here needs a browser."""
    item.add_marker(pytest.mark.browser)


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def phone(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Page]:
    """A phone, once with and once without JavaScript; an error on a page fails the test."""
    scripts = request.param == "with JavaScript"
    yield from opened(browser, live_server.url, viewport=PHONE, java_script_enabled=scripts)


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def desk(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Page]:
    scripts = request.param == "with JavaScript"
    yield from opened(browser, live_server.url, viewport=DESK, java_script_enabled=scripts)


@pytest.fixture
def second_desk(browser: Browser, live_server) -> Iterator[Page]:
    yield from opened(browser, live_server.url, viewport=DESK)


@dataclass(frozen=True)
class Two:
    """Somebody on a phone, mostly a professional, and somebody at a desk, mostly of the school."""

    phone: Page
    desk: Page
    address: str

    def come_in(self, professional: User, colleague: User) -> None:
        """Both signed in."""
        self.enter(self.phone, professional)
        self.enter(self.desk, colleague)

    def enter(self, page: Page, user: User) -> None:
        enter(page, user, self.address)


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def two(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Two]:
    """Two people at the same time, once with and once without JavaScript."""
    window = contextmanager(opened)
    scripts = request.param == "with JavaScript"
    with (
        window(browser, live_server.url, viewport=PHONE, java_script_enabled=scripts) as phone,
        window(browser, live_server.url, viewport=DESK, java_script_enabled=scripts) as desk,
    ):
        yield Two(phone, desk, live_server.url)


def enter(page: Page, user: User, address: str) -> None:
    """Signed in and reading Dutch; the door itself has journeys of its own."""
    User.objects.filter(pk=user.pk).update(language="nl")
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


def opened(browser: Browser, address: str, **options: object) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(base_url=address, locale="nl-NL", **options)
    context.set_default_timeout(2 * PATIENCE)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda words: said.append(words.text) if words.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [words for words in said if not words.startswith(REPLACED)] == []


@pytest.fixture
def town(transactional_db: None) -> None:
    """The place, the trade and the skills that the journeys speak of."""
    factories.PlaceFactory(name="Zwolle", search=search_text("Zwolle"))
    technology = factories.DomainFactory()
    factories.CompetenceFactory(
        code="tig-lassen",
        domain=technology,
        name_nl="TIG-lassen",
        name_en="TIG welding",
        synonyms="argonlassen",
        search=search_text("TIG-lassen", "TIG welding", "argonlassen"),
    )


def latest_code() -> str:
    """The sign-in code in the latest mail."""
    delivery.deliver()
    return re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", mail.outbox[-1].body, re.M)[1]


def sign_in(page: Page, address: str) -> None:
    """Through the one door, with a code by mail."""
    page.goto("/account/login/code/")
    page.get_by_label("Je e-mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vul je code in")
    page.get_by_label("De code uit je mail").fill(latest_code())
    page.get_by_role("button", name="Verder").click()
