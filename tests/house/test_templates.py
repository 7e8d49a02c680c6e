"""Templates hold nothing inline, and each form its token."""

import re
from pathlib import Path

import pytest
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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_inline_style_or_script(path):
    markup = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"))

    assert INLINE.findall(markup) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_include_with_nothing_else_hands_the_token_to_its_forms(path):
    without = [
        name
        for name, options in INCLUDE.findall(path.read_text(encoding="utf-8"))
        if re.search(r"\bonly\b", options)
        and "csrf_token=csrf_token" not in options
        and _posts(name, set())
    ]

    assert without == []
