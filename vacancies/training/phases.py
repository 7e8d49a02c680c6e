"""The phases of the way, in order, and what lies behind somebody. Pure."""

from typing import Final

from vacancies.training.milestones import Rule

PHASES: Final = (
    *("orientation", "matched", "suitability_check", "suitability_issued", "appointed"),
    *("pdg_applied", "pdg_admitted", "agreement_signed", "in_training"),
)
PHASE_OF: Final = {
    "suitability_refused": "suitability_check",
    "pdg_rejected": "appointed",
    "extended": "in_training",
    "paused": "in_training",
}


def phase_of(status: str) -> int:
    """Where a state of the lifecycle stands on the way; what ended stands past it."""
    phase = PHASE_OF.get(status, status)
    return PHASES.index(phase) if phase in PHASES else len(PHASES)


def is_behind(rule: Rule, status: str) -> bool:
    """Nobody has to see to it any more: the way led past it. What the law asks is never behind."""
    return not rule.is_law and PHASES.index(rule.phase) < phase_of(status)
