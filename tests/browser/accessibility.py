"""What keeps somebody from using a page: WCAG by axe, and scrolling sideways in a narrow window."""

from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE: Final = {"width": 390, "height": 844}
DESK: Final = {"width": 1280, "height": 900}
NARROW: Final = {"width": 320, "height": 640}
LOOKS: Final[dict[str, tuple[Any, Any]]] = {
    "phone, light": (PHONE, "light"),
    "desk, dark": (DESK, "dark"),
}
RULES: Final = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,
    "resultTypes": ["violations"],  # of what is right no list is made: half the time
}
SETTLED: Final = "document.getAnimations().forEach(one => one.finish())"


def barriers(
    page: Page, *, rules: dict[str, object] = RULES, narrow: dict[str, int] = NARROW
) -> list[str]:
    """All barriers of the page that is open, in every look; it is loaded, and axe put in, once."""
    page.evaluate(AXE_SCRIPT)
    found = []
    for look, (size, scheme) in LOOKS.items():
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        violations = page.evaluate(
            "async rules => (await axe.run(document, rules)).violations", rules
        )
        found += [f"{look}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in violations]
    page.set_viewport_size(narrow)
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*found, f"scrolls sideways: {wide}"] if wide > narrow["width"] else found
