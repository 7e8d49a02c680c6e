"""Where a milestone is shown, recorded or taken, for the side that can do that."""

from collections.abc import Sequence
from typing import Final

from django.urls import reverse

from vacancies.lifecycles import Side
from vacancies.models import Trajectory
from vacancies.training.milestones import Code, Rule
from vacancies.training.verbs import StepLink

OF_PERSON: Final = {
    Code.LEVEL_PAPERS: "credentials",
    Code.NO_BAN: "route_check",
    Code.VOG_SHOWN: "credentials",
}
RECORDED: Final = frozenset(
    {Code.LEVEL_PAPERS, Code.SUITABILITY_CHECK, Code.TRAINING_PLAN, Code.VOG_SHOWN}
)


def place_of(row: Trajectory, rule: Rule, side: Side, steps: Sequence[StepLink]) -> str:
    """The path, or nothing where this side can do nothing about it now."""
    step = next((one.url for one in steps if one.verb == rule.verb), "")
    if step:
        return step
    if side == Side.PROFESSIONAL:
        name = OF_PERSON.get(rule.code)
        return reverse(name) if name else ""
    if rule.code == Code.COACH_AGREED:
        return reverse("trajectory_agreements", args=[row.public_id])
    if row.application is None:
        return ""
    person = [row.application.vacancy.code, row.professional.public_id]
    if rule.code == Code.STATEMENT:
        return reverse("assessment_statement", args=person)
    return reverse("assessment", args=person) if rule.code in RECORDED else ""
