"""Each need in words: what it is, who gives it, how to get it, how long it takes, what it costs."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from vacancies.codes import Need
from vacancies.enums import TrainingKind
from vacancies.routes.rulebook import Constant, RuleBook
from vacancies.routes.words.need_judgements import JUDGEMENTS
from vacancies.routes.words.need_papers import PAPERS
from vacancies.routes.words.need_school import IN_THE_COMPANY, PAPERS_OF_THE_SCHOOL, PLANNING
from vacancies.routes.words.need_text import NeedText
from vacancies.routes.words.voice import (
    Actor,
    Voice,
    constants_in,
    in_running_text,
    spoken,
    spoken_if_known,
)

NEEDS: Final[dict[Need, NeedText]] = (
    PAPERS | JUDGEMENTS | PAPERS_OF_THE_SCHOOL | PLANNING | IN_THE_COMPANY
)

COURSES: Final[dict[Need, str]] = {
    Need.PDG: TrainingKind.PDG,
    Need.TRAINING_AGREED: TrainingKind.PDG,
    Need.INSTR_CERTIFICATE: TrainingKind.INSTRUCTOR,
    Need.COURSE_STUDENT: TrainingKind.INSTRUCTOR,
    Need.TRAINER_COURSE: TrainingKind.TRAINER,
}


@dataclass(frozen=True, slots=True)
class NeedWords:
    """A need in the active language, for one voice. `cost` is empty where it is not known;
    `course_kind` is the kind of course with which one gets it, if it is had that way."""

    need: Need
    name: str
    what: str
    how: str
    issuer: str
    issuer_url: str
    duration: str
    cost: str
    by: Actor
    article: str
    source_url: str
    unconfirmed: tuple[Constant, ...]
    course_kind: str

    @property
    def because(self) -> str:
        """The need as a clause: "you need a VOG"."""
        return in_running_text(self.what)


def need_label(need: Need | str) -> str:
    """The short name of a need, for lists and forms."""
    return str(NEEDS[Need(need)].name)


def need_words(need: Need | str, *, voice: Voice, book: RuleBook, on: date) -> NeedWords:
    """Everything there is to say about a need, with the numbers of this day."""
    text = NEEDS[Need(need)]
    return NeedWords(
        need=Need(need),
        name=str(text.name),
        what=spoken(text.ask.to(voice), book, on),
        how=spoken(text.how.to(voice), book, on),
        issuer=str(text.issuer.to(voice)),
        issuer_url=text.issuer_url,
        duration=spoken_if_known(text.duration, book, on),
        cost=spoken_if_known(text.cost, book, on),
        by=text.by,
        article=text.article,
        source_url=text.url,
        unconfirmed=_unconfirmed(text, voice, book, on),
        course_kind=COURSES.get(Need(need), ""),
    )


def _unconfirmed(text: NeedText, voice: Voice, book: RuleBook, on: date) -> tuple[Constant, ...]:
    """The shown numbers that nobody compared with an official text yet."""
    shown = (text.ask.to(voice), text.how.to(voice), text.duration, text.cost)
    names = dict.fromkeys(name for one in shown for name in constants_in(one))
    rows = (book.row(name, on) for name in names if name in book.names)
    return tuple(row for row in rows if row.confirm_code and not row.is_confirmed)
