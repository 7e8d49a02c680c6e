"""Sentences about the terms: day-parts, hours, period, distance, employment."""

from collections.abc import Callable
from datetime import date
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import EmploymentForm
from portal.kit.day_words import day_parts_text
from portal.kit.templatetags.ui import day, km
from vacancies.matching.measures import NOT_TOLD_DATE, NOT_TOLD_HOURS, nearest_square
from vacancies.matching.words.case import (
    MET,
    PARTLY,
    UNKNOWN,
    Case,
    Sentences,
    about_own,
    either,
    small,
)
from vacancies.models.facts import NOWHERE


def day_parts(case: Case) -> Sentences:
    overlap = case.ask.day_parts_mask & case.offer.day_parts_mask
    if case.state == UNKNOWN:
        return Sentences(
            _("your week is still empty. The school asks %(parts)s.")
            % {"parts": day_parts_text(case.ask.day_parts_mask)},
            _("the profile does not say which day-parts are free."),
        )
    asked, needed = case.ask.day_parts_mask.bit_count(), case.ask.day_parts_needed
    you, hr = free_on(overlap.bit_count(), asked, needed, case.state)
    own = day_parts_text(overlap)
    named = f"{own[:1].upper()}{own[1:]}." if own else ""
    return Sentences(you, hr, named, named)


def free_on(free: int, asked: int, needed: int, state: str) -> tuple[str, str]:
    """On how many of the day-parts asked somebody is free: to the professional, and to HR."""
    if free == asked:
        you = ngettext(
            "you are free on the day-part that is asked.",
            "you are free on all %(n)d day-parts that are asked.",
            asked,
        ) % {"n": asked}
        hr = ngettext(
            "free on the day-part that is asked.",
            "free on all %(n)d day-parts that are asked.",
            asked,
        ) % {"n": asked}
    else:
        counts = {"free": free, "asked": asked, "needed": needed}
        you = _("you are free on %(free)d of the %(asked)d day-parts asked.") % counts
        hr = _("free on %(free)d of the %(asked)d day-parts asked.") % counts
    after = _after_day_parts(free, asked, needed, state)
    return f"{you}{after}", f"{hr}{after}"


def _after_day_parts(free: int, asked: int, needed: int, state: str) -> str:
    if state == PARTLY:
        return " " + _("Somebody else may do the rest.")
    if state != MET:
        return " " + _("At least %(needed)d are needed.") % {"needed": needed}
    if free == asked:
        return ""
    if free == needed:
        return " " + _("More is not needed.")
    return " " + _("%(needed)d is enough.") % {"needed": needed}


def fixed_day_parts(case: Case) -> Sentences:
    fixed = case.ask.fixed_mask
    if not fixed:
        text = _("no day-part is fixed.")
        return Sentences(text, text)
    lacking = fixed & ~case.offer.day_parts_mask
    parts = {"parts": day_parts_text(fixed if case.state == MET else lacking)}
    if case.state == MET:
        return Sentences(
            _("what is fixed suits you: %(parts)s.") % parts,
            _("free on what is fixed: %(parts)s.") % parts,
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your week is still empty. This is fixed: %(parts)s.") % parts,
            _("the profile does not say whether this is free: %(parts)s.") % parts,
        )
    return Sentences(
        _("this is fixed and you are not free then: %(parts)s.") % parts,
        _("this is fixed and not free: %(parts)s.") % parts,
    )


def hours(case: Case) -> Sentences:
    vacancy, person = case.vacancy, case.professional
    asked = {"hours": _range(vacancy.hours_min, vacancy.hours_max)}
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not say how many hours you want. Asked: %(hours)s a week.")
            % asked,
            _("the profile does not say how many hours. Asked: %(hours)s a week.") % asked,
        )
    own = ""
    if case.offer.hours_min != NOT_TOLD_HOURS and case.offer.hours_max >= 0:
        own = _range(person.hours_min, person.hours_max)
    if case.state == MET:
        text = _("%(hours)s a week fits.") % asked
        return about_own(text, text, own)
    return about_own(
        _("the school asks %(hours)s a week. That is not what you want.") % asked,
        _("%(hours)s a week is not what this person wants.") % asked,
        own,
    )


