"""Every page of the URL table, as each kind of reader: WCAG by axe, no sideways scrolling, and a
page that stays whole in a narrow window and in the dark."""

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import barriers
from tests.browser.conftest import opened
from tests.house.addresses import ENTER, is_page, own_addresses
from tests.house.conftest import world  # noqa: F401


@pytest.mark.parametrize("person", ["anonymous", "anna", "bram", "mo"])
def test_every_page_is_accessible(person, browser: Browser, live_server, world) -> None:  # noqa: F811
    paths = pages_of(person, world)

    faults = {}
    for page in opened(browser, live_server.url):
        enter(page, world.clients[person], live_server.url)
        for path in paths:
            page.goto(path)
            if found := barriers(page):
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
            if is_page(answer):
                paths.append(path)
    return [*paths, "/beheer/"] if person == "mo" else paths


def enter(page: Page, client: Client, address: str) -> None:
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    if cookie:
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
