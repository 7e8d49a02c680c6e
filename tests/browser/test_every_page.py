"""Every page of the URL table, as each kind of reader: WCAG by axe, no sideways scrolling, and a
page that stays whole in a narrow window and in the dark."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import barriers
from tests.browser.conftest import opened
from tests.house.addresses import ENTER, is_page, own_addresses
from tests.house.conftest import world  # noqa: F401

PEOPLE = ["anonymous", "anna", "bram", "mo"]
MAIN = re.compile(rb"<main\b.*</main>", re.DOTALL)
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')


@pytest.mark.parametrize("person", PEOPLE)
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
    """The addresses at which this person reads what nobody before reads there; what stands around
    it is the same on all pages of a person."""
    earlier = [content_of(other, world) for other in PEOPLE[: PEOPLE.index(person)]]
    paths = [
        path
        for path, content in content_of(person, world).items()
        if all(other.get(path) != content for other in earlier)
    ]
    return [*paths, "/beheer/"] if person == "mo" else paths


def content_of(person: str, world) -> dict[str, bytes]:  # noqa: F811
    """By address the content of the whole pages that answer this person."""
    client: Client = world.clients[person]
    pages = {}
    for address in own_addresses():
        if address.meant_for(person) == ENTER:
            path = address.url(world.arguments(address.name))
            answer = client.get(path)
            if is_page(answer):
                main = b"".join(MAIN.findall(answer.content))
                pages[path] = TOKEN.sub(b"", main or answer.content)
    return pages


def enter(page: Page, client: Client, address: str) -> None:
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    if cookie:
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
