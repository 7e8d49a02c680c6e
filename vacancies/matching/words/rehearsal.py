"""The words of a rehearsal: how many would hear of a vacancy, in which way and when."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vacancies.enums import DismissReason
from vacancies.matching.rehearsal import Line, Shown, Way
from vacancies.matching.words.case import either, small

NBSP: Final = "\u00a0"
SHORT: Final[Mapping[Way, str | Promise]] = {
    Way.AT_ONCE: gettext_lazy("at once"),
    Way.DAILY: gettext_lazy("with their daily mail"),
    Way.WEEKLY: gettext_lazy("with their weekly mail"),
    Way.RESTS: gettext_lazy("after the pause in their mail"),
    Way.ON_SITE: gettext_lazy("on the site alone"),
    Way.HEARD: gettext_lazy("not again, because they heard of it before"),
    Way.SAID_NO: gettext_lazy("not, because they said no to something like it"),
}


def sentence(line: Line) -> str:
    """The rest of the sentence that begins with the number of people."""
    n = line.people
    if line.way == Way.AT_ONCE:
        return ngettext("gets a mail at once", "get a mail at once", n)
    if line.way in (Way.DAILY, Way.WEEKLY):
        return _in_digest(line)
    if line.way == Way.RESTS:
        return ngettext(
            "hears of it later: mail to this person rests now",
            "hear of it later: mail to them rests now",
            n,
        )
    if line.way == Way.ON_SITE:
        return ngettext(
            "gets no mail about this and sees it on the site",
            "get no mail about this and see it on the site",
            n,
        )
    if line.way == Way.HEARD:
        return ngettext("heard of it before", "heard of it before", n)
    return _said_no(line)


def others(told: Shown) -> str:
    """In which ways those hear whose groups are too small to tell apart."""
    ways = {"ways": either(str(SHORT[way]) for way in told.other_ways)}
    if not told.lines:
        return ngettext("hears of it %(ways)s", "hear of it %(ways)s", told.others) % ways
    return ngettext("other hears of it %(ways)s", "others hear of it %(ways)s", told.others) % ways


def _in_digest(line: Line) -> str:
    n, when = line.people, _when(line.first, line.last)
    if line.way == Way.DAILY:
        words = ngettext(
            "gets it with the daily mail, %(when)s", "get it with their daily mail, %(when)s", n
        )
    else:
        words = ngettext(
            "gets it with the weekly mail, %(when)s", "get it with their weekly mail, %(when)s", n
        )
    return words % {"when": when}


def _when(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    if first != last:
        return _("%(first)s to %(last)s") % {"first": _day(first), "last": _day(last)}
    return _day(first)


def _day(on: date) -> str:
    today = timezone.localdate()
    if on == today:
        return _("today")
    if on == today + timedelta(days=1):
        return _("tomorrow")
    return _("on %(day)s") % {"day": date_format(on, "l j F").replace(" ", NBSP)}


def _said_no(line: Line) -> str:
    n = line.people
    if not line.reason:
        return ngettext(
            "said no to something like it before and is not told",
            "said no to something like it before and are not told",
            n,
        )
    reason = {"reason": small(DismissReason(line.reason).label)}
    return (
        ngettext(
            "said no to something like it before and is not told: %(reason)s",
            "said no to something like it before and are not told: %(reason)s",
            n,
        )
        % reason
    )
