"""The steps of a trajectory by the word in their address, and which of them lie open to a reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from vacancies.lifecycles import TRAJECTORY, Side
from vacancies.models import Trajectory
from vacancies.routes.words.voice import Voice
from vacancies.training import queries, words

SLUGS: Final[Mapping[str, str]] = {
    "match": "ja",
    "begin_check": "onderzoek",
    "issue_statement": "verklaring",
    "refuse_statement": "geen-verklaring",
    "appoint": "benoeming",
    "apply": "aanmelding",
    "admit": "toelating",
    "reject": "afwijzing",
    "sign_agreement": "overeenkomst",
    "begin_training": "eerste-dag",
    "extend": "verlenging",
    "pause": "pauze",
    "resume": "verder",
    "resume_extended": "verder-verlengd",
    "obtain": "pdg",
    "stop": "stoppen",
    "take_up_again": "opnieuw",
}
VERBS: Final = {slug: verb for verb, slug in SLUGS.items()}
BESIDE: Final = frozenset({"refuse_statement", "reject", "pause", "extend", "stop"})


@dataclass(frozen=True)
class StepLink:
    """A step that this reader can take; `is_main`: it leads on."""

    verb: str
    label: str
    url: str
    is_main: bool


def steps_for(row: Trajectory, side: Side, voice: Voice) -> list[StepLink]:
    """What lies open from here, the way on first."""
    found = [
        StepLink(
            one.verb, words.label_of(one.verb, voice), url_of(row, one.verb, side), _main(one.verb)
        )
        for one in TRAJECTORY.open_to(row.status, side)
        if _fits(row, one.verb, side)
    ]
    return sorted(found, key=lambda one: not one.is_main)


def url_of(row: Trajectory, verb: str, side: Side) -> str:
    name = "trajectory_step" if side == Side.SCHOOL else "my_trajectory_step"
    return reverse(name, args=[row.public_id, SLUGS[verb]])


def _main(verb: str) -> bool:
    return verb not in BESIDE


def _fits(row: Trajectory, verb: str, side: Side) -> bool:
    """Of two that look alike the one that is meant."""
    if verb == "match":
        return queries.begun_by(row) != side
    if verb in ("resume", "resume_extended"):
        return (verb == "resume_extended") == bool(row.extended_until)
    return True
