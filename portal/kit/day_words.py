"""The words for day-parts, in the reader's language; the codes are in `dayparts`."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.kit import dayparts

Words = str | Promise

# (two letters, whole name)
DAYS: Final[Sequence[tuple[Words, Words]]] = (
    (pgettext_lazy("day, two letters", "Mo"), _("Monday")),
    (pgettext_lazy("day, two letters", "Tu"), _("Tuesday")),
    (pgettext_lazy("day, two letters", "We"), _("Wednesday")),
    (pgettext_lazy("day, two letters", "Th"), _("Thursday")),
    (pgettext_lazy("day, two letters", "Fr"), _("Friday")),
    (pgettext_lazy("day, two letters", "Sa"), _("Saturday")),
)
PARTS: Final[Sequence[Words]] = (_("morning"), _("afternoon"), _("evening"))
DAY_PARTS: Final[Sequence[Words]] = (
    _("Monday morning"),
    _("Monday afternoon"),
    _("Monday evening"),
    _("Tuesday morning"),
    _("Tuesday afternoon"),
    _("Tuesday evening"),
    _("Wednesday morning"),
    _("Wednesday afternoon"),
    _("Wednesday evening"),
    _("Thursday morning"),
    _("Thursday afternoon"),
    _("Thursday evening"),
    _("Friday morning"),
    _("Friday afternoon"),
    _("Friday evening"),
    _("Saturday morning"),
    _("Saturday afternoon"),
    _("Saturday evening"),
)


def day_part_name(number: int) -> str:
    """One day-part in words, for example "dinsdagmiddag"."""
    return str(DAY_PARTS[number])


def clock(at: datetime) -> str:
    """The time of the day: 14.32."""
    return date_format(localtime(at), "TIME_FORMAT")


def day_parts_text(mask: int) -> str:
    """The day-parts of a mask as running text: "dinsdagmiddag en donderdagavond"."""
    names, last = _words(get_language())
    *most, final = [names[number] for number in dayparts.bits_of(mask)] or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


@lru_cache(maxsize=8)
def _words(_language: str | None) -> tuple[tuple[str, ...], str]:
    """The names of the day-parts, and what stands before the last of several."""
    return tuple(map(str, DAY_PARTS)), now("and")


def unbroken(day: date) -> str:
    """A date in words that no line of a mail breaks in two."""
    return date_format(day, "DATE_FORMAT").replace(" ", "\u00a0")
