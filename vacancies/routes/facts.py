"""What a verdict is about: the person, the block of hours and the board. Plain values.

True and False are known, None is not told; what is not told is listed as missing, never guessed.
Hours are clock hours (60 minutes) unless a name says lessons. Contract: `docs/routes.md`.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from vacancies.codes import Decision, Route


class Function(StrEnum):
    """Teaching functions; the values of `accounts.enums.FunctionKind`, in the same order."""

    PRACTICE_COACH = "practice_coach"
    GUEST_TEACHER = "guest_teacher"
    INSTRUCTOR = "instructor"
    TEACHER = "teacher"
    CONTRACT_TRAINER = "contract_trainer"
    WORKPLACE_TRAINER = "workplace_trainer"
    OTHER_STAFF = "other_staff"


class PaperKind(StrEnum):
    """Papers that a rule reads; the values of `accounts.enums.CredentialKind` that count."""

    VOG = "vog"
    TEACHER_DIPLOMA = "teacher_diploma"
    PABO = "pabo"
    PDG = "pdg"
    HIGHER_DIPLOMA = "higher_diploma"
    ASSOCIATE_DEGREE = "associate_degree"
    INSTRUCTOR_DIPLOMA = "instructor_diploma"
    INSTRUCTOR_DEGREE = "instructor_degree"
    BBO_PROOF = "bbo_proof"
    TRAINER_COURSE = "trainer_course"
    FOREIGN_DIPLOMA = "foreign_diploma"
    FOREIGN_RATING = "foreign_rating"
    EU_RECOGNITION = "eu_recognition"
    FOREIGN_EQUATED = "foreign_equated"


class Scope(StrEnum):
    """The work that a foreign diploma or its recognition is about."""

    TEACHING = "teaching"
    SUPPORT = "support"
    OTHER = "other"


class Origin(StrEnum):
    """Which law recognises a foreign diploma."""

    EEA = "eea"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Paper:
    """`shown_on` is the day on which the asking board saw it; None: not shown to this board."""

    kind: str
    scope: str = ""
    origin: str = ""
    issued_on: date | None = None
    shown_on: date | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """A period in the occupation; without a last day it still runs."""

    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody told. `papers_told`: what is not among the papers is not held (else unknown).

    Under `papers_told` also fall a course with instructor work and instructor work of before.
    `level` is NLQF 1 to 8. `practice_years` counts only where no period is told.
    """

    papers: tuple[Paper, ...] = ()
    papers_told: bool = True
    level: int | None = None
    practice: tuple[Practice, ...] = ()
    practice_years: Decimal | int | None = None
    declares_no_ban: bool | None = None
    instructor_since: date | None = None
    course_kind: str = ""
    course_until: date | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Hours of one kind of work, planned. `clock_hours_year` is the plan per study year.

    `teaching_weeks`: weeks over which the school spreads the yearly average; None: the constant.
    """

    function: str
    clock_hours_year: Decimal | int | None = None
    peak_week_hours: Decimal | int | None = None
    teaching_weeks: int | None = None
    fte: Decimal | None = None
    lesson_hours_week: Decimal | int | None = None
    start_on: date | None = None
    end_on: date | None = None
    lent: bool | None = None
    only_specific_parts: bool | None = None
    contract_only: bool | None = None
    no_teaching_work: bool | None = None
    named_teacher: bool | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What this board decided: yes or no, on a day, where needed for a route or a period."""

    kind: Decision
    on: date
    yes: bool = True
    route: Route | None = None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days worked at this board under a route, both days included."""

    route: Route
    from_on: date
    until_on: date


FUNDED: Final = frozenset({"roc", "vocational_college"})  # an `instelling` of WEB 1.1.1


@dataclass(frozen=True, slots=True)
class Board:
    """The asking board: its kind (`InstitutionKind`), records, periods, and hours of lid 6.

    `booked_hours` are those of this person at this board in the study year, without this block.
    """

    kind: str = "roc"
    records: tuple[Record, ...] = ()
    periods: tuple[Period, ...] = ()
    booked_hours: Decimal | int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """One question: may this person do this block at this board, seen on this day?"""

    person: Person
    block: Block
    board: Board = field(default_factory=Board)
    on: date = date.min
