"""One route in words, with what is missing by who does it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vacancies.assessment.kinds import KINDS, Words
from vacancies.routes.verdict import Status
from vacancies.routes.words import NeedWords, VerdictWords

MARKS = {Status.OPEN: "met", Status.OPEN_IF: "partly", Status.CLOSED: "missing"}
TONES = {Status.OPEN: "open", Status.OPEN_IF: "if", Status.CLOSED: "closed"}
SLUGS = {kind.need: kind.slug for kind in reversed(KINDS) if kind.need}


@dataclass(frozen=True)
class Step:
    """One missing thing, and under which name the school records it; empty when it does not."""

    need: NeedWords
    slug: str


@dataclass(frozen=True)
class Way:
    """One route in words: what is missing by who does it. A closed one says all in its summary."""

    words: VerdictWords
    parts: tuple[tuple[Words, tuple[Step, ...]], ...]

    @property
    def is_closed(self) -> bool:
        return self.words.status is Status.CLOSED


@dataclass(frozen=True)
class VerdictGroup:
    """Routes of one status with their heading."""

    heading: str
    mark: str
    tone: str
    ways: tuple[Way, ...]


def way_of(words: VerdictWords) -> Way:
    """The three lists of a verdict, each with its heading; empty ones are left out."""
    titled = (
        (_("The professional still does"), words.missing_person),
        (_("Your school still arranges"), words.missing_school),
        (_("Your school judges"), words.board_judges),
    )
    if words.status is Status.CLOSED:
        return Way(words, ())
    return Way(
        words,
        tuple(
            (title, tuple(Step(need, SLUGS.get(need.need, "")) for need in needs))
            for title, needs in titled
            if needs
        ),
    )
