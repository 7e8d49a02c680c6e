"""The public check: eight answers, and the questions to the law that they make. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from vacancies.codes import Route
from vacancies.routes.engine import RANK, evaluate
from vacancies.routes.facts import (
    Block,
    Board,
    Case,
    Function,
    Paper,
    PaperKind,
    Person,
    Practice,
    Scope,
)
from vacancies.routes.masks import neutral
from vacancies.routes.rulebook import RuleBook
from vacancies.routes.verdict import Status, Verdict

EXEMPTIONS: Final = frozenset(
    {Route.TEMPORARY_EXEMPTION_TEACHER, Route.INSTRUCTOR_TEMPORARY_EXEMPTION}
)
KINDS: Final = frozenset(str(kind) for kind in PaperKind)


class Held(StrEnum):
    """What can be ticked among teaching papers; in the order of the code."""

    TEACHER_DIPLOMA = "teacher_diploma"
    PABO = "pabo"
    PDG = "pdg"
    INSTRUCTOR_DIPLOMA = "instructor_diploma"
    INSTRUCTOR_DEGREE = "instructor_degree"
    BBO_PROOF = "bbo_proof"
    TRAINER_COURSE = "trainer_course"
    INSTRUCTOR_BEFORE = "instructor_before"  # on or before the day of the transition
    COURSE = "course"  # follows a course with instructor work in it


class Abroad(StrEnum):
    """Whether there is a diploma from abroad, and from where."""

    NONE = "none"
    EEA = "eea"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Answers:
    """None is "I do not know", for functions and papers too; no papers is an empty tuple."""

    functions: tuple[Function, ...] | None = None
    level: int | None = None
    papers: tuple[Held, ...] | None = None
    abroad: Abroad | None = None
    abroad_scope: Scope | None = None
    abroad_recognised: bool | None = None
    years: int | None = None
    since: date | None = None  # the first day of a month
    week_hours: Decimal | None = None
    weeks: int | None = None
    start_on: date | None = None
    has_vog: bool | None = None
    vog_on: date | None = None
    declares_no_ban: bool = False

    @property
    def asked(self) -> tuple[Function, ...]:
        """The functions to answer about: all of them for who does not know."""
        return self.functions or tuple(Function)

    @property
    def clock_hours_year(self) -> Decimal | None:
        if self.week_hours is None or self.weeks is None:
            return None
        return self.week_hours * self.weeks

    @property
    def without_plan(self) -> "Answers":
        """The same person, whatever the hours."""
        return replace(self, week_hours=None, weeks=None, start_on=None)


def person_of(answers: Answers, *, on: date, book: RuleBook, banned: bool = False) -> Person:
    """Who answered so, as any school would meet them: a VOG that is fresh enough is shown."""
    held = answers.papers or ()
    before = book.day("instructor_transition_date", on) if Held.INSTRUCTOR_BEFORE in held else None
    told = Person(
        papers=tuple(_papers(answers)),
        level=answers.level,
        practice=(Practice(answers.since),) if answers.since else (),
        practice_years=answers.years,
        declares_no_ban=False if banned else answers.declares_no_ban or None,
        instructor_since=before,
        course_kind="bbl" if Held.COURSE in held else "",
    )
    return replace(neutral(told, on=on, book=book), papers_told=answers.papers is not None)


def block_of(answers: Answers, function: Function) -> Block:
    """The hours; of what kind the lessons are is for the school to say."""
    return Block(
        function=function,
        clock_hours_year=answers.clock_hours_year,
        peak_week_hours=answers.week_hours,
        start_on=answers.start_on,
    )


def verdicts_of(
    answers: Answers, function: Function, *, on: date, book: RuleBook, banned: bool = False
) -> tuple[Verdict, ...]:
    """One verdict a route, in the order in which somebody wants to read them."""
    person = person_of(answers, on=on, book=book, banned=banned)
    case = Case(person, block_of(answers, function), Board(), on)
    found = evaluate(case, book)
    if person.papers_told:
        return in_order(found)
    known = evaluate(replace(case, person=replace(person, papers_told=True)), book)
    return in_order(found, frozenset(v.route for v in known if v.status is Status.CLOSED))


def in_order(
    verdicts: Sequence[Verdict], doubtful: frozenset[Route] = frozenset()
) -> tuple[Verdict, ...]:
    """Best first. An exception that a school can make comes after the ways that are made for it,
    and what rests on papers that may not be there after what does not."""
    return tuple(
        sorted(verdicts, key=lambda v: (RANK[v.status], v.route in EXEMPTIONS, v.route in doubtful))
    )


def nearness(verdict: Verdict) -> tuple[int, bool, int]:
    """How near a function is by its best verdict; the lowest is nearest."""
    return RANK[verdict.status], verdict.route in EXEMPTIONS, len(verdict.codes)


def _papers(answers: Answers) -> Iterator[Paper]:
    for held in answers.papers or ():
        if held in KINDS:
            yield Paper(str(held))
    if answers.has_vog and answers.vog_on:
        yield Paper(PaperKind.VOG, issued_on=answers.vog_on)
    if answers.abroad in (Abroad.EEA, Abroad.ELSEWHERE):
        scope = str(answers.abroad_scope or "")
        yield Paper(PaperKind.FOREIGN_DIPLOMA, scope, str(answers.abroad))
        if answers.abroad_recognised:
            yield Paper(recognition_of(answers.abroad, answers.abroad_scope), scope)


def recognition_of(abroad: Abroad | None, scope: Scope | None) -> PaperKind:
    """Which paper of DUO or IDW belongs to a diploma that is recognised."""
    if scope is None or (abroad == Abroad.ELSEWHERE and scope is Scope.OTHER):
        return PaperKind.FOREIGN_RATING
    return PaperKind.EU_RECOGNITION if abroad == Abroad.EEA else PaperKind.FOREIGN_EQUATED
