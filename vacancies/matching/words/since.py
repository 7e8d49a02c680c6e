"""What changed in a vacancy since somebody heard of it, in one line."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import day
from vacancies.matching.since import Change, changes
from vacancies.matching.words.case import joined


def changed(then: str, now: str, places: str, *, seen: bool) -> str:
    """The line; empty when nothing changed. `seen`: the reader looked at it then."""
    told = [text for one in changes(then, now) if (text := _said(one, places))]
    if not told:
        return ""
    what = {"what": joined(told)}
    if seen:
        return _("Changed since you last saw it: %(what)s.") % what
    return _("Changed since we told you: %(what)s.") % what


def _said(change: Change, places: str) -> str:
    then, now = change.then, change.now
    if change.what == "places":
        return _("it is in %(places)s now") % {"places": places} if places else ""
    if change.what == "scale":
        return _scale(then, now)
    if change.what == "starts_on":
        return _("it starts on %(now)s") % {"now": _day(now)} if now else ""
    if change.what == "ends_on":
        return _("it lasts until %(now)s") % {"now": _day(now)} if now else _("it has no last day")
    if change.what == "day_parts":
        return _("asked is now %(parts)s") % {"parts": day_parts_text(now)}
    return ngettext(
        "%(now)d day-part is needed, that was %(then)d",
        "%(now)d day-parts are needed, that was %(then)d",
        now,
    ) % {"now": now, "then": then}


def _scale(then: str, now: str) -> str:
    if then and now:
        scales = {"now": now, "then": then}
        return _("the pay goes up to scale %(now)s, that was %(then)s") % scales
    return _("the pay goes up to scale %(now)s") % {"now": now} if now else ""


def _day(ordinal: int) -> str:
    return day(date.fromordinal(ordinal))
