"""The words of the law in code, as `docs/routes.md` lists them. Pure: no framework below this.

Every mask of routes counts its bits in the order of `Route`: append only.
"""

from collections.abc import Iterable
from enum import StrEnum


class Route(StrEnum):
    """A legal way into the classroom, in the order of the table a lawyer reads."""

    QUALIFIED_TEACHER = "qualified_teacher"
    RECOGNISED_FOREIGN_TEACHER = "recognised_foreign_teacher"
    SUITABILITY_WITH_PDG = "suitability_with_pdg"
    SUITABILITY_IN_TRAINING = "suitability_in_training"
    TEMPORARY_EXEMPTION_TEACHER = "temporary_exemption_teacher"
    GUEST_TEACHER_SIX_HOURS = "guest_teacher_six_hours"
    CONTRACT_ACTIVITY = "contract_activity"
    INSTRUCTOR_QUALIFIED = "instructor_qualified"
    INSTRUCTOR_IN_TRAINING = "instructor_in_training"
    INSTRUCTOR_TEMPORARY_EXEMPTION = "instructor_temporary_exemption"
    OTHER_STAFF = "other_staff"
    WORKPLACE_TRAINER = "workplace_trainer"


class Need(StrEnum):
    """What a route asks: the code under which it is missing."""

    VOG_OK = "vog_ok"
    NOT_EXCLUDED = "not_excluded"
    TEACHER_DIPLOMA = "teacher_diploma"
    EU_RECOGNITION = "eu_recognition"
    FOREIGN_EQUATED = "foreign_equated"
    NO_TEACHER_DIPLOMA = "no_teacher_diploma"
    STATEMENT_BY = "statement_by"
    PDG = "pdg"
    LEVEL_BASIS = "level_basis"
    FOREIGN_LEVEL_EQUAL = "foreign_level_equal"
    PRACTICE_YEARS = "practice_years"
    LEVEL_JUDGED = "level_judged"
    RELEVANCE_JUDGED = "relevance_judged"
    SUBJECT_JUDGED = "subject_judged"
    TEACH_JUDGED = "teach_judged"
    REACH_JUDGED = "reach_judged"
    TRAINING_PLAN = "training_plan"
    TRAINING_AGREED = "training_agreed"
    SPECIFIC_KNOWLEDGE_JUDGED = "specific_knowledge_judged"
    ONLY_SPECIFIC_PARTS = "only_specific_parts"
    NAMED_TEACHER = "named_teacher"
    AVG_HOURS = "avg_hours"
    CONTRACT_ONLY = "contract_only"
    INSTR_CERTIFICATE = "instr_certificate"
    PROOF_UNDER_BBO = "proof_under_bbo"
    INSTR_SINCE = "instr_since"
    INSTR_DECLARATION = "instr_declaration"
    COURSE_STUDENT = "course_student"
    EXEMPTION_DECISION = "exemption_decision"
    EXTENSION_REASON = "extension_reason"
    EFFORT_STATEMENT = "effort_statement"
    TERM_LEFT = "term_left"
    NO_TEACHING_WORK = "no_teaching_work"
    SBB_RECOGNITION = "sbb_recognition"
    TRAINER_LEVEL = "trainer_level"
    TRAINER_COURSE = "trainer_course"


class Decision(StrEnum):
    """What a school records about a person: a judgement, a signature, or time already used.

    All but the last three carry the code of the `Need` that they fill.
    """

    SPECIFIC_KNOWLEDGE_JUDGED = "specific_knowledge_judged"
    LEVEL_JUDGED = "level_judged"
    RELEVANCE_JUDGED = "relevance_judged"
    SUBJECT_JUDGED = "subject_judged"
    TEACH_JUDGED = "teach_judged"
    REACH_JUDGED = "reach_judged"
    FOREIGN_LEVEL_EQUAL = "foreign_level_equal"
    LEVEL_BASIS = "level_basis"
    STATEMENT_BY = "statement_by"
    TRAINING_PLAN = "training_plan"
    TRAINING_AGREED = "training_agreed"
    NAMED_TEACHER = "named_teacher"
    INSTR_DECLARATION = "instr_declaration"
    EXEMPTION_DECISION = "exemption_decision"
    EXTENSION_REASON = "extension_reason"
    SBB_RECOGNITION = "sbb_recognition"
    EFFORT_BY_BOARD = "effort_by_board"
    EFFORT_BY_PERSON = "effort_by_person"
    WORKED = "worked"  # a period in which the person worked here under a route


def mask_of(routes: Iterable[str]) -> int:
    """The mask in which bit i stands for the i-th route."""
    order = list(Route)
    return sum(1 << order.index(Route(route)) for route in set(routes))


def routes_of(mask: int) -> list[Route]:
    """The routes whose bit is set, in the order of the table."""
    return [route for number, route in enumerate(Route) if mask >> number & 1]
