"""Two ways to use a page. A journey names what it uses by the words on the page, and no more."""

import re
from abc import ABC, abstractmethod
from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from tests.browser.conftest import enter


class Hand(ABC):
    """What somebody does with a page; a name may be a part of what stands there."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def comes_in(self, user: User) -> None:
        """Signed in already."""
        enter(self.page, user, self.address)

    def arrives(self, title: str) -> None:
        """The page with this title is there, whole."""
        expect(self.page).to_have_title(re.compile("^" + re.escape(title)))
        self.page.wait_for_load_state()

    def hears(self, error: str) -> None:
        """What is wrong, gathered on top."""
        expect(self.page.locator(".error-summary")).to_contain_text(error)

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def follow(self, name: str) -> None:
        self.use(self.page.get_by_role("link", name=name).first)

    def press(self, name: str) -> None:
        self.use(self.page.get_by_role("button", name=name).first)

    def unfold(self, name: str) -> None:
        self.use(self.page.locator("summary", has_text=name))

    def write(self, label: str, words: str) -> None:
        self.put(self.page.get_by_label(label).first, words)

    def tick(self, label: str) -> None:
        """A box, or one of a few."""
        self.choose(self.page.get_by_label(label).first)

    def week(self, *names: str) -> None:
        """Day-parts in the grid."""
        for name in names:
            self.cell(self.page.get_by_role("checkbox", name=name).first)

    def in_days(self, label: str, days: int) -> None:
        """A date so many days from now."""
        self.date(self.page.get_by_label(label).first, timezone.localdate() + timedelta(days=days))

    def pick(self, label: str, option: str) -> None:
        """One of a list that folds out."""
        self.option(self.page.get_by_label(label).first, option)

    @abstractmethod
    def search(self, label: str, words: str, *, found: str) -> None:
        """Look for something that can then be ticked."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Come to a page, at its content."""

    @abstractmethod
    def use(self, thing: Locator) -> None: ...

    @abstractmethod
    def put(self, field: Locator, words: str) -> None: ...

    @abstractmethod
    def choose(self, box: Locator) -> None: ...

    @abstractmethod
    def cell(self, box: Locator) -> None: ...

    @abstractmethod
    def date(self, field: Locator, day: date) -> None: ...

    @abstractmethod
    def option(self, field: Locator, option: str) -> None: ...


class Plain(Hand):
    """A finger on a phone that runs no scripts."""

    def open(self, address: str) -> None:
        self.page.goto(address)

    def search(self, label: str, words: str, *, found: str) -> None:
        self.write(label, words)
        self.press("Zoek")
        expect(self.page.get_by_label(found)).to_be_visible()

    def use(self, thing: Locator) -> None:
        thing.click()

    def put(self, field: Locator, words: str) -> None:
        field.fill(words)

    def choose(self, box: Locator) -> None:
        box.check()

    def cell(self, box: Locator) -> None:
        box.check(force=True)

    def date(self, field: Locator, day: date) -> None:
        field.fill(day.isoformat())

    def option(self, field: Locator, option: str) -> None:
        field.select_option(option)
