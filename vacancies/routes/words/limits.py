"""The yearly budget as a sentence and a picture, and what would bring a plan within it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vacancies.routes.calendar import study_year_of
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Limit, Remedy
from vacancies.routes.words.voice import NBSP, clock_hours, plain, weeks

AVERAGE = "guest_avg_clock_hours_week"


@dataclass(frozen=True, slots=True)
class LimitWords:
    """`budget`, `used` and `left` are clock hours, made for the tag `budget_bar`."""

    budget: Decimal
    used: Decimal
    left: Decimal
    sentence: str
    rest: str
    explanation: str
    remedy: str

    @property
    def is_over(self) -> bool:
        return self.left < 0


def limit_words(
    limit: Limit, remedies: Sequence[Remedy], *, book: RuleBook, on: date
) -> LimitWords:
    """The budget of the study year that holds this day."""
    return LimitWords(
        limit.budget,
        limit.used,
        limit.left,
        _("%(used)s of the %(budget)s clock hours a year; %(rest)s")
        % {"used": plain(limit.used), "budget": plain(limit.budget), "rest": rest_of(limit)},
        rest_of(limit),
        _explanation(limit, book, on),
        remedy_of(remedies),
    )


def rest_of(limit: Limit) -> str:
    """40 left, or 40 too many."""
    if limit.left < 0:
        return _("%(hours)s too many") % {"hours": plain(-limit.left)}
    return _("%(hours)s left") % {"hours": plain(limit.left)}


def remedy_of(remedies: Sequence[Remedy]) -> str:
    """At most 6 hours a week, or 34 weeks."""
    said = [words for one in remedies if (words := _remedy(one))]
    if not said:
        return ""
    choice = _(", or ").join(said)
    return _("Then it fits: %(choice)s.") % {"choice": choice}


def _remedy(remedy: Remedy) -> str:
    if remedy.week_hours:
        hours = ngettext("%(n)s hour", "%(n)s hours", 1 if remedy.week_hours == 1 else 2) % {
            "n": plain(remedy.week_hours)
        }
        return (_("at most %(hours)s a week") % {"hours": hours}).replace(" ", NBSP)
    if not remedy.weeks:
        return ""
    if remedy.hours_year is None:
        return weeks(remedy.weeks)
    return _("%(weeks)s (%(hours)s)") % {
        "weeks": weeks(remedy.weeks),
        "hours": clock_hours(remedy.hours_year),
    }


def _explanation(limit: Limit, book: RuleBook, on: date) -> str:
    """How the budget is made, where the number of weeks is whole."""
    year = study_year_of(on, book.month_day("study_year_start", on))
    average = book.number(AVERAGE, year)
    number = limit.budget / average
    if number != number.to_integral():
        return _("The average over the year counts. In a busy week more is possible.")
    return _(
        "On average %(average)s clock hours a week: %(sum)s = %(budget)s."
        " In a busy week more is possible."
    ) % {
        "average": plain(average),
        "sum": f"{plain(average)}{NBSP}×{NBSP}{weeks(number)}".replace(" ", NBSP),
        "budget": plain(limit.budget),
    }
