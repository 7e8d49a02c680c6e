"""Every page in a real browser, on a phone and on a desk: quiet, no sideways scroll, no barrier."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from accounts.models import User
from tests.house.addresses import ENTER, own_addresses

pytestmark = pytest.mark.browser
WIDTHS = (390, 1280)
LEGAL = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def browse(world, live_server, context):
    """A browser page, signed in as this person."""

    def sign_in(person):
        User.objects.update(language="nl")
        cookies = world.clients[person].cookies
        context.add_cookies(
            [
                {"name": name, "value": cookies[name].value, "url": live_server.url}
                for name in ("sessionid",)
                if name in cookies
            ]
        )
        return context.new_page()

    return sign_in


def _urls(world, person):
    """Own pages that this person reads as a page: what answers HTML without a redirect."""
    for address in own_addresses():
        if address.meant_for(person) == ENTER:
            url = address.url(world.arguments(address.name))
            answer = world.clients[person].get(url)
            if answer.status_code == 200 and b"<html" in getattr(answer, "content", b"")[:400]:
                yield url


@pytest.mark.parametrize("person", ["anonymous", "anna", "bram"])
def test_pages_are_quiet_narrow_and_open_to_all(world, live_server, browse, person):
    page, wrong = browse(person), {}
    said = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))

    for url in _urls(world, person):
        faults = _faults(page, live_server.url + url)
        if faults or said:
            wrong[url] = faults + said
        said.clear()

    assert wrong == {}


def _faults(page, url):
    faults = []
    page.goto(url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate(TOO_WIDE):
            faults.append(f"scrolls sideways at {width}")
    barriers = Axe().run(page, options=LEGAL).response["violations"]
    return faults + [f"{found['id']}: {found['nodes'][0]['target']}" for found in barriers]
