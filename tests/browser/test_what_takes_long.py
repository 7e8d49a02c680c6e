"""What takes more than a moment is said, and so is an answer that never came."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_looking_for_work import vacancies

__all__ = ["vacancies"]
pytestmark = pytest.mark.django_db(transaction=True)
ASKED = "**/vacatures/?*"


@pytest.fixture
def window(browser, live_server):
    """A page that may complain in its console: here requests fail on purpose."""
    context = browser.new_context(base_url=live_server.url, locale="nl-NL")
    yield context.new_page()
    context.close()


def choose(window: Page, function: str) -> None:
    window.get_by_label("Functie").select_option(function)


def test_a_slow_answer_is_announced_until_it_is_there(window, vacancies):
    def late(route):
        time.sleep(1.5)
        route.continue_()

    window.goto("/vacatures/")
    said = window.locator("#progress")
    window.evaluate(
        "window.told = []; new MutationObserver(() => told.push(document.querySelector('#progress')"
        ".textContent)).observe(document.querySelector('#progress'), {childList: true})"
    )
    window.route(ASKED, late)
    choose(window, "instructor")

    expect(window.locator("#results-title")).to_have_text("1 vacature")
    expect(said).to_be_empty()
    assert window.evaluate("told") == ["Een moment. We zijn ermee bezig.", ""]


def test_an_answer_that_does_not_come_is_told_and_a_next_one_wipes_it(window, vacancies):
    window.goto("/vacatures/")
    said = window.locator("#progress")

    window.route(ASKED, lambda route: route.fulfill(status=500))
    choose(window, "instructor")
    expect(said).to_contain_text("Dat lukte niet.")

    window.unroute(ASKED)
    window.route(ASKED, lambda route: route.abort())
    choose(window, "teacher")
    expect(said).to_contain_text("Er is geen verbinding.")

    window.unroute(ASKED)
    choose(window, "guest_teacher")
    expect(said).to_be_empty()
