from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PHONE, opened
from tests.browser.journeys.hands import Hand, Plain
from tests.browser.journeys.keyboard import Keyboard

ENLARGED = {"width": 640, "height": 450}  # a desk at 200 %


@pytest.fixture(params=["keys", "no scripts"])
def hand(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Hand]:
    """Each journey twice: by key on an enlarged page, and by touch without JavaScript."""
    by_key = request.param == "keys"
    size = ENLARGED if by_key else PHONE
    window = contextmanager(opened)
    with window(browser, live_server.url, viewport=size, java_script_enabled=by_key) as page:
        yield Keyboard(page, live_server.url) if by_key else Plain(page, live_server.url)


@pytest.fixture
def keys(browser: Browser, live_server) -> Iterator[Keyboard]:
    with contextmanager(opened)(browser, live_server.url, viewport=ENLARGED) as page:
        yield Keyboard(page, live_server.url)
