"""The parts of which the HTML of a mail is made: text with holes, filled by the thousands.

A part stands in `templates/emails/letter.html` below a line with its name and its holes.
"""

import html
import re
from typing import Final

from django.conf import settings

HEAD: Final = re.compile(r"^\{# (\w+): [\w, ]+ #\}\n", re.MULTILINE)
HOLE: Final = re.compile(r"\{\{ (\w+) \}\}")


def parts_of(sheet: str) -> dict[str, str]:
    """By name each part as a format: `parts["line"] % {"text": …}`."""
    _title, *found = HEAD.split(sheet)
    pairs = zip(found[::2], found[1::2], strict=True)
    return {
        name: HOLE.sub(r"%(\1)s", _ascii(text.removesuffix("\n").replace("%", "%%")))
        for name, text in pairs
    }


def escape(text: str) -> str:
    """Safe in HTML, and in ASCII, so that the bytes of a mail are at hand."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        text = html.escape(text)  # five times as long as to look whether there is anything to do
    return text if text.isascii() else _ascii(text)


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


PARTS: Final = parts_of((settings.BASE_DIR / "templates/emails/letter.html").read_text())
