"""What keeps somebody from using a page: WCAG by axe, and what it does not measure: text that is
small or cut off, buttons too low for a thumb, scrolling sideways, movement."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from tests.browser.shelf import AXE

PHONE: Final = {"width": 390, "height": 844}
DESK: Final = {"width": 1280, "height": 900}
NARROW: Final = {"width": 320, "height": 640}  # also 1280 enlarged to 400 %
ENLARGED: Final = {"width": 640, "height": 450}  # 1280 enlarged to 200 %
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUICK: Final = {"preload": False, "resultTypes": ["violations"], "elementRef": False}
ALL_BUT_COLOURS: Final = QUICK | {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {
        "target-size": {"enabled": True},  # axe itself still waits with this one
        "color-contrast": {"enabled": False},
    },
}
COLOURS: Final = QUICK | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
RUN: Final = "async rules => (await axe.run(document, rules)).violations"
JUDGE_COLOURS: Final = Path(__file__).with_name("colours.js").read_text(encoding="utf-8")
MEASURE: Final = Path(__file__).with_name("measures.js").read_text(encoding="utf-8")
SIZES: Final = {"least": 16, "target": 44}


@dataclass(frozen=True)
class Look:
    """A page in a window of a size, light or dark, and what is asked of it there: all that axe
    knows, colours, and measures."""

    size: dict[str, int]
    scheme: Any
    axe: bool = False
    colours: bool = False
    measures: bool = False

    def __str__(self) -> str:
        return f"{self.size['width']} {self.scheme}"


# Another theme changes only colours; a width changes everything; another language changes words, which
# are longest in the narrowest window. One after the other they differ in as little as can be.
LOOKS: Final = {
    "nl": (
        Look(PHONE, "light", axe=True, colours=True, measures=True),
        Look(PHONE, "dark", colours=True),
        Look(DESK, "dark", axe=True, colours=True, measures=True),
        Look(DESK, "light", colours=True),
        Look(ENLARGED, "light", measures=True),
        Look(NARROW, "light", measures=True),
    ),
    "en": (
        Look(PHONE, "light", axe=True, colours=True, measures=True),
        Look(PHONE, "dark", colours=True),
        Look(DESK, "dark", axe=True, colours=True, measures=True),
        Look(DESK, "light", colours=True),
        Look(NARROW, "light", measures=True),
    ),
}
# What has the same colours on the same surface has the same contrast: it is judged once.
JUDGED: Final[set[str]] = set()


def barriers(page: Page, language: str = "nl") -> list[str]:
    """All barriers of the page that is open, in every look; it is loaded, and axe put in, once. Looks
    come in the order that begins with the window as the page before left it."""
    page.add_script_tag(url=AXE)
    found, before = [], None
    looks = LOOKS[language]
    for look in reversed(looks) if page.viewport_size == looks[-1].size else looks:
        if page.viewport_size != look.size:
            page.set_viewport_size(look.size)
        if before is None or look.scheme != before.scheme:
            page.emulate_media(color_scheme=look.scheme, reduced_motion="reduce")
        found += [f"{look}: {fault}" for fault in _faults(page, look)]
        before = look
    return found


def _faults(page: Page, look: Look) -> list[str]:
    violations, faults = [], []
    if look.axe:
        violations += page.evaluate(RUN, ALL_BUT_COLOURS)
    if look.colours:
        judged = page.evaluate(JUDGE_COLOURS, {"rules": COLOURS, "known": sorted(JUDGED)})
        JUDGED.update(judged["fresh"])
        violations += judged["violations"]
    if look.measures:
        faults += page.evaluate(MEASURE, SIZES | {"phone": look.size is PHONE})
    return faults + [
        f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:160]}" for one in violations
    ]
