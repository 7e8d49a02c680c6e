"""Which texts of a vacancy are read by the wording check, and a hit with its place in the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vacancies.enums import WordingGround, WordingLevel
from vacancies.models import Vacancy
from vacancies.posting.sections import Section

TEXTS: Final[Mapping[str, tuple[Section, str | Promise]]] = {
    "title": (Section.WORK, _("Title")),
    "team": (Section.WORK, _("Team")),
    "summary": (Section.WORK, _("In one sentence")),
    "body": (Section.WORK, _("The work")),
    "reasons": (Section.WHEN, _("Why it is a must")),
    "after_closing": (Section.PLANNING, _("After the closing date")),
}
GROUND_MIN: Final = 15


@dataclass(frozen=True)
class FieldHit:
    """A rule found in a field, from `start` up to `end` of its text."""

    field: str
    start: int
    end: int
    text: str
    code: str
    level: str
    ground: str
    neutral_nl: str
    neutral_en: str

    @property
    def blocks(self) -> bool:
        return self.level == WordingLevel.BLOCK

    @property
    def section(self) -> Section:
        return TEXTS[self.field][0]

    @property
    def label(self) -> str:
        return str(TEXTS[self.field][1])

    @property
    def ground_label(self) -> str:
        return str(WordingGround(self.ground).label)

    @property
    def neutral(self) -> str:
        return self.neutral_en if get_language() == "en" else self.neutral_nl


def texts_of(vacancy: Vacancy) -> dict[str, str]:
    """The texts of a vacancy by field; the reasons of its demands count as one text."""
    reasons = (row.reason for row in vacancy.requirements.all() if row.reason)
    texts = {name: str(getattr(vacancy, name)) for name in TEXTS if name != "reasons"}
    return {**texts, "reasons": "\n".join(reasons)}


def is_ground(text: str) -> bool:
    """Whether a ground says something: one sentence, not "N/A"."""
    return len(text.strip()) >= GROUND_MIN
