"""The table of routes that a lawyer can read: what each opens, asks, allows and for how long.

`docs/routes.md` and the public page are made of it. Sources: Wet educatie en beroepsonderwijs
(WEB), text in force 1-1-2026; Wet op het hoger onderwijs (WHW); Besluit bekwaamheidseisen
onderwijspersoneel (BBO).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Final

from vacancies.codes import Decision, Need, Route
from vacancies.routes import cautions, clocks
from vacancies.routes import predicates as p
from vacancies.routes.clocks import Clocks
from vacancies.routes.facts import Function, Scope
from vacancies.routes.question import Question, Truth
from vacancies.routes.terms import TermRule
from vacancies.routes.verdict import Warning as Warned

WEB: Final = "https://wetten.overheid.nl/BWBR0007625"
TEXT_OF_2026: Final = date(2026, 1, 1)


class Whose(StrEnum):
    """In which list a missing item stands: who has to do something about it."""

    PERSON = "person"
    SCHOOL = "school"
    BOARD = "board"


class Nature(StrEnum):
    """What a "no" means: it closes, except for a paper, which can still be had."""

    FACT = "fact"
    PAPER = "paper"
    JUDGEMENT = "judgement"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Condition:
    """One demand: the code under which it is missing, its nature, and the predicate.

    `by_route`: the answer differs between routes, as each has its own term and decisions.
    """

    need: Need
    nature: Nature
    whose: Whose
    holds: Callable[[Question], Truth]
    by_route: bool = False


Branch = tuple[Condition, ...]
Caution = tuple[Warned, Callable[[Question], bool]]


@dataclass(frozen=True, slots=True)
class Either:
    """The best branch counts; when all are closed this one code stands for them."""

    closed_as: Need
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class RouteRule:
    """One row. `documents`: what is needed on paper and, between brackets, who issues it.

    `has_budget`: the clock hours of a study year are limited.
    """

    code: Route
    article: str
    opens: frozenset[Function]
    conditions: tuple[Condition | Either, ...]
    documents: tuple[str, ...]
    limits: str = ""
    term: TermRule | None = None
    clocks: Callable[[Question], Clocks] = clocks.no_clock
    has_budget: bool = False
    cautions: tuple[Caution, ...] = cautions.CONDUCT
    confirm: tuple[str, ...] = ()
    in_force_from: date = TEXT_OF_2026
    source_url: str = WEB


def fact(need: Need, holds: Callable[[Question], Truth], whose: Whose = Whose.PERSON) -> Condition:
    return Condition(need, Nature.FACT, whose, holds)


def paper(need: Need, holds: Callable[[Question], Truth], whose: Whose = Whose.PERSON) -> Condition:
    return Condition(need, Nature.PAPER, whose, holds)


def limit(need: Need, holds: Callable[[Question], Truth], *, by_route: bool = False) -> Condition:
    return Condition(need, Nature.LIMIT, Whose.SCHOOL, holds, by_route)


def of_route(need: Need, holds: Callable[[Question], Truth], whose: Whose) -> Condition:
    """A paper that is given for one route and one period."""
    return Condition(need, Nature.PAPER, whose, holds, by_route=True)


def signed(decision: Decision) -> Condition:
    """A decision or signature that the school records under the code of the need."""
    return paper(Need(decision), lambda q: q.signed(decision), Whose.SCHOOL)


def judged(decision: Decision) -> Condition:
    return Condition(Need(decision), Nature.JUDGEMENT, Whose.BOARD, lambda q: q.judged(decision))


VOG: Final = paper(Need.VOG_OK, p.vog_ok)
NO_BAN: Final = fact(Need.NOT_EXCLUDED, p.not_excluded)
CONDUCT: Final = (VOG, NO_BAN)
NO_TEACHER_DIPLOMA: Final = fact(Need.NO_TEACHER_DIPLOMA, p.no_teacher_diploma)
PDG: Final = fact(Need.PDG, p.pdg)
TERM_LEFT: Final = limit(Need.TERM_LEFT, p.term_left, by_route=True)
EXEMPTION: Final = of_route(Need.EXEMPTION_DECISION, p.exemption_decision, Whose.SCHOOL)
EXTENSION: Final = of_route(Need.EXTENSION_REASON, p.extension_reason, Whose.SCHOOL)


def eu_recognition(scope: Scope) -> Condition:
    return fact(Need.EU_RECOGNITION, partial(p.eu_recognition, scope=scope))


def foreign_equated(scope: Scope) -> Condition:
    return fact(Need.FOREIGN_EQUATED, partial(p.foreign_equated, scope=scope))


STATEMENT: Final = signed(Decision.STATEMENT_BY)
RELEVANCE: Final = judged(Decision.RELEVANCE_JUDGED)
SUBJECT: Final = judged(Decision.SUBJECT_JUDGED)
LEVEL_BASIS: Final = Either(
    Need.PRACTICE_YEARS,
    (
        (fact(Need.LEVEL_BASIS, p.higher_diploma),),
        (fact(Need.FOREIGN_LEVEL_EQUAL, p.foreign_level_equal),),
        (eu_recognition(Scope.OTHER),),
        (fact(Need.PRACTICE_YEARS, p.practice_years), judged(Decision.LEVEL_JUDGED)),
        (Condition(Need.LEVEL_BASIS, Nature.JUDGEMENT, Whose.BOARD, p.associate_degree),),
    ),
)
FOREIGN_TEACHER: Final = Either(
    Need.EU_RECOGNITION, ((eu_recognition(Scope.TEACHING),), (foreign_equated(Scope.TEACHING),))
)
INSTRUCTOR: Final = Either(
    Need.INSTR_CERTIFICATE,
    (
        (fact(Need.INSTR_CERTIFICATE, p.instr_certificate),),
        (eu_recognition(Scope.SUPPORT),),
        (foreign_equated(Scope.SUPPORT),),
        (fact(Need.PROOF_UNDER_BBO, p.proof_under_bbo),),
        (fact(Need.INSTR_SINCE, p.instr_since), signed(Decision.INSTR_DECLARATION)),
    ),
)

SUITED: Final = (*CONDUCT, NO_TEACHER_DIPLOMA, STATEMENT, LEVEL_BASIS, RELEVANCE, SUBJECT)
TEACHING: Final = frozenset({Function.TEACHER, Function.GUEST_TEACHER, Function.CONTRACT_TRAINER})
SUPPORT: Final = frozenset({Function.INSTRUCTOR, Function.PRACTICE_COACH})

ROUTES: Final = (
    RouteRule(
        code=Route.QUALIFIED_TEACHER,
        article="WEB 4.2.1 lid 2 b 1°–4°, 7°",
        opens=TEACHING,
        conditions=(*CONDUCT, fact(Need.TEACHER_DIPLOMA, p.teacher_diploma)),
        documents=("diploma (hogeschool or university)",),
        confirm=("C1",),
    ),
    RouteRule(
        code=Route.RECOGNISED_FOREIGN_TEACHER,
        article="WEB 4.2.1 lid 2 b 5°, 6°; 4.2.1a",
        opens=TEACHING,
        conditions=(*CONDUCT, FOREIGN_TEACHER),
        documents=("recognition (DUO, for the minister)",),
        limits="scope, conditions and limits of the recognition",
        confirm=("C1",),
    ),
    RouteRule(
        code=Route.SUITABILITY_WITH_PDG,
        article="WEB 4.2.1 lid 2 c; 4.2.4 lid 1 a, b, lid 2; WHW 7a.4",
        opens=TEACHING,
        conditions=(*SUITED, PDG),
        documents=("suitability statement (board)", "PDG (exam board of a hogeschool)"),
        confirm=("C1", "C5"),
    ),
    RouteRule(
        code=Route.SUITABILITY_IN_TRAINING,
        article="WEB 4.2.1 lid 3; 4.2.4 lid 1 a, c, lid 2, 3; 4.2.5",
        opens=TEACHING,
        conditions=(
            *SUITED,
            judged(Decision.TEACH_JUDGED),
            judged(Decision.REACH_JUDGED),
            signed(Decision.TRAINING_PLAN),
            signed(Decision.TRAINING_AGREED),
            TERM_LEFT,
            EXTENSION,
        ),
        documents=(
            "suitability statement, training plan (board)",
            "training agreement (board, hogeschool and person)",
        ),
        term=TermRule("suitability_term", "suitability_extension_max", by_study_year=True),
        clocks=clocks.of_training,
        cautions=(*cautions.CONDUCT, *cautions.TRAINING),
        confirm=("C4", "C5"),
    ),
    RouteRule(
        code=Route.TEMPORARY_EXEMPTION_TEACHER,
        article="WEB 4.2.1 lid 5",
        opens=TEACHING,
        conditions=(
            *CONDUCT,
            EXEMPTION,
            TERM_LEFT,
            EXTENSION,
            of_route(Need.EFFORT_STATEMENT, p.effort_by_person, Whose.PERSON),
            of_route(Need.EFFORT_STATEMENT, p.effort_by_board, Whose.SCHOOL),
        ),
        documents=("decision (board)", "statement of effort (board and person)"),
        term=TermRule("teacher_exemption_term", "teacher_exemption_extension_max"),
        clocks=clocks.of_term,
    ),
    RouteRule(
        code=Route.GUEST_TEACHER_SIX_HOURS,
        article="WEB 4.2.1 lid 6",
        opens=frozenset({Function.GUEST_TEACHER}),
        conditions=(
            *CONDUCT,
            judged(Decision.SPECIFIC_KNOWLEDGE_JUDGED),
            fact(Need.ONLY_SPECIFIC_PARTS, p.only_specific_parts, Whose.SCHOOL),
            paper(Need.NAMED_TEACHER, p.named_teacher, Whose.SCHOOL),
            limit(Need.AVG_HOURS, p.avg_hours),
        ),
        documents=("decision and name of the responsible teacher (board)",),
        limits="on average 6 clock hours a week over the study year, all parts together",
        has_budget=True,
        cautions=(cautions.OVER_AVERAGE, *cautions.CONDUCT),
        confirm=("C2", "C3", "C33"),
    ),
    RouteRule(
        code=Route.CONTRACT_ACTIVITY,
        article="WEB 4.2.1 lid 4; 4.2.2 lid 2",
        opens=frozenset({Function.CONTRACT_TRAINER}),
        conditions=(fact(Need.CONTRACT_ONLY, p.contract_only, Whose.SCHOOL),),
        documents=(),
        limits="paid contract work only; funded lessons need another route",
        cautions=(cautions.BAN, cautions.NOT_BOUND),
    ),
    RouteRule(
        code=Route.INSTRUCTOR_QUALIFIED,
        article="WEB 4.2.2 lid 1 b–d; BBO 3.2",
        opens=SUPPORT,
        conditions=(*CONDUCT, INSTRUCTOR),
        documents=("certificate (school or hogeschool)", "declaration (board)"),
        limits="support work, under a teacher",
        confirm=("C6", "C41"),
    ),
    RouteRule(
        code=Route.INSTRUCTOR_IN_TRAINING,
        article="WEB 4.2.2 lid 3",
        opens=SUPPORT,
        conditions=(*CONDUCT, fact(Need.COURSE_STUDENT, p.course_student)),
        documents=("proof of enrolment (school or hogeschool)",),
        limits="work inside the course, at most until it ends",
        clocks=clocks.of_course,
    ),
    RouteRule(
        code=Route.INSTRUCTOR_TEMPORARY_EXEMPTION,
        article="WEB 4.2.2 lid 4",
        opens=SUPPORT,
        conditions=(*CONDUCT, EXEMPTION, TERM_LEFT, EXTENSION),
        documents=("decision (board)",),
        term=TermRule(
            "instructor_exemption_term", "instructor_exemption_extension_ratio", is_ratio=True
        ),
        clocks=clocks.of_term,
    ),
    RouteRule(
        code=Route.OTHER_STAFF,
        article="WEB 4.2a.1",
        opens=frozenset({Function.OTHER_STAFF, Function.PRACTICE_COACH}),
        conditions=(
            fact(Need.NO_TEACHING_WORK, p.no_teaching_work, Whose.SCHOOL),
            paper(Need.VOG_OK, p.vog_if_appointed),
        ),
        documents=("VOG (Justis)",),
        limits="no teaching and no instructor work",
        cautions=(cautions.BY_PRACTICE, cautions.VOG_LATE, cautions.BAN, cautions.NOT_BOUND),
    ),
    RouteRule(
        code=Route.WORKPLACE_TRAINER,
        article="WEB 1.5.3; 7.2.8 lid 3, 4",
        opens=frozenset({Function.WORKPLACE_TRAINER}),
        conditions=(
            signed(Decision.SBB_RECOGNITION),
            paper(Need.TRAINER_LEVEL, p.trainer_level),
            paper(Need.TRAINER_COURSE, p.trainer_course),
        ),
        documents=("recognition of the company (SBB)",),
        limits="outside the school; the company is assessed again within 4 years",
        cautions=(cautions.BAN,),
        confirm=("C7",),
    ),
)

RULE_OF: Final = {rule.code: rule for rule in ROUTES}
OF_FUNCTION: Final = {
    function: tuple(rule for rule in ROUTES if function in rule.opens) for function in Function
}


def rules_for(function: str) -> tuple[RouteRule, ...]:
    """The routes that open a function, in the order of the table."""
    return OF_FUNCTION[Function(function)]
