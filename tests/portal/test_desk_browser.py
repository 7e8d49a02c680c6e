"""The desk in a real browser, light and dark, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from accounts.models import User
from tests.desk import ROWS, page
from vacancies.models import PayTable, Vacancy, WordingRule

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OPTIONS = {
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def addresses():
    rows = {model: make(1) for model, make in ROWS.items()}
    shown = ("Institution", "Mail", "Professional", "Vacancy", "Competence")
    return [
        reverse("admin:index"),
        page(Vacancy, "changelist"),
        *(page(model, "change", row.pk) for model, row in rows.items() if model.__name__ in shown),
        page(PayTable, "change", rows[PayTable].pk),
        page(WordingRule, "history", rows[WordingRule].pk),
        page(WordingRule, "import"),
        page(WordingRule, "export"),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_quiet_narrow_and_open_to_all(
    addresses, desk, live_server, new_context, scheme
):
    User.objects.update(language="nl")
    context = new_context(color_scheme=scheme)
    context.add_cookies(
        [{"name": "sessionid", "value": desk.cookies["sessionid"].value, "url": live_server.url}]
    )
    browser, said = context.new_page(), []
    browser.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    browser.on("pageerror", lambda error: said.append(str(error)))

    wrong = {url: found for url in addresses if (found := _faults(browser, live_server, url))}

    assert wrong == {}
    assert said == []


def _faults(browser, live_server, url):
    faults = []
    browser.goto(live_server.url + url)
    for width in (390, 1280):
        browser.set_viewport_size({"width": width, "height": 900})
        if browser.evaluate(TOO_WIDE):
            faults.append(f"scrolls sideways at {width}")
        barriers = Axe().run(browser, options=OPTIONS).response["violations"]
        faults += [f"{found['id']}: {found['nodes'][0]['html'][:120]}" for found in barriers]
    return faults
