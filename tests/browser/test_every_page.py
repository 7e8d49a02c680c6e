"""Every page of the URL table, as each kind of reader: WCAG by axe, no sideways scrolling, and a
page that stays whole in a narrow window and in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESK, PHONE, opened
from tests.house.addresses import ENTER, own_addresses
from tests.house.conftest import world  # noqa: F401

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
    "resultTypes": ["violations"],  # of what is right no list is made: half the time
}
NARROW = {"width": 320, "height": 640}
LOOKS = {
    "phone, light": {"viewport": PHONE, "color_scheme": "light"},
    "desk, dark": {"viewport": DESK, "color_scheme": "dark"},
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("person", ["anonymous", "anna", "bram", "mo"])
def test_every_page_is_accessible(person, look, browser: Browser, live_server, world) -> None:  # noqa: F811
    paths = pages_of(person, world)

    faults = {}
    for page in opened(browser, live_server.url, **LOOKS[look]):
        enter(page, world.clients[person], live_server.url)
        for path in paths:
            page.goto(path)
            if found := faults_of(page):
                faults[path] = found

    assert faults == {}


def pages_of(person: str, world) -> list[str]:  # noqa: F811
    """The addresses that answer this person with a whole page."""
    client: Client = world.clients[person]
    paths = []
    for address in own_addresses():
        if address.meant_for(person) == ENTER:
            path = address.url(world.arguments(address.name))
            answer = client.get(path)
            if answer.status_code == 200 and b"<html" in getattr(answer, "content", b"")[:400]:
                paths.append(path)
    return [*paths, "/beheer/"] if person == "mo" else paths


def enter(page: Page, client: Client, address: str) -> None:
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    if cookie:
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


def faults_of(page: Page) -> list[str]:
    answer = Axe().run(page, options=RULES).response
    found = [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in answer["violations"]]
    size = page.viewport_size
    page.set_viewport_size(NARROW)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(size)
    return [*found, f"scrolls sideways: {wide}"] if wide > NARROW["width"] else found
