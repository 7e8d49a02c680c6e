"""What the strict Content-Security-Policy forbids is not in a template either."""

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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_inline_style_or_script(path):
    markup = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"))

    assert INLINE.findall(markup) == []
