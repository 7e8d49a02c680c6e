"""Templates hold nothing inline, and each form its token."""

import re
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR) / "templates"
PAGES = sorted(path for path in ROOT.rglob("*.html") if "emails" not in path.parts)
INLINE = re.compile(
    r"<style\b|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)(?![^>]*application/(?:ld\+)?json)|javascript:",
    re.IGNORECASE,
)

INCLUDE = re.compile(r"""\{% include "([^"]+)"([^%]*)%\}""")


def _posts(name: str, seen: set[str]) -> bool:
    """Whether a template holds a form with a token, itself or in what it includes."""
    path = ROOT / name
    if name in seen or not path.exists():
        return False
    seen.add(name)
    markup = path.read_text(encoding="utf-8")
    return "{% csrf_token %}" in markup or any(
        _posts(inner, seen) for inner, _ in INCLUDE.findall(markup)
    )


def _inline(markup: str) -> list[str]:
    return INLINE.findall(re.sub(r"\{%.*?%\}", "", markup))


def _without_token(markup: str) -> list[str]:
    return [
        name
        for name, options in INCLUDE.findall(markup)
        if re.search(r"\bonly\b", options)
        and "csrf_token=csrf_token" not in options
        and _posts(name, set())
    ]


def _of_pages(look: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What is found, by page."""
    found = {path: look(path.read_text(encoding="utf-8")) for path in PAGES}
    return {str(path.relative_to(ROOT)): faults for path, faults in found.items() if faults}


def test_no_page_has_inline_style_or_script():
    assert _of_pages(_inline) == {}


def test_an_include_with_nothing_else_hands_the_token_to_its_forms():
    assert _of_pages(_without_token) == {}
