"""A letter: what a mail says, once, from which its plain text and its HTML are made."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.notifications.registry import Link, NoticeItem
from portal.kit import day_words, dayparts

SUBJECT_LENGTH = 200


@dataclass(frozen=True)
class Section:
    """The items of one kind: the first in full, the others short under `heading`."""

    intro: str
    first: NoticeItem
    heading: str
    others: tuple[NoticeItem, ...] = ()
    more: Link | None = None

    @property
    def grid(self) -> SafeString:
        return grid(self.first.asked, self.first.free)

    @property
    def grid_lines(self) -> tuple[str, ...]:
        return grid_lines(self.first.asked, self.first.free)


@dataclass(frozen=True)
class Letter:
    """The words of a mail, in the language that is active while it is made."""

    subject: str
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    code: str = ""
    button: Link | None = None
    closing: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    why: str = ""
    footer: tuple[Link, ...] = ()
    calendars: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """A letter as it goes out."""

    subject: str
    text: str
    html: str


def words_of(letter: Letter) -> Words:
    """Subject on one line, plain text and HTML of a letter, in the active language."""
    context = {
        "letter": letter,
        "language": get_language(),
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
    }
    text = render_to_string("emails/letter.txt", context)
    return Words(
        subject=" ".join(letter.subject.split())[:SUBJECT_LENGTH],
        text=re.sub(r"\n{3,}", "\n\n", text).strip() + "\n",
        html=render_to_string("emails/letter.html", context),
    )


def greeting_for(name: str) -> str:
    """The opening, by first name if there is one."""
    first = name.strip().partition(" ")[0]
    return _("Hello %(name)s,") % {"name": first} if first else _("Hello,")


def grid(asked: int | None, free: int | None) -> SafeString:
    """The week as a table for a mail; empty when nothing is asked."""
    return _grid(asked or 0, free or 0, get_language() or "") if asked else SafeString("")


@lru_cache(maxsize=4096)
def _grid(asked: int, free: int, language: str) -> SafeString:
    rows = [
        (str(words), [_state(asked, free, dayparts.bit(day, part)) for day in range(6)])
        for part, words in enumerate(day_words.PARTS)
    ]
    days = [(str(short), str(long)) for short, long in day_words.DAYS]
    context = {"days": days, "rows": rows, "lines": grid_lines(asked, free)}
    return render_to_string("emails/_grid.html", context)


def _state(asked: int, free: int, number: int) -> str:
    if not asked >> number & 1:
        return "none"
    return "both" if free >> number & 1 else "asked"


def grid_lines(asked: int | None, free: int | None) -> tuple[str, ...]:
    """The week in sentences: what is asked and free, and what is asked only."""
    both, rest = (asked or 0) & (free or 0), (asked or 0) & ~(free or 0)
    lines = []
    if both:
        lines.append("✓ " + _("Asked and free: %s.") % day_words.day_parts_text(both))
    if rest:
        lines.append("▢ " + _("Asked, not free: %s.") % day_words.day_parts_text(rest))
    return tuple(lines)
