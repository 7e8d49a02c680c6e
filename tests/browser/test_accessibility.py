"""A page without barriers has none, and each kind of fault in it is found, also in one look only."""

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import barriers
from tests.browser.conftest import opened
from tests.browser.shelf import Shelf, shelf  # noqa: F401
from tests.house.pages import Read

PAGE = """<!doctype html><html lang="nl"><head><title>Een pagina</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>
body {{ font: 18px/1.5 sans-serif; color: #111; background: #fff }} button {{ font: inherit }}
.b {{ min-height: 44px }}
@media (prefers-color-scheme: dark) {{ .dim {{ color: #ddd }} }}
@media (min-width: 60rem) {{ .pale {{ color: #ccc }} .phone {{ display: none }} }}
@media (max-width: 59.99rem) {{ .desk {{ display: none }} }}
</style></head><body><header><nav aria-label="Hoofdmenu"><a href="/">Begin</a></nav></header>
<main><h1>Een pagina</h1><p>Wat er staat.</p>{fault}<h2>Tot slot</h2><button class="b">Verder</button></main>
<footer><p>Van ons</p></footer></body></html>"""
FAULTS = {
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">': "390 light: image-alt",
    '<p style="color: #c9c8c7">Bleke woorden</p>': "390 light: color-contrast",
    '<p class="dim">Bleek in het donker</p>': "390 dark: color-contrast",
    '<p class="pale">Bleek op een bureau</p>': "1280 dark: color-contrast",
    '<button style="width: 12px; height: 12px; padding: 0">1</button>'
    '<button style="width: 12px; height: 12px; padding: 0">2</button>': "390 light: target-size",
    '<button class="btn" style="height: 30px">Lage knop</button>': "390 light: low button",
    "<input>": "390 light: label",
    "<main>Nog een</main>": "390 light: landmark-no-duplicate-main",
    "<h4>Twee niveaus dieper</h4>": "390 light: heading-order",
    '<a class="desk" href="/leeg/"><svg width="44" height="44"></svg></a>': "1280 dark: link-name",
    '<a href="/leeg/" class="b"><svg width="44" height="44"></svg><span class="phone">Voor je'
    " telefoon</span></a>": "1280 dark: link-name",
    '<p style="font-size: 12px">Kleine woorden</p>': "390 light: small text",
    '<p style="width: 330px">Breder dan het smalste venster</p>': "320 light: scrolls sideways",
    '<ul aria-label="Lijst"><p>Geen regel van een lijst</p></ul>': "390 light: list",
    '<div role="knop">Een rol die niet bestaat</div>': "390 light: aria-roles",
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_without_barriers_has_none(browser: Browser, shelf: Shelf, language):  # noqa: F811
    assert found_in(browser, shelf, "", language) == []


@pytest.mark.parametrize(("fault", "name"), FAULTS.items(), ids=FAULTS.values())
def test_a_fault_is_found(browser: Browser, shelf: Shelf, fault: str, name: str):  # noqa: F811
    found = found_in(browser, shelf, fault, "nl")

    assert [one for one in found if one.startswith(name)], found


def found_in(browser: Browser, shelf: Shelf, fault: str, language: str) -> list[str]:  # noqa: F811
    content = PAGE.format(fault=fault).encode()
    shelf.pages = {"/pagina/": Read(content, {"Content-Type": "text/html; charset=utf-8"})}
    found = []
    for page in opened(browser, shelf.url):
        page.goto("/pagina/")
        found = barriers(page, language)
    return found
