"""Where a rule comes from, since when, and what of it still waits for a look at the official text."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vacancies.codes import Need, Route
from vacancies.routes.catalogue import RULE_OF, Condition, Either, RouteRule
from vacancies.routes.rulebook import COUNTED, Constant, RuleBook
from vacancies.routes.words.needs import NEEDS
from vacancies.routes.words.routes import ROUTES
from vacancies.routes.words.voice import Text, constants_in, day_of

LAWS: Final = {
    "WEB ": "Wet educatie en beroepsonderwijs (WEB), artikel ",
    "WHW ": "Wet op het hoger onderwijs (WHW), artikel ",
    "BBO ": "Besluit bekwaamheidseisen onderwijspersoneel (BBO), artikel ",
}
BUDGET: Final = ("guest_avg_clock_hours_week", "guest_teaching_weeks")
BESIDE_THE_LAW: Final = {
    Route.SUITABILITY_IN_TRAINING: ("pdg_min_fte", "pdg_min_lesson_hours_week")
}

QUESTIONS: Final[dict[str, Text]] = {
    "C1": gettext_lazy("today's wording of two other acts that this rule points to"),
    "C2": gettext_lazy("whether the act changed after 1 January 2026"),
    "C3": gettext_lazy("how many weeks make a year here"),
    "C4": gettext_lazy("how study years count for a start in the middle of one"),
    "C5": gettext_lazy("whether an Associate degree counts as a diploma of hbo"),
    "C6": gettext_lazy("which certificates for instructors are designated"),
    "C7": gettext_lazy("what SBB asks of a workplace trainer"),
    "C8": gettext_lazy("what a VOG costs now"),
    "C9": gettext_lazy("what courses for the PDG ask and how long they are"),
    "C11": gettext_lazy("when the subsidy can be asked, and how much is left"),
    "C33": gettext_lazy("whether hours at several schools add up"),
    "C41": gettext_lazy("today's wording of the decree on instructors"),
    "C42": gettext_lazy("how far the rules reach other kinds of schools"),
}


@dataclass(frozen=True, slots=True)
class SourceWords:
    """`codes`: what is still to be confirmed; `confirm` says so, empty when nothing is."""

    article: str
    label: str
    url: str
    in_force_on: date
    codes: tuple[str, ...]
    confirm: str


def source_words(route: Route, *, book: RuleBook, on: date) -> SourceWords:
    """The article of a route, the text that was read, and what is still to be confirmed."""
    rule = RULE_OF[route]
    codes = open_codes(rule, book=book, on=on)
    label = _("%(article)s. Text of %(day)s.") % {
        "article": article_in_full(rule.article),
        "day": day_of(rule.in_force_from),
    }
    return SourceWords(
        rule.article, label, rule.source_url, rule.in_force_from, codes, confirm_words(codes)
    )


def article_in_full(article: str) -> str:
    """The abbreviations of acts written out; the acts keep their Dutch names."""
    for short, full in LAWS.items():
        article = article.replace(short, full)
    return article


def confirm_words(codes: tuple[str, ...]) -> str:
    return _("to be confirmed (%(codes)s)") % {"codes": ", ".join(codes)} if codes else ""


def question_of(code: str) -> str:
    """What has to be looked up under a code."""
    return str(QUESTIONS.get(code, code))


def open_codes(rule: RouteRule, *, book: RuleBook, on: date) -> tuple[str, ...]:
    """Codes of the text, and of the numbers that decide here and are not confirmed."""
    rows = [book.row(name, on) for name in constants_of(rule) if name in COUNTED]
    of_rows = {row.confirm_code for row in rows if row.confirm_code}
    waiting = {row.confirm_code for row in rows if row.confirm_code and not row.is_confirmed}
    codes = waiting | {code for code in rule.confirm if code not in of_rows}
    return tuple(sorted(codes, key=_number))


def needs_of(rule: RouteRule) -> tuple[Need, ...]:
    """Every need of a route, all branches included, in the order of the table."""
    return tuple(dict.fromkeys(need for one in rule.conditions for need in _needs(one)))


def constants_of(rule: RouteRule) -> tuple[str, ...]:
    """Names of the constants that a route counts with or shows, in the order of its needs."""
    names = list(BUDGET) if Need.AVG_HOURS in needs_of(rule) else []
    if rule.term:
        names += [rule.term.first, rule.term.extension]
        names += ["study_year_count"] if rule.term.by_study_year else []
    names += constants_in(ROUTES[rule.code].what.person)
    for need in needs_of(rule):
        text = NEEDS[need]
        for said in (text.ask.person, text.how.person, text.duration, text.cost):
            names += constants_in(said)
    names += BESIDE_THE_LAW.get(rule.code, ())
    return tuple(dict.fromkeys(names))


def rows_of(rule: RouteRule, *, book: RuleBook, on: date) -> tuple[Constant, ...]:
    """The rows behind a route on this day; what the book does not hold is left out."""
    return tuple(book.row(name, on) for name in constants_of(rule) if name in book.names)


def _needs(condition: Condition | Either) -> list[Need]:
    if isinstance(condition, Condition):
        return [condition.need]
    return [one.need for branch in condition.branches for one in branch]


def _number(code: str) -> int:
    return int(code.removeprefix("C"))
