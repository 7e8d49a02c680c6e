"""What each rule constant holds: the one table in which a value is checked. Pure.

A name that is not in this table is read by nothing. How a value is written is what `RuleBook`
reads: numbers with a point, days as 2027-01-31, days of every year as 01-31.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    NUMBER = "number"
    WHOLE = "whole"
    DAY = "day"
    MONTH_DAY = "month_day"
    COUNTDOWN = "countdown"
    WORD = "word"


class BadValueError(ValueError):
    """A value is not what its name expects; `expected` is None for a name that nothing reads."""

    def __init__(self, expected: "Expected | None") -> None:
        super().__init__(expected)
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Expected:
    """How a value is written, and between which bounds a number stays."""

    kind: Kind
    words: tuple[str, ...] = ()
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1_000_000_000)


def _whole(least: int = 1, most: int = 1_000_000_000) -> Expected:
    return Expected(Kind.WHOLE, least=Decimal(least), most=Decimal(most))


def _number(least: str = "0", most: str = "1000000000") -> Expected:
    return Expected(Kind.NUMBER, least=Decimal(least), most=Decimal(most))


def _word(*words: str) -> Expected:
    return Expected(Kind.WORD, words)


_DAY: Final = Expected(Kind.DAY)
_MONTH_DAY: Final = Expected(Kind.MONTH_DAY)
_COUNTDOWN: Final = Expected(Kind.COUNTDOWN)

EXPECTED: Final[Mapping[str, Expected]] = {
    "ability_test_max_age": _whole(),
    "ai_act_high_risk": _DAY,
    "answer_days": _whole(),
    "cao_full_year_hours": _number(),
    "cao_week_hours": _number(most="60"),
    "check_in_open_days": _whole(most=366),
    "check_in_wait_days": _whole(most=366),
    "check_in_weeks": _COUNTDOWN,
    "coach_hours_week_min": _number(most="40"),
    "consent_link_days": _whole(),
    "daily_rest": _number(most="24"),
    "evenings_week_without_consent": _whole(least=0, most=7),
    "guest_avg_clock_hours_week": _number(most="40"),
    "guest_clock_hours_year": _number(most="2080"),
    "guest_teaching_weeks": _whole(most=53),
    "holiday_allowance": _number(most="100"),
    "induction_hours_year": _number(most="2080"),
    "instructor_exemption_extension_ratio": _number(most="1"),
    "instructor_exemption_term": _whole(most=20),
    "instructor_grant_max": _whole(),
    "instructor_transition_date": _DAY,
    "pay_table_current": _DAY,
    "pay_transparency_nl": _DAY,
    "pdg_ec": _whole(),
    "pdg_hours": _number(),
    "pdg_lesson_minutes_min": _whole(),
    "pdg_min_fte": _number(most="1"),
    "pdg_min_lesson_hours_week": _number(most="40"),
    "pdg_months": _whole(most=120),
    "plan_ability_test_weeks": _whole(most=104),
    "plan_admission_days": _whole(most=730),
    "plan_agreement_weeks": _whole(most=104),
    "plan_apply_weeks": _whole(most=104),
    "plan_check_weeks": _whole(most=104),
    "plan_coach_weeks": _whole(most=104),
    "plan_consent_weeks": _whole(most=104),
    "plan_contract_weeks": _whole(most=104),
    "plan_extension_months": _whole(most=24),
    "plan_hand_in_weeks": _whole(most=104),
    "plan_intake_weeks": _whole(most=104),
    "plan_papers_weeks": _whole(most=104),
    "plan_statement_weeks": _whole(most=104),
    "plan_vog_request_weeks": _whole(most=104),
    "plan_vog_shown_weeks": _whole(most=104),
    "practice_years_min": _whole(least=0, most=40),
    "prep_factor": _word("school"),
    "reach_level_within": _whole(most=20),
    "reminder_deadline_weeks": _COUNTDOWN,
    "reminder_subsidy_days": _COUNTDOWN,
    "reminder_term_months": _COUNTDOWN,
    "retention_rejected": _whole(),
    "retention_rejected_with_consent": _whole(),
    "sbb_lapse_after": _whole(most=20),
    "sbb_reassess_within": _whole(most=20),
    "self_employed_enforced": _DAY,
    "side_work_ban_needs_reason": _DAY,
    "study_year_count": _word("touched", "anniversary"),
    "study_year_start": _MONTH_DAY,
    "suitability_check_days": _whole(most=730),
    "suitability_extension_max": _whole(least=0, most=20),
    "suitability_term": _whole(most=20),
    "switch_subsidy_ceiling": _whole(),
    "switch_subsidy_last_day": _MONTH_DAY,
    "switch_subsidy_max": _whole(),
    "teacher_exemption_extension_max": _whole(least=0, most=20),
    "teacher_exemption_term": _whole(most=20),
    "vacancy_max_days": _whole(most=366),
    "vat_exempt_margin_presumed": _number(most="100"),
    "vat_free_lending": _number(most="100"),
    "vat_lending_company": _number(most="100"),
    "vog_decision_weeks": _whole(most=104),
    "vog_fee_municipality": _number(),
    "vog_fee_online": _number(),
    "vog_max_age_at_showing": _whole(most=120),
    "vog_profile": _whole(),
    "work_hours_told": _word("unasked"),
    "work_week_avg_16_weeks": _number(most="168"),
    "work_week_max": _number(most="168"),
    "wtta_enforced": _DAY,
    "wtta_in_force": _DAY,
    "year_end_allowance": _number(most="100"),
}

_FORMS: Final[Mapping[Kind, re.Pattern[str]]] = {
    Kind.NUMBER: re.compile(r"[0-9]{1,10}(\.[0-9]{1,4})?"),
    Kind.WHOLE: re.compile(r"[0-9]{1,10}"),
    Kind.DAY: re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    Kind.MONTH_DAY: re.compile(r"[0-9]{2}-[0-9]{2}"),
    Kind.COUNTDOWN: re.compile(r"[1-9][0-9]{0,2}(-[1-9][0-9]{0,2}){0,4}"),
}
_ANY_YEAR: Final = "2001-"  # without a 29 February: that is no day of every year


def cleaned(name: str, value: str) -> str:
    """The value as it is stored; a comma in a number becomes a point. Raises BadValueError."""
    expected = EXPECTED.get(name)
    if expected is None:
        raise BadValueError(None)
    text = value.strip()
    if expected.kind in (Kind.NUMBER, Kind.WHOLE):
        text = text.replace(",", ".")
    if not _fits(expected, text):
        raise BadValueError(expected)
    return text


def _fits(expected: Expected, text: str) -> bool:
    if expected.kind == Kind.WORD:
        return text in expected.words
    if not _FORMS[expected.kind].fullmatch(text):
        return False
    if expected.kind in (Kind.NUMBER, Kind.WHOLE):
        return expected.least <= Decimal(text) <= expected.most
    if expected.kind == Kind.COUNTDOWN:
        steps = [int(step) for step in text.split("-")]
        return steps == sorted(set(steps), reverse=True)
    return _is_day(text if expected.kind == Kind.DAY else _ANY_YEAR + text)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
