"""What is to be had or done on the way to the PDG: one table, in the order of the way.

Sources: WEB 4.2.1 lid 2 and 3, 4.2.4, 4.2.5; sector agreement PDG. Each day is counted back from
an anchor, by a dated number of the rule book. Pure: names only.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vacancies.codes import Need


class Code(StrEnum):
    """The names of the milestones."""

    BOTH_YES = "both_yes"
    LEVEL_PAPERS = "level_papers"
    NO_BAN = "no_ban"
    VOG_REQUESTED = "vog_requested"
    ABILITY_TEST = "ability_test"
    SUITABILITY_CHECK = "suitability_check"
    TRAINING_PLAN = "training_plan"
    STATEMENT = "statement"
    CONTRACT = "contract"
    VOG_SHOWN = "vog_shown"
    COACH_AGREED = "coach_agreed"
    PDG_APPLICATION = "pdg_application"
    INTAKE = "intake"
    ADMISSION = "admission"
    AGREEMENT = "agreement"
    FIRST_DAY = "first_day"
    PARTS_DONE = "parts_done"
    CERTIFICATE = "certificate"
    EXTENSION = "extension"


class Owner(StrEnum):
    """Who sees to it; the values of `ItemOwner`."""

    PROFESSIONAL = "professional"
    SCHOOL = "school"
    PROVIDER = "provider"


class Anchor(StrEnum):
    """From which day is counted back."""

    APPOINTMENT = "appointment"
    COURSE = "course"
    CERTIFICATE = "certificate"
    TERM = "term"


class Why(StrEnum):
    """Why a milestone has its day."""

    BEFORE_APPOINTMENT = "before_appointment"
    PROVIDER_CLOSES = "provider_closes"
    PROVIDER_INTAKE = "provider_intake"
    BEFORE_COURSE = "before_course"
    COURSE_BEGINS = "course_begins"
    LATEST_START = "latest_start"
    BEFORE_CERTIFICATE = "before_certificate"
    COURSE_TAKES = "course_takes"
    TERM = "term"
    AGREEMENT = "agreement"
    BEFORE_TERM = "before_term"
    NEXT = "next"


class Track(StrEnum):
    """What waits for what: the main way, the VOG beside it, and what is only for if needed."""

    MAIN = "main"
    VOG = "vog"
    IF_NEEDED = "if_needed"


@dataclass(frozen=True, slots=True)
class Rule:
    """One milestone. `phase`: the state of the lifecycle in which it is seen to.

    `lead`: how long before the anchor, and `takes`: how long it takes at least, by the name of
    the number. `needs`: it is had when none of these is missing. `verb`: the step that settles it.
    `only_if`: asked only of whom this is missing at the start.
    """

    code: Code
    phase: str
    owner: Owner
    anchor: Anchor
    why: Why
    lead: str = ""
    takes: str = ""
    needs: frozenset[Need] = frozenset()
    verb: str = ""
    document: str = ""
    is_law: bool = False
    only_if: Need | None = None
    track: Track = Track.MAIN

    @property
    def is_by_hand(self) -> bool:
        """Somebody says that it is done; the others follow from facts or from a step."""
        return not self.needs and not self.verb and self.code != Code.COACH_AGREED


PROFESSIONAL, SCHOOL, PROVIDER = Owner
APPOINTMENT, COURSE, CERTIFICATE, TERM = Anchor
LEVEL: Final = frozenset({Need.LEVEL_BASIS, Need.PRACTICE_YEARS, Need.FOREIGN_LEVEL_EQUAL})
JUDGED: Final = frozenset(
    {
        Need.LEVEL_JUDGED,
        Need.RELEVANCE_JUDGED,
        Need.SUBJECT_JUDGED,
        Need.TEACH_JUDGED,
        Need.REACH_JUDGED,
    }
)

MILESTONES: Final = (
    Rule(
        Code.BOTH_YES, "orientation", PROFESSIONAL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_consent_weeks", verb="match",
    ),
    Rule(
        Code.LEVEL_PAPERS, "matched", PROFESSIONAL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_papers_weeks", needs=LEVEL, document="diploma", is_law=True,
    ),
    Rule(
        Code.NO_BAN, "matched", PROFESSIONAL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_papers_weeks", needs=frozenset({Need.NOT_EXCLUDED}), is_law=True,
    ),
    Rule(
        Code.VOG_REQUESTED, "matched", PROFESSIONAL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_vog_request_weeks", track=Track.VOG,
    ),
    Rule(
        Code.ABILITY_TEST, "suitability_check", SCHOOL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_ability_test_weeks", document="ability_test", only_if=Need.LEVEL_JUDGED,
    ),
    Rule(
        Code.SUITABILITY_CHECK, "suitability_check", SCHOOL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_check_weeks", takes="suitability_check_days", needs=JUDGED, is_law=True,
    ),
    Rule(
        Code.TRAINING_PLAN, "suitability_check", SCHOOL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_check_weeks", needs=frozenset({Need.TRAINING_PLAN}),
        document="training_plan", is_law=True,
    ),
    Rule(
        Code.STATEMENT, "suitability_check", SCHOOL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_statement_weeks", needs=frozenset({Need.STATEMENT_BY}),
        document="statement", is_law=True,
    ),
    Rule(
        Code.CONTRACT, "suitability_issued", SCHOOL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_contract_weeks", document="contract",
    ),
    Rule(
        Code.VOG_SHOWN, "suitability_issued", PROFESSIONAL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_vog_shown_weeks", takes="vog_decision_weeks",
        needs=frozenset({Need.VOG_OK}), document="vog", is_law=True, track=Track.VOG,
    ),
    Rule(
        Code.COACH_AGREED, "suitability_issued", SCHOOL, APPOINTMENT, Why.BEFORE_APPOINTMENT,
        lead="plan_coach_weeks",
    ),
    Rule(
        Code.PDG_APPLICATION, "appointed", PROFESSIONAL, COURSE, Why.PROVIDER_CLOSES,
        lead="plan_apply_weeks", verb="apply", document="application",
    ),
    Rule(
        Code.INTAKE, "pdg_applied", PROVIDER, COURSE, Why.PROVIDER_INTAKE,
        lead="plan_intake_weeks",
    ),
    Rule(
        Code.ADMISSION, "pdg_applied", PROVIDER, COURSE, Why.BEFORE_COURSE,
        lead="plan_admission_days", verb="admit", document="admission",
    ),
    Rule(
        Code.AGREEMENT, "pdg_admitted", SCHOOL, COURSE, Why.BEFORE_COURSE,
        lead="plan_agreement_weeks", needs=frozenset({Need.TRAINING_AGREED}),
        verb="sign_agreement", document="agreement", is_law=True,
    ),
    Rule(
        Code.FIRST_DAY, "agreement_signed", PROFESSIONAL, COURSE, Why.COURSE_BEGINS,
        verb="begin_training",
    ),
    Rule(
        Code.PARTS_DONE, "in_training", PROFESSIONAL, CERTIFICATE, Why.BEFORE_CERTIFICATE,
        lead="plan_hand_in_weeks",
    ),
    Rule(
        Code.CERTIFICATE, "in_training", PROVIDER, CERTIFICATE, Why.COURSE_TAKES,
        verb="obtain", document="certificate", is_law=True,
    ),
    Rule(
        Code.EXTENSION, "in_training", SCHOOL, TERM, Why.BEFORE_TERM,
        lead="plan_extension_months", verb="extend", document="extension",
        track=Track.IF_NEEDED,
    ),
)  # fmt: skip

RULE_OF: Final = {rule.code: rule for rule in MILESTONES}
SHOWN_BY: Final = {  # who has the second had the first, whether or not somebody said so
    Code.VOG_REQUESTED: Code.VOG_SHOWN,
    Code.ABILITY_TEST: Code.SUITABILITY_CHECK,
    Code.INTAKE: Code.ADMISSION,
    Code.PARTS_DONE: Code.CERTIFICATE,
}
NUMBERS: Final = tuple(
    dict.fromkeys(name for rule in MILESTONES for name in (rule.lead, rule.takes) if name)
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day, as a row keeps it: `next.pdg_application`, `before_course+moved`."""

    why: Why
    next_code: Code | None = None
    is_moved: bool = False

    def __str__(self) -> str:
        detail = f".{self.next_code}" if self.next_code else ""
        return f"{self.why}{detail}{'+moved' if self.is_moved else ''}"

    @classmethod
    def parse(cls, text: str) -> "Reason":
        """Raises ValueError for what is no reason of this table."""
        plain, _plus, moved = text.partition("+")
        why, _dot, code = plain.partition(".")
        return cls(Why(why), Code(code) if code else None, moved == "moved")
