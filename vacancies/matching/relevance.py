"""What the page of a signed link shows: a question, or what became of the answer."""

from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest

from vacancies.enums import DismissReason, MatchState
from vacancies.matching.rules import sentence_of
from vacancies.matching.tokens import Answer, answer_path
from vacancies.models import Match, Muting


class Step(StrEnum):
    """How far this answer is."""

    GONE = "gone"
    OF_ANOTHER = "of_another"
    ASK = "ask"
    THANKED = "thanked"
    ASIDE = "aside"
    BACK = "back"
    SAID_YES = "said_yes"


@dataclass(frozen=True)
class AnswerPage:
    """Everything the template reads."""

    step: Step
    answer: Answer
    match: Match | None = None
    rule: str = ""
    error: bool = False

    @property
    def reasons(self) -> list[tuple[str, str]]:
        return [(reason.value, str(reason.label)) for reason in DismissReason]

    @property
    def path(self) -> str:
        return answer_path(self.match.pk, self.answer) if self.match else ""

    @property
    def other_path(self) -> str:
        """Where one changes one's mind."""
        other = Answer.NO if self.answer == Answer.YES else Answer.YES
        return answer_path(self.match.pk, other) if self.match else ""


def door(request: HttpRequest, match: Match | None) -> Step:
    """Whether there is something to answer, and whether this reader may: who signed in as somebody
    else is told nothing of the match."""
    if match is None or not match.professional.user.is_active:
        return Step.GONE
    if request.user.is_authenticated and request.user.pk != match.professional.user_id:
        return Step.OF_ANOTHER
    return Step.ASK if match.is_current and match.vacancy.is_open else Step.GONE


def aside(match: Match, muting: Muting | None) -> AnswerPage:
    """After a no: what changes from now on."""
    return AnswerPage(Step.ASIDE, Answer.NO, match, sentence_of(muting) if muting else "")


def asked(match: Match, answer: Answer, *, error: bool = False) -> AnswerPage:
    """The question; who said this no before sees what it changed."""
    if answer == Answer.NO and match.state == MatchState.DISMISSED and not error:
        return aside(match, Muting.objects.filter(match=match).first())
    return AnswerPage(Step.ASK, answer, match, error=error)
