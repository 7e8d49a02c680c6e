"""The week in a mail: a table, and the same in sentences."""

from functools import lru_cache
from typing import Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.notifications.sheets import PARTS, escape
from portal.kit import day_words, dayparts

ROWS: Final = tuple(
    dayparts.mask_of(dayparts.bit(day, part) for day in range(len(day_words.DAYS)))
    for part in range(len(day_words.PARTS))
)
"""The masks of all mornings, afternoons, evenings."""


def grid(asked: int | None, free: int | None, language: str) -> SafeString:
    """The week as a table for a mail, in this language, which is active; empty when nothing is asked."""
    return _grid(asked, free or 0, language) if asked else SafeString("")


def _grid(asked: int, free: int, language: str) -> SafeString:
    both = asked & free
    rows = [_row(part, asked & row, both & row, language) for part, row in enumerate(ROWS)]
    table = PARTS["week"] % {"days": _days(language), "rows": "\n".join(rows)}
    return mark_safe(table)  # noqa: S308  # made here


@lru_cache(maxsize=8)
def _days(language: str) -> str:
    return "\n".join(
        PARTS["week_day"] % {"short": escape(str(short)), "long": escape(str(long))}
        for short, long in day_words.DAYS
    )


@lru_cache(maxsize=4096)
def _row(part: int, asked: int, free: int, language: str) -> str:
    """The same day-part of every day; there are few such rows, and many weeks."""
    words = {"both": _("asked and free"), "asked": _("asked"), "none": ""}
    states = [_state(asked, free, dayparts.bit(day, part)) for day in range(len(day_words.DAYS))]
    cells = "\n".join(PARTS[f"week_{state}"] % {"words": escape(words[state])} for state in states)
    return PARTS["week_row"] % {"part": escape(str(day_words.PARTS[part])), "cells": cells}


def _state(asked: int, free: int, number: int) -> str:
    if not asked >> number & 1:
        return "none"
    return "both" if free >> number & 1 else "asked"


def grid_lines(asked: int | None, free: int | None) -> tuple[str, ...]:
    """The week in sentences: what is asked and free, and what is asked only."""
    return _lines(asked or 0, free or 0, get_language() or "")


def _lines(asked: int, free: int, language: str) -> tuple[str, ...]:
    parts = zip(_sentences(language), (asked & free, asked & ~free), strict=True)
    return tuple(words % day_words.day_parts_text(mask) for words, mask in parts if mask)


@lru_cache(maxsize=8)
def _sentences(_language: str) -> tuple[str, str]:
    return "✓ " + _("Asked and free: %s."), "▢ " + _("Asked, not free: %s.")
