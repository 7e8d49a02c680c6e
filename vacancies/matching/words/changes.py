"""The words of a softer demand: what it would be, and what the button beside it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.enums import DutchLevel, Level
from accounts.models import Competence
from portal.kit import dayparts
from portal.kit.day_words import day_part_name, day_parts_text
from vacancies.matching.reach import Change
from vacancies.models import Vacancy, VacancyFacts


@dataclass(frozen=True, slots=True)
class Written:
    """What the words are about; the musts in the order of the statement."""

    vacancy: Vacancy
    facts: VacancyFacts
    musts: tuple[Competence, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A change in words; `code` for the form itself, `url` where another page decides."""

    title: str
    action: str
    code: str = ""
    url: str = ""


Words = Callable[[Change, Written], Said | None]

UNSAID: Final[dict[str, str | Promise]] = {
    "day_parts": gettext_lazy("day-parts"),
    "hours": gettext_lazy("hours"),
    "period": gettext_lazy("the first day"),
    "distance": gettext_lazy("the location"),
    "route": gettext_lazy("routes"),
    "employment": gettext_lazy("the contract"),
}


def unsaid(key: str) -> str:
    return str(UNSAID[key])


def said_of(change: Change, written: Written) -> Said | None:
    """The words for this change; None where HR cannot make it, or makes no sense."""
    words = CHANGES.get((change.criterion, change.variant))
    return words(change, written) if words else None


def _learn(change: Change, written: Written) -> Said | None:
    one = written.musts[change.number]
    title = _("If “%(skill)s” may be learnt on the job") % {"skill": one}
    return Said(title, _("Let it be learnt here"), f"competence.learn.{one.pk}")


def _all_skills(change: Change, written: Written) -> Said | None:
    if len(written.musts) < 2:
        return None
    return Said(_("If every skill is a wish"), _("Make wishes of them"), "competence.wish.0")


def _lower_level(change: Change, written: Written) -> Said | None:
    lower = written.facts.level_min - 1
    if lower < 1:
        return None
    title = _("If %(level)s is enough") % {"level": Level(lower).label}
    return Said(title, _("Ask one level less"), f"level.lower.{lower}")


def _practice(change: Change, written: Written) -> Said | None:
    if written.facts.practice_counts:
        return None
    return Said(
        _("If three years in the trade count too"), _("Let practice count"), "level.practice.1"
    )


def _level_as_wish(change: Change, written: Written) -> Said | None:
    title = _("Without “%(level)s” as a must") % {"level": Level(written.facts.level_min).label}
    return Said(title, _("Make it a wish"), "level.wish.1")


def _fewer_years(change: Change, written: Written) -> Said | None:
    years = written.facts.years_min - 1
    if years < 1:
        return None
    title = ngettext(
        "If one year in the trade is enough", "If %(n)d years in the trade are enough", years
    )
    return Said(title % {"n": years}, _("Ask a year less"), f"experience.lower.{years}")


def _years_as_wish(change: Change, written: Written) -> Said | None:
    years = written.facts.years_min
    title = ngettext(
        "Without “one year in the trade” as a must",
        "Without “%(n)d years in the trade” as a must",
        years,
    )
    return Said(title % {"n": years}, _("Make it a wish"), "experience.wish.1")


def _lower_dutch(change: Change, written: Written) -> Said | None:
    lower = written.facts.dutch_min - 1
    if lower < 1:
        return None
    level = {"level": DutchLevel(lower).label}
    title = _("If Dutch at %(level)s is enough") % level
    return Said(title, _("Ask %(level)s") % level, f"language.lower.{lower}")


def _dutch_as_wish(change: Change, written: Written) -> Said | None:
    level = {"level": DutchLevel(written.facts.dutch_min).label}
    return Said(
        _("Without “Dutch %(level)s” as a must") % level, _("Make it a wish"), "language.wish.1"
    )


def _fewer_day_parts(change: Change, written: Written) -> Said | None:
    fewer = written.facts.day_parts_enough - 1
    if fewer < max(1, dayparts.count(written.facts.fixed_mask)):
        return None
    title = ngettext("If one day-part is enough", "If %(n)d day-parts are enough", fewer)
    return Said(title % {"n": fewer}, _("Ask one less"), f"day_parts.fewer.{fewer}")


def _one_more_day_part(change: Change, written: Written) -> Said | None:
    title = _("If %(day_part)s is possible too") % {"day_part": day_part_name(change.number)}
    return Said(title, _("Add it"), f"day_parts.more.{change.number}")


def _nothing_fixed(change: Change, written: Written) -> Said | None:
    parts = {"parts": day_parts_text(written.facts.fixed_mask)}
    title = _("Without “%(parts)s” as fixed") % parts
    return Said(title, _("Leave it open"), "fixed_day_parts.free.1")


def _from_fewer_hours(change: Change, written: Written) -> Said | None:
    fewer = (written.vacancy.hours_min or 0) - 1
    if fewer < 1:
        return None
    title = _("If it may be from %(hours)s hours a week") % {"hours": number_format(fewer)}
    return Said(title, _("Ask an hour less"), "hours.fewer.1")


def _to_more_hours(change: Change, written: Written) -> Said | None:
    more = (written.vacancy.hours_max or 0) + 1
    if more > 40:
        return None
    title = _("If it may be up to %(hours)s hours a week") % {"hours": number_format(more)}
    return Said(title, _("Offer an hour more"), "hours.more.1")


def _later(change: Change, written: Written) -> Said | None:
    return Said(_("If it starts four weeks later"), _("Start later"), "period.later.1")


def _farther(change: Change, written: Written) -> Said | None:
    title = _("If people travelled 10 km farther")
    return Said(title, _("Choose one more location"), url=_page(written, "werk"))


def _more_contracts(change: Change, written: Written) -> Said | None:
    title = _("With every kind of contract")
    return Said(title, _("To the contract"), url=_page(written, "salaris"))


def _train(change: Change, written: Written) -> Said | None:
    if written.vacancy.will_train:
        return None
    return Said(_("If your school trains"), _("To the routes"), url=_page(written, "route"))


def _more_routes(change: Change, written: Written) -> Said | None:
    return Said(_("Whatever the route"), _("To the routes"), url=_page(written, "route"))


def _page(written: Written, section: str) -> str:
    return reverse("vacancy_edit", args=[written.vacancy.code, section])


CHANGES: Final[dict[tuple[str, str], Words]] = {
    ("competence", "learn"): _learn,
    ("competence", ""): _all_skills,
    ("level", "lower"): _lower_level,
    ("level", "practice"): _practice,
    ("level", ""): _level_as_wish,
    ("experience", "lower"): _fewer_years,
    ("experience", ""): _years_as_wish,
    ("language", "lower"): _lower_dutch,
    ("language", ""): _dutch_as_wish,
    ("day_parts", "fewer"): _fewer_day_parts,
    ("day_parts", "more"): _one_more_day_part,
    ("fixed_day_parts", ""): _nothing_fixed,
    ("hours", "fewer"): _from_fewer_hours,
    ("hours", "more"): _to_more_hours,
    ("period", "later"): _later,
    ("distance", "farther"): _farther,
    ("employment", ""): _more_contracts,
    ("route", "train"): _train,
    ("route", ""): _more_routes,
}
