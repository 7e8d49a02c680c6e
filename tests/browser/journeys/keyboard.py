"""The hand that has keys only. At every stop it asks what somebody who looks for the focus asks:
is there a ring of two pixels or more, is it in view, does nothing that sticks lie over it?"""

import re
from datetime import date
from typing import Final

from playwright.sync_api import ElementHandle, Locator, expect

from tests.browser.journeys.hands import Hand

MOST: Final = 90  # stops from one thing that is used to the next; the longest page has fewer
LOOK: Final = """
wanted => {
  const here = document.activeElement;
  const lost = window.walked && here === document.body;
  window.walked = true;
  const name = here.outerHTML.slice(0, 90);
  const twins = (one, other) => one.type === "radio" && one.name === other.name && one.form === other.form;
  const answer = { there: here === wanted, group: here !== wanted && twins(here, wanted), lost, fault: "" };
  answer.gone = !wanted.isConnected;
  if (here.tabIndex < 0 || here === document.body) return answer;  // no stop of Tab

  const style = getComputedStyle(here);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (!ring) answer.fault = `no ring around ${name}`;

  const box = here.getBoundingClientRect();
  const sides = [
    Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight),
  ];
  const [left, top, right, bottom] = sides;
  if (right - left < 4 || bottom - top < 4) return { ...answer, fault: `out of sight: ${name}` };
  const floats = (one) => one && (/fixed|sticky/.test(getComputedStyle(one).position) ? one : floats(one.parentElement));
  for (const y of [top + 2, (top + bottom) / 2, bottom - 2]) {
    const over = floats(document.elementFromPoint((left + right) / 2, y));
    if (over && !over.contains(here)) answer.fault = `${over.className} lies over ${name}`;
  }
  return answer;
}
"""
STEPS: Final = """
(wanted) => {
  const place = (box) => [box.closest("tr").rowIndex, box.closest("td").cellIndex];
  const [row, column] = place(document.activeElement);
  const [to, along] = place(wanted);
  return [to - row, along - column];
}
"""


class Keyboard(Hand):
    def open(self, address: str) -> None:
        """In by the link that skips what stands above every page: the first that there is."""
        self.page.goto(address)
        self.key("Tab")
        skip = self.page.get_by_role("link", name="Ga naar de inhoud")
        expect(skip).to_be_focused()
        self.look(skip.element_handle())
        self.key("Enter")
        expect(self.page.locator("main")).to_be_focused()

    def hears(self, error: str) -> None:
        """The focus is there, so that it is the first thing said."""
        super().hears(error)
        expect(self.page.locator(".error-summary")).to_be_focused()

    def is_at(self, label: str) -> None:
        field = self.page.get_by_label(label).first
        expect(field).to_be_focused()
        self.look(field.element_handle())

    def said(self) -> str:
        """The name of what has the focus, as a screen reader gets it."""
        return re.search(r'"([^"]*)"', self.page.locator(":focus").aria_snapshot())[1]

    def search(self, label: str, words: str, *, found: str) -> None:
        """What is found appears while typing."""
        self.write(label, words)
        expect(self.page.get_by_label(found)).to_be_visible()

    def key(self, name: str, times: int = 1) -> None:
        for _time in range(times):
            self.page.keyboard.press(name)

    def look(self, wanted: ElementHandle) -> dict[str, bool]:
        """Whether the focus is there, or at another of its few; and it is seen wherever it is."""
        seen = self.page.evaluate(LOOK, wanted)
        assert not seen["fault"], seen["fault"]
        return seen

    def tab_to(self, thing: Locator) -> dict[str, bool]:
        """On with Tab until it has the focus. Never back, and never from nowhere: who reads a page
        from top to bottom meets things in this order, and what changes leaves the focus alone."""
        wanted = thing.element_handle()
        seen = self.look(wanted)
        for _stop in range(MOST):
            assert not seen["lost"], f"the focus was lost on the way to {thing}"
            if seen["there"] or seen["group"]:
                return seen
            self.key("Tab")
            wanted = thing.element_handle() if seen["gone"] else wanted
            seen = self.look(wanted)
        raise AssertionError(f"not reached in {MOST} stops: {thing}")

    def use(self, thing: Locator) -> None:
        self.tab_to(thing)
        self.key("Enter")

    def put(self, field: Locator, words: str) -> None:
        self.tab_to(field)
        self.key("Control+A")
        self.page.keyboard.type(words)
        expect(field).to_have_value(words)

    def choose(self, box: Locator) -> None:
        """Tab stops once at a few that exclude each other; the arrows walk between them."""
        if self.tab_to(box)["group"]:
            wanted = box.element_handle()
            while not self.look(wanted)["there"]:
                self.key("ArrowDown")
        elif not box.is_checked():
            self.key("Space")
        expect(box).to_be_checked()

    def cell(self, box: Locator) -> None:
        """Tab to the grid, then the arrows; said is the day-part and what it is now."""
        inside = self.page.evaluate("document.activeElement.matches('.wg-input')")
        if not inside:
            self.tab_to(self.page.locator(".wg-input").first)
        down, right = self.page.evaluate(STEPS, box.element_handle())
        self.key("ArrowDown" if down > 0 else "ArrowUp", abs(down))
        self.key("ArrowRight" if right > 0 else "ArrowLeft", abs(right))
        assert self.look(box.element_handle())["there"]
        self.key("Space")
        expect(box).to_be_checked()

    def date(self, field: Locator, day: date) -> None:
        """Day, month and year in the order of this browser."""
        self.tab_to(field)
        for order in ("%d%m%Y", "%m%d%Y"):
            self.page.keyboard.type(day.strftime(order))
            if field.input_value() == day.isoformat():
                return
            self.key("ArrowLeft", 2)
        raise AssertionError(f"no date could be typed in {field}")

    def option(self, field: Locator, option: str) -> None:
        self.tab_to(field)
        self.page.keyboard.type(option)
        expect(field.locator("option:checked")).to_have_text(option)
