"""Every page of the URL table and of the desk, as each kind of reader, in both languages, on a phone
and at a desk, light and dark: WCAG by axe, and what axe does not measure. What somebody reads is made
once, and shown to the browser as it was read."""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import barriers
from tests.browser.conftest import opened
from tests.browser.shelf import Shelf, shelf  # noqa: F401
from tests.house.conftest import world  # noqa: F401
from tests.house.pages import LANGUAGES, Everyone, Read, everyone, site  # noqa: F401

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


@pytest.mark.django_db
@pytest.mark.parametrize("person", EARLIER)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_open_to_all(
    person: str,
    language: str,
    browser: Browser,
    shelf: Shelf,  # noqa: F811
    everyone: Everyone,  # noqa: F811
) -> None:
    shelf.pages = everyone[person]

    faults = {}
    for page in opened(browser, shelf.url):
        for url in new_to(person, language, everyone):
            page.goto(url)
            if found := barriers(page, language):
                faults[url] = found

    assert faults == {}


def new_to(person: str, language: str, everyone: Everyone) -> list[str]:  # noqa: F811
    """The addresses at which this person reads what nobody before reads there; what stands around
    it is the same on all pages of a person."""
    own = contents(everyone[person])
    earlier = [contents(everyone[other]) for other in EARLIER[person]]
    new = [url for url in own if all(other.get(url) != own[url] for other in earlier)]
    kinds = {kind_of(url, everyone[person][url], language): url for url in reversed(new)}
    return list(kinds.values())


def kind_of(url: str, page: Read, language: str) -> str:
    """Of what one template of the desk makes for each table, one is enough: always of what differs
    in a name only, and in another language, where only words differ, of all."""
    same = url.startswith("/beheer/") and (language == "en" or url.endswith(SAME_FOR_ALL_TABLES))
    return page.template if same else url


def contents(answers: dict[str, Read]) -> dict[str, bytes]:
    """Of each page what its main part says."""
    return {
        url: TOKEN.sub(b"", b"".join(MAIN.findall(answer.content)) or answer.content)
        for url, answer in answers.items()
        if answer.is_page
    }
