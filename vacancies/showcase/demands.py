"""What the school asks of the person, in three groups, with the reader's own fact behind each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.enums import DutchLevel, Level
from vacancies.enums import RequirementKind, Strength
from vacancies.matching.explanation import Explanation
from vacancies.models import Requirement, Vacancy
from vacancies.routes.book import rule_book
from vacancies.routes.words.voice import spoken

TITLES: Final[Mapping[str, str | Promise]] = {
    Strength.MUST: _("This is a must"),
    Strength.WISH: _("This is a wish"),
    Strength.LEARN: _("You learn this here"),
}

VOG: Final = _(
    "A certificate of conduct (VOG), at most %(vog_max_age_at_showing)s old when the school sees it."
)


@dataclass(frozen=True)
class Demand:
    """One demand as a sentence; `state` and `fact` are about the reader, if we know any."""

    text: str
    reason: str = ""
    state: str = ""
    fact: str = ""
    url: str = ""
    action: str = ""


@dataclass(frozen=True)
class Group:
    """Demands of one strength; only the musts end with the certificate of conduct."""

    title: str
    demands: tuple[Demand, ...]
    vog: str = ""


def groups(
    vacancy: Vacancy, explanation: Explanation | None = None, known: Iterable[int] = ()
) -> list[Group]:
    """The groups that hold something; `known` are the reader's competences, by pk."""
    rows = list(vacancy.requirements.all())
    held = frozenset(known)
    found = []
    for strength, title in TITLES.items():
        demands = tuple(
            _demand(vacancy, row, explanation, held) for row in rows if row.strength == strength
        )
        if demands or strength == Strength.MUST:
            vog = _vog() if strength == Strength.MUST else ""
            found.append(Group(str(title), demands, vog))
    return found


def _vog() -> str:
    return spoken(VOG, rule_book(), timezone.localdate())


def sentence(vacancy: Vacancy, row: Requirement) -> str:
    """A demand as a sentence: "Minstens 3 jaar gewerkt in dit vak."."""
    value = row.value or 0
    match row.kind:
        case RequirementKind.LEVEL:
            text = gettext("Education at level %(level)s or higher.") % {
                "level": Level(value).label
            }
            practice = gettext("Three years of work in this trade count as well.")
            return f"{text} {practice}" if vacancy.practice_counts else text
        case RequirementKind.EXPERIENCE:
            words = ngettext(
                "At least %(years)d year of work in this trade.",
                "At least %(years)d years of work in this trade.",
                value,
            )
            return words % {"years": value}
        case RequirementKind.LANGUAGE:
            return gettext("Dutch at level %(level)s or higher.") % {
                "level": DutchLevel(value).label
            }
    return f"{row.competence}."


def _demand(
    vacancy: Vacancy, row: Requirement, explanation: Explanation | None, held: frozenset[int]
) -> Demand:
    text = sentence(vacancy, row)
    if row.strength == Strength.LEARN:
        return Demand(text, row.reason, "learn")
    if explanation is None:
        return Demand(text, row.reason)
    if row.kind == RequirementKind.COMPETENCE:
        return Demand(text, row.reason, "met" if row.competence_id in held else "missing")
    for reason in explanation.reasons:
        if reason.key == row.kind:
            return Demand(text, row.reason, reason.state, reason.fact, reason.url, reason.action)
    return Demand(text, row.reason)
