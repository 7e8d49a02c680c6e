"""Sentences about the trade: function, domain, competences, level, experience, Dutch."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.enums import DutchLevel, FunctionKind, Level
from vacancies.enums import RequirementKind
from vacancies.matching.measures import YEARS_OF_PRACTICE
from vacancies.matching.words.case import (
    LEARN,
    MET,
    PARTLY,
    UNKNOWN,
    Case,
    Sentences,
    about_own,
    either,
    joined,
    small,
)


class Named(Protocol):
    """A competence: its text is its name in the active language."""

    @property
    def pk(self) -> Any: ...


def function(case: Case) -> Sentences:
    kind = case.vacancy.function_kind
    asked = {"function": small(FunctionKind(kind).label) if kind else "…"}
    if case.state == MET:
        return Sentences(
            _("you look for work as %(function)s.") % asked,
            _("looks for work as %(function)s.") % asked,
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not say what you want to do at school."),
            _("the profile does not say which function this person looks for."),
        )
    own = either(small(FunctionKind(one).label) for one in case.professional.functions)
    return about_own(
        _("the school looks for something else: %(function)s. You did not choose that.") % asked,
        _("does not look for work as %(function)s.") % asked,
        own,
    )


def domain(case: Case) -> Sentences:
    asked = {one.pk: str(one) for one in case.vacancy.domains.all()}
    own = {one.pk: str(one) for one in case.professional.domains.all()}
    if case.state == MET:
        common = {"domains": joined(own[pk] for pk in asked if pk in own)}
        return Sentences(
            _("your trade belongs here: %(domains)s.") % common,
            _("the trade belongs here: %(domains)s.") % common,
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not name a domain yet."),
            _("the profile does not name a domain."),
        )
    named = {"domains": either(asked.values())}
    return about_own(
        _("the vacancy belongs to another domain: %(domains)s.") % named,
        _("comes from another domain than %(domains)s.") % named,
        joined(own.values()),
    )


def level(case: Case) -> Sentences:
    if not case.is_asked:
        return _both(_("no education level is asked."))
    asked = {"level": _level_asked(case)}
    own = Level(case.offer.level).label if case.offer.level else ""
    if case.state == LEARN:
        return _both(_("%(level)s: you may still work on that here.") % asked)
    if case.state == MET and case.offer.level < case.ask.level_min:
        asked = {"level": str(Level(case.ask.level_min).label)}
        return about_own(
            _("your years in the trade count instead of %(level)s.") % asked,
            _("years in the trade count instead of %(level)s.") % asked,
            _years(case.offer.years),
        )
    if case.state == MET:
        return about_own(
            _("your education is high enough: at least %(level)s.") % asked,
            _("education is high enough: at least %(level)s.") % asked,
            str(own),
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile says nothing about your education. Asked: %(level)s.") % asked,
            _("the profile says nothing about education. Asked: %(level)s.") % asked,
        )
    text = _("a wish of the school: %(level)s.") if case.is_wish else _("asked: %(level)s.")
    return about_own(text % asked, text % asked, str(own))


def experience(case: Case) -> Sentences:
    if not case.is_asked:
        return _both(_("no years in the trade are asked."))
    asked = {"years": _years(_asked_value(case, RequirementKind.EXPERIENCE))}
    own = _years(case.offer.years) if case.offer.years >= 0 else ""
    if case.state == LEARN:
        return _both(_("%(years)s in the trade: you build that up here.") % asked)
    if case.state == MET:
        return about_own(
            _("you worked in the trade for at least %(years)s.") % asked,
            _("worked in the trade for at least %(years)s.") % asked,
            own,
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile does not say how long you work in the trade. Asked: %(years)s.")
            % asked,
            _("the profile does not say how many years in the trade. Asked: %(years)s.") % asked,
        )
    text = _("%(years)s in the trade is asked.")
    if case.is_wish:
        text = _("%(years)s in the trade is a wish.")
    return about_own(text % asked, text % asked, own)


def language(case: Case) -> Sentences:
    if not case.is_asked:
        return _both(_("no level of Dutch is asked."))
    value = _asked_value(case, RequirementKind.LANGUAGE)
    asked = {"level": DutchLevel(value).label if value else ""}
    own = str(DutchLevel(case.offer.dutch).label) if case.offer.dutch else ""
    if case.state == LEARN:
        return _both(_("Dutch at level %(level)s: you get there on the job.") % asked)
    if case.state == MET:
        return about_own(
            _("your Dutch is good enough: at least %(level)s.") % asked,
            _("Dutch is good enough: at least %(level)s.") % asked,
            own,
        )
    if case.state == UNKNOWN:
        return Sentences(
            _("your profile says nothing about your Dutch. Asked: %(level)s.") % asked,
            _("the profile says nothing about Dutch. Asked: %(level)s.") % asked,
        )
    text = _("Dutch at level %(level)s is asked.")
    if case.is_wish:
        text = _("Dutch at level %(level)s is a wish.")
    return about_own(text % asked, text % asked, own)


def competences(state: str, asked: Sequence[Named], held: Iterable[int]) -> Sentences:
    """About the competences of one strength; `held` are the keys of those that are there."""
    mine = frozenset(held)
    have = joined(small(one) for one in asked if one.pk in mine)
    lack = joined(small(one) for one in asked if one.pk not in mine)
    named = {"have": have, "lack": lack, "held": len(mine), "asked": len(asked)}
    if state == LEARN and lack:
        return _both(f"{lack}.")
    if state == LEARN:
        return Sentences(
            _("you can do this already: %(have)s.") % named,
            _("can do this already: %(have)s.") % named,
        )
    if state == MET:
        return Sentences(_("you can do this: %(have)s.") % named, _("can do: %(have)s.") % named)
    if state == UNKNOWN:
        return Sentences(
            _("your profile does not say what you can do. Asked: %(lack)s.") % named,
            _("the profile does not say what this person can do. Asked: %(lack)s.") % named,
        )
    lacking = _("Not in the profile: %(lack)s.") % named
    if state == PARTLY:
        return Sentences(
            _("you can do %(held)d of the %(asked)d: %(have)s.") % named,
            _("can do %(held)d of the %(asked)d: %(have)s.") % named,
            lacking,
            lacking,
        )
    return Sentences(
        _("not in your profile: %(lack)s.") % named, _("not in the profile: %(lack)s.") % named
    )


def no_competences() -> Sentences:
    return _both(_("no particular skills are asked."))


def _both(text: str) -> Sentences:
    return Sentences(text, text)


def _years(years: int) -> str:
    return ngettext("%(n)d year", "%(n)d years", years) % {"n": years}


def _asked_value(case: Case, kind: str) -> int:
    values = [row.value for row in case.vacancy.requirements.all() if row.kind == kind]
    return (values[0] or 0) if values else 0


def _level_asked(case: Case) -> str:
    value = _asked_value(case, RequirementKind.LEVEL)
    label = str(Level(value).label) if value else ""
    if not case.vacancy.practice_counts:
        return label
    return _("%(level)s, or %(years)d years in the trade") % {
        "level": label,
        "years": YEARS_OF_PRACTICE,
    }


TRADE: Final[dict[str, Callable[[Case], Sentences]]] = {
    "function": function,
    "domain": domain,
    "level": level,
    "experience": experience,
    "language": language,
}
