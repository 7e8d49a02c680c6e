"""The week in a mail: a table, and the same in sentences."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.notifications.sheets import filled
from portal.kit import day_words, dayparts


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
    words = {"both": _("asked and free"), "asked": _("asked")}
    return mark_safe(filled("_grid.html", days=days, rows=rows, **words))  # noqa: S308  # made here


def _state(asked: int, free: int, number: int) -> str:
    if not asked >> number & 1:
        return "none"
    return "both" if free >> number & 1 else "asked"


def grid_lines(asked: int | None, free: int | None) -> tuple[str, ...]:
    """The week in sentences: what is asked and free, and what is asked only."""
    return _lines(asked or 0, free or 0, get_language() or "")


@lru_cache(maxsize=4096)
def _lines(asked: int, free: int, language: str) -> tuple[str, ...]:
    both, rest = asked & free, asked & ~free
    lines = []
    if both:
        lines.append("✓ " + _("Asked and free: %s.") % day_words.day_parts_text(both))
    if rest:
        lines.append("▢ " + _("Asked, not free: %s.") % day_words.day_parts_text(rest))
    return tuple(lines)
