"""Every page of the URL table and of the desk, as each kind of reader, in both languages, on a phone
and at a desk, light and dark: WCAG by axe, and what axe does not measure."""

import re

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import barriers
from tests.browser.conftest import opened
from tests.house.conftest import world  # noqa: F401
from tests.house.pages import LANGUAGES, Site, site  # noqa: F401

# Who read before them what they read: what is the same is judged once.
EARLIER = {
    "anonymous": (),
    "anna": ("anonymous",),
    "dirk": ("anonymous", "anna"),
    "bram": ("anonymous", "anna"),
    "carla": ("anonymous", "bram"),
    "mo": ("anonymous", "bram"),
}
SAME_FOR_ALL_TABLES = ("/history/", "/delete/", "/import/", "/export/")
MAIN = re.compile(rb"<main\b.*</main>", re.DOTALL)
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", EARLIER)
def test_every_page_is_open_to_all(
    person: str,
    language: str,
    browser: Browser,
    live_server,
    site: Site,  # noqa: F811
) -> None:
    urls = new_to(person, language, site)

    faults = {}
    for page in opened(browser, live_server.url):
        enter(page, site.world.clients[person], live_server.url)
        for url in urls:
            page.goto(url)
            if found := barriers(page, language):
                faults[url] = found

    assert faults == {}


def new_to(person: str, language: str, site: Site) -> list[str]:  # noqa: F811
    """The addresses at which this person reads what nobody before reads there; what stands around
    it is the same on all pages of a person."""
    pages = site.read(person, language)
    own = contents(pages)
    earlier = [contents(site.read(other, language, own)) for other in EARLIER[person]]
    new = [url for url in own if all(other.get(url) != own[url] for other in earlier)]
    return list({kind_of(url, pages[url], language): url for url in reversed(new)}.values())


def kind_of(url: str, page: HttpResponse, language: str) -> str:
    """Of what one template of the desk makes for each table, one is enough: always of what differs
    in a name only, and in another language, where only words differ, of all."""
    same = url.startswith("/beheer/") and (language == "en" or url.endswith(SAME_FOR_ALL_TABLES))
    return str(page.templates[0].name) if same else url


def contents(pages: dict[str, HttpResponse]) -> dict[str, bytes]:
    """Of each page what its main part says."""
    return {
        url: TOKEN.sub(b"", b"".join(MAIN.findall(page.content)) or page.content)
        for url, page in pages.items()
    }


def enter(page: Page, client: Client, address: str) -> None:
    """In this window the person and the language of the client."""
    for name in (settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME):
        if cookie := client.cookies.get(name):
            page.context.add_cookies([{"name": name, "value": cookie.value, "url": address}])
