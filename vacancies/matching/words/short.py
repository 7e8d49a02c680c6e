"""The sentences of a match in a mail. What many mails say alike is worded once a language."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.kit.templatetags.ui import km
from vacancies.enums import Strength
from vacancies.matching.grouping import Group
from vacancies.matching.short import Short, Skill
from vacancies.matching.words.case import MET, MISSING, PARTLY, joined
from vacancies.matching.words.terms import free_on, way_home
from vacancies.matching.words.trade import competences

Said = tuple[str, str]
"""A state of `components/reasons.html` and its sentence."""

REASONS: Final = 3
HEADINGS: Final = {
    Group.WEEK: gettext_lazy("Exactly your day-parts"),
    Group.CLOSE: gettext_lazy("Close to home"),
    Group.TRADE: gettext_lazy("Exactly your trade"),
    Group.STEP: gettext_lazy("A small first step"),
    Group.FITS: gettext_lazy("Also fits you"),
}
ALSO: Final = {
    Group.WEEK: gettext_lazy("Also exactly your day-parts"),
    Group.CLOSE: gettext_lazy("Also close to home"),
    Group.TRADE: gettext_lazy("Also exactly your trade"),
    Group.STEP: gettext_lazy("Also a small first step"),
    Group.FITS: gettext_lazy("Also fits you"),
}


class Named(NamedTuple):
    """A skill under its name in one language."""

    pk: int
    name: str

    @classmethod
    def of(cls, skill: Skill, language: str | None) -> "Named":
        return cls(skill.pk, skill.name_en if language == "en" else skill.name_nl)

    def __str__(self) -> str:
        return self.name


def where(match: Short, language: str | None) -> str:
    """School, places and distance in one line."""
    if match.metres is None:
        return f"{match.vacancy.where}."
    kilometres = 0 if match.metres < 1000 else round(match.metres / 1000)
    return f"{match.vacancy.where}, {_way(kilometres, language)}."


@lru_cache(maxsize=64)
def heading(group: Group, language: str | None) -> str:
    """Above matches that are worth a mail for this reason."""
    return str(HEADINGS[group])


@lru_cache(maxsize=64)
def also(group: Group, language: str | None) -> str:
    """The same below one in full."""
    return str(ALSO[group])


@lru_cache(maxsize=1024)
def intro(count: int, language: str | None) -> str:
    return ngettext(
        "This vacancy fits your week and your trade.",
        "%(count)d vacancies fit your week and your trade.",
        count,
    ) % {"count": count}


@lru_cache(maxsize=1024)
def subject(more: int, language: str | None) -> str:
    """With holes for title, school and the count of others."""
    if not more:
        return _("%(title)s, %(school)s")
    return ngettext(
        "%(title)s, %(school)s, and %(count)d more",
        "%(title)s, %(school)s, and %(count)d more",
        more,
    )


@lru_cache(maxsize=1024)
def score(points: int, language: str | None) -> str:
    return _("Score: %(score)d out of 100.") % {"score": points}


def reasons(match: Short, domains: Mapping[int, str], language: str | None) -> list[Said]:
    """At most three: what fits, and one wish that does not. `domains`: the names by bit; the
    language is the active one."""
    held = match.vacancy.asks & match.person.holds
    said = [
        _week(match, language),
        *_skills(match.vacancy.skills, held, language),
        *_distance(match, language),
    ]
    if len(said) < REASONS:
        said.append(_domain(match, domains))
    lacking = [one for one in said if one[0] == MISSING][:1]
    met = [one for one in said if one[0] != MISSING]
    return [*met[: REASONS - len(lacking)], *lacking]


def _week(match: Short, language: str | None) -> Said:
    asked = match.vacancy.asked
    free = (asked & match.person.free).bit_count()
    is_part = match.vacancy.is_shared and free < match.vacancy.needed
    state = PARTLY if is_part else MET
    counts = (free, asked.bit_count(), match.vacancy.needed)
    return state, _free(*counts, state, language)


@lru_cache(maxsize=4096)
def _skills(skills: tuple[Skill, ...], held: frozenset[int], language: str | None) -> list[Said]:
    found = []
    for strength in (Strength.MUST, Strength.WISH):
        asked = [Named.of(one, language) for one in skills if one.strength == strength]
        own = [one.pk for one in asked if one.pk in held]
        if asked:
            state = MET if len(own) == len(asked) else PARTLY if own else MISSING
            found.append((state, competences(state, asked, own).you))
    return found


def _distance(match: Short, language: str | None) -> Iterator[Said]:
    if match.metres is not None:
        kilometres = 0 if match.metres < 1000 else round(match.metres / 1000)
        yield MET, _home(kilometres, match.person.farthest, language)


def _domain(match: Short, domains: Mapping[int, str]) -> Said:
    mask = match.vacancy.domains & match.person.domains
    names = joined(name for bit, name in domains.items() if mask >> bit & 1)
    return MET, _("your trade belongs here: %(domains)s.") % {"domains": names}


@lru_cache(maxsize=4096)
def _free(free: int, asked: int, needed: int, state: str, language: str | None) -> str:
    return free_on(free, asked, needed, state)[0]


@lru_cache(maxsize=4096)
def _home(kilometres: int, farthest: int, language: str | None) -> str:
    return way_home(kilometres * 1000, farthest)


@lru_cache(maxsize=1024)
def _way(kilometres: int, language: str | None) -> str:
    return km(kilometres * 1000)
