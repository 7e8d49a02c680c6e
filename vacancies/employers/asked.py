"""What an employer sees of a request, in plain words; the same before it is sent."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _

from portal.kit.templatetags.ui import day
from vacancies.enums import EmployerScope
from vacancies.models import EmployerRequest
from vacancies.placement import words as placement_words
from vacancies.routes.book import rule_book
from vacancies.routes.rulebook import Constant
from vacancies.routes.words import function_label
from vacancies.routes.words.sources import confirm_words
from vacancies.routes.words.voice import clock_hours, day_of, plain

SIDE_WORK_LAW: Final = "side_work_ban_needs_reason"


@dataclass(frozen=True)
class Source:
    """Where a text comes from; `confirm`: what still waits for a look at the official text."""

    title: str
    url: str
    confirm: str


@dataclass(frozen=True)
class Asked:
    """The question, without anything that is not the employer's."""

    person: str
    school: str
    function: str
    hours: str
    term: str
    mask: int
    scope: str
    travel: str
    is_lending: bool
    law: str
    source: Source


@dataclass(frozen=True)
class Total:
    """The hours of two jobs beside the limits of the law; a warning, no more."""

    text: str
    is_warning: bool
    source: Source


def asked_of(row: EmployerRequest) -> Asked:
    """Of a request, kept or about to be sent."""
    placement = row.placement
    is_lending = row.scope == EmployerScope.LENDING
    person = str(placement.application.professional)
    book, today = rule_book(), row.starts_on
    return Asked(
        person=person,
        school=placement.application.vacancy.institution.name,
        function=function_label(placement.function_kind),
        hours=placement_words.hours(row.hours_week),
        term=_term(row),
        mask=row.day_parts_mask,
        scope=_scope(person, is_lending),
        travel=_travel(row),
        is_lending=is_lending,
        law=_law(is_lending, day_of(book.day(SIDE_WORK_LAW, today))),
        source=source_of(book.row(SIDE_WORK_LAW, today)),
    )


def total_of(own: Decimal, school: Decimal, on: date) -> Total:
    """Own hours and those at the school together."""
    book = rule_book()
    most, average = book.number("work_week_max", on), book.number("work_week_avg_16_weeks", on)
    facts = {
        "total": clock_hours(own + school),
        "most": plain(most),
        "average": plain(average),
        "rest": plain(book.number("daily_rest", on)),
    }
    if own + school > most:
        text = _("Together %(total)s a week. The law allows at most %(most)s in one week.")
    elif own + school > average:
        text = _(
            "Together %(total)s a week. Seen over some months the law allows %(average)s on"
            " average, with %(rest)s hours of rest between two days. Preparing lessons is work too."
        )
    else:
        text = _(
            "Together %(total)s a week. Seen over some months the law allows %(average)s on"
            " average, with %(rest)s hours of rest between two days."
        )
    name = "work_week_max" if own + school > most else "work_week_avg_16_weeks"
    return Total(text % facts, own + school > average, source_of(book.row(name, on)))


def source_of(row: Constant) -> Source:
    is_open = row.confirm_code and not row.is_confirmed
    confirm = confirm_words((row.confirm_code,)) if is_open else ""
    return Source(row.source_title, row.source_url, confirm)


def _term(row: EmployerRequest) -> str:
    first = day(row.starts_on)
    if row.ends_on is None:
        return _("from %(first)s, without a last day") % {"first": first}
    return _("%(first)s until %(last)s") % {"first": first, "last": day(row.ends_on)}


def _scope(person: str, is_lending: bool) -> str:
    if is_lending:
        text = _(
            "Lending: %(person)s stays in your service and works for the school in these hours."
            " The three of you sign an agreement about it, outside this site."
        )
    else:
        text = _(
            "Side work: in these hours %(person)s works for the school, apart from the job with"
            " you. Your contract stays as it is."
        )
    return text % {"person": person}


def _travel(row: EmployerRequest) -> str:
    if row.travel_in_own_time:
        return _("Travel and preparation are in own time.")
    return _("Travel and preparation are in the time of the employer too.")


def _law(is_lending: bool, since: str) -> str:
    if is_lending:
        return _("You need not lend anybody. If you do not want to, say what stands in the way.")
    text = _(
        "Since %(day)s an employer may forbid side work only with an objective reason. Without one"
        " a ban in the contract does not hold."
    )
    return text % {"day": since}