def period(case: Case) -> Sentences:
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not say from when you can start."),
            _("the profile does not say from when this person can start."),
        )
    dates = {
        "start": day(case.vacancy.starts_on),
        "last": _date(case.ask.until_on),
        "from": _date(case.offer.from_on),
        "until": _date(case.offer.until_on),
    }
    if case.state == MET:
        return Sentences(
            _("you can start on %(start)s.") % dates, _("can start on %(start)s.") % dates
        )
    if case.offer.from_on > case.ask.starts_on:
        return Sentences(
            _("it starts on %(start)s. You can from %(from)s.") % dates,
            _("it starts on %(start)s. This person can from %(from)s.") % dates,
        )
    return Sentences(
        _("it lasts at least until %(last)s. You can until %(until)s.") % dates,
        _("it lasts at least until %(last)s. This person can until %(until)s.") % dates,
    )


def distance(case: Case) -> Sentences:
    if case.ask.x1 == NOWHERE:
        text = _("the vacancy does not say where it is.")
        return Sentences(text, text)
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not say where you live or how far you travel."),
            _("the profile does not say from where, or how far, this person travels."),
        )
    metres = int(nearest_square(case.ask, case.offer) ** 0.5)
    ways = {"way": km(metres), "most": km(case.offer.max_distance_m)}
    if case.state == MET:
        own = way_home(metres, case.offer.max_distance_m)
        return Sentences(own, _("%(way)s away. Travels up to %(most)s.") % ways)
    return Sentences(
        _("%(way)s from your home. That is farther than your %(most)s.") % ways,
        _("%(way)s away. That is farther than %(most)s.") % ways,
    )


def way_home(metres: int, farthest: int) -> str:
    """To the professional: how far it is, and that it is near enough."""
    ways = {"way": km(metres), "most": km(farthest)}
    return _("%(way)s from your home. You travel up to %(most)s.") % ways


def employment(case: Case) -> Sentences:
    offered = [small(EmploymentForm(one).label) for one in case.vacancy.employment_forms]
    wanted = [small(EmploymentForm(one).label) for one in case.professional.employment_forms]
    if case.state == MET:
        forms = {"forms": either(one for one in offered if one in wanted)}
        return Sentences(
            _("it can be done the way you want: %(forms)s.") % forms,
            _("one form in common: %(forms)s.") % forms,
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not say how you want to be employed."),
            _("the profile does not say which form of employment this person wants."),
        )
    forms = {"forms": either(offered) or "–"}
    return about_own(
        _("the school offers another form: %(forms)s.") % forms,
        _("wants another form than %(forms)s.") % forms,
        either(wanted),
    )


def _date(ordinal: int) -> str:
    return day(date.fromordinal(ordinal)) if 0 < ordinal < NOT_TOLD_DATE else ""


def _range(low: object, high: object) -> str:
    first, last = _number(low), _number(high)
    if first == last or not last:
        return ngettext("%(n)s clock hour", "%(n)s clock hours", _plural(low)) % {"n": first}
    return _("%(low)s to %(high)s clock hours") % {"low": first, "high": last}


def _number(hours: object) -> str:
    if hours is None:
        return "–"
    whole = float(str(hours))
    return number_format(int(whole) if whole == int(whole) else whole)


def _plural(hours: object) -> int:
    return 1 if hours is not None and float(str(hours)) == 1 else 2


TERMS: Final[dict[str, Callable[[Case], Sentences]]] = {
    "day_parts": day_parts,
    "fixed_day_parts": fixed_day_parts,
    "hours": hours,
    "period": period,
    "distance": distance,
    "employment": employment,
}
