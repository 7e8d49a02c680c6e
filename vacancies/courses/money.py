"""Grants in words: how much, who asks, and between which days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.kit.templatetags.ui import day, money, nbsp
from vacancies.courses import queries
from vacancies.courses.subsidies import Window, window
from vacancies.models import SubsidyScheme
from vacancies.routes.book import rule_book

LEAP_YEAR = 2028  # a year that has every day


@dataclass(frozen=True, slots=True)
class Grant:
    """One scheme, and its days for the training that was asked about."""

    scheme: SubsidyScheme
    window: Window | None
    on: date
    ceiling: str = ""

    @property
    def amount(self) -> str:
        return amount_text(self.scheme)

    @property
    def rule(self) -> str:
        return rule_text(self.scheme)

    @property
    def state(self) -> str:
        """ "open", "early" or "late" today; empty without a first day of training."""
        if self.window is None:
            return ""
        if self.window.is_over(self.on):
            return "late"
        return "open" if self.window.is_open(self.on) else "early"

    @property
    def said(self) -> str:
        return window_text(self.window, self.on) if self.window else ""


def grants(begins_on: date | None, *, today: date) -> Sequence[Grant]:
    """Every grant, with its window when the first day of the training is told; the rules are those
    of that day."""
    ceiling = ceiling_text(begins_on or today)
    return [
        Grant(
            scheme=scheme,
            window=window(scheme, begins_on) if begins_on else None,
            on=today,
            ceiling=ceiling if scheme.code == "zij-instroom" else "",
        )
        for scheme in queries.schemes(begins_on or today)
    ]


def amount_text(scheme: SubsidyScheme) -> str:
    """At most so much, in all or a year."""
    if scheme.amount is None:
        return ""
    if scheme.is_a_year:
        return _("%(amount)s a year") % {"amount": money(scheme.amount)}
    return money(scheme.amount)


def rule_text(scheme: SubsidyScheme) -> str:
    """The window in words: from which day of the year to which."""
    days = {
        "opens": _day_of_year(scheme.opens_month, scheme.opens_day),
        "closes": _day_of_year(scheme.closes_month, scheme.closes_day),
    }
    if scheme.closes_next_year:
        return (
            _(
                "Each round runs from %(opens)s to %(closes)s. It can be asked once the training "
                "has begun, at the latest on %(closes)s of the year after that."
            )
            % days
        )
    return _("Each year from %(opens)s to %(closes)s.") % days


def _day_of_year(month: int, number: int) -> str:
    return nbsp(date_format(date(LEAP_YEAR, month, number), format="j F"))


def window_text(found: Window, on: date) -> str:
    """Whether it can be asked today, and until when."""
    words = {"opens": day(found.opens_on), "closes": day(found.closes_on)}
    if found.is_over(on):
        return _("The last day was %(closes)s.") % words
    if not found.is_open(on):
        return _("It can be asked from %(opens)s to %(closes)s.") % words
    left = found.days_left(on)
    if left == 0:
        return _("Today is the last day.")
    return ngettext(
        "It can be asked now: %(n)d more day, until %(closes)s.",
        "It can be asked now: %(n)d more days, until %(closes)s.",
        left,
    ) % {"n": left, **words}


def ceiling_text(on: date) -> str:
    """What there is for the whole country, while such a number is known for this day."""
    row = rule_book().row("switch_subsidy_ceiling", on)
    if not row.valid_from <= on or (row.valid_to and on > row.valid_to):
        return ""
    told = _("For the whole country there is %(amount)s a year: who asks first, comes first.")
    return told % {"amount": money(int(row.value))}
