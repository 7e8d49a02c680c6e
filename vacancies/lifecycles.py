"""Every lifecycle as one table: which step leads from where to where, and who may take it.

The actions ask these tables, the database repeats them in constraints, `docs/lifecycles.md` is
drawn from them. Pure: names only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from portal.kit.lifecycle import IllegalTransitionError


class Side(StrEnum):
    """Who takes a step. The clock is the site itself, where only time or a rule decides."""

    PROFESSIONAL = "professional"
    SCHOOL = "school"
    EMPLOYER = "employer"
    MODERATOR = "moderator"
    CLOCK = "clock"


@dataclass(frozen=True)
class Step:
    """One verb: the states it may be taken from, the state it leads to, and by whom."""

    verb: str
    sources: frozenset[str]
    target: str
    sides: frozenset[Side]


@dataclass(frozen=True)
class Process:
    """The steps of one kind of thing; `first` is where each begins."""

    name: str
    first: str
    steps: tuple[Step, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state once, in the order in which the table names them."""
        named = (state for step in self.steps for state in (*sorted(step.sources), step.target))
        return tuple(dict.fromkeys((self.first, *named)))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (from, to) that some step makes."""
        moves = ((state, step.target) for step in self.steps for state in sorted(step.sources))
        return tuple(dict.fromkeys(moves))

    @property
    def ends(self) -> frozenset[str]:
        """States that no step leaves."""
        return frozenset(self.states) - frozenset(source for source, _target in self.pairs)

    def open_to(self, current: str, side: Side) -> Iterator[Step]:
        """The steps that this side may take from here."""
        return (step for step in self.steps if current in step.sources and side in step.sides)

    def step(self, verb: str, current: str, side: Side) -> Step:
        """The step of this verb. Raises IllegalTransitionError when the table has none from here
        for this side."""
        for step in self.open_to(current, side):
            if step.verb == verb:
                return step
        raise IllegalTransitionError(current, verb)


def _step(verb: str, sources: str, target: str, *sides: Side) -> Step:
    return Step(verb, frozenset(sources.split()), target, frozenset(sides))


def _process(name: str, first: str, steps: Iterable[Step]) -> Process:
    return Process(name, first, tuple(steps))


_PRO, _SCHOOL, _CLOCK = Side.PROFESSIONAL, Side.SCHOOL, Side.CLOCK

APPLICATION: Final = _process(
    "application",
    "new",
    (
        _step("talk", "new", "talking", _SCHOOL),
        _step("try_out", "new talking", "trial", _PRO, _SCHOOL),
        _step("offer", "new talking trial", "offered", _SCHOOL),
        _step("accept", "offered", "placed", _PRO),
        _step("refuse_offer", "offered", "talking", _PRO),
        _step("take_offer_back", "offered", "talking", _SCHOOL),
        _step("lapse", "offered", "talking", _CLOCK),
        _step("undo_placement", "placed", "talking", _PRO, _SCHOOL),
        _step("decline", "new talking trial offered", "declined", _SCHOOL, _CLOCK),
        _step("go_on_after_all", "declined", "talking", _SCHOOL),
        _step("withdraw", "new talking trial offered", "withdrawn", _PRO),
        _step("say_yes_again", "withdrawn", "new", _PRO),
    ),
)

MEETING: Final = _process(
    "meeting",
    "proposed",
    (
        _step("propose_others", "proposed", "proposed", _PRO, _SCHOOL),
        _step("agree", "proposed", "agreed", _PRO, _SCHOOL),
        _step("move", "agreed", "proposed", _PRO, _SCHOOL),
        _step("cancel", "proposed agreed", "cancelled", _PRO, _SCHOOL, _CLOCK),
    ),
)

PLACEMENT: Final = _process(
    "placement",
    "offered",
    (
        _step("accept", "offered", "accepted", _PRO),
        _step("refuse", "offered", "refused", _PRO),
        _step("take_back", "offered", "cancelled", _SCHOOL, _CLOCK),
        _step("lapse", "offered", "cancelled", _CLOCK),
        _step("start", "accepted", "started", _SCHOOL),
        _step("cancel", "accepted", "cancelled", _PRO, _SCHOOL),
        _step("end", "started", "ended", _PRO, _SCHOOL, _CLOCK),
    ),
)

EMPLOYER_REQUEST: Final = _process(
    "employer_request",
    "asked",
    (
        _step("agree", "asked countered", "given", Side.EMPLOYER),
        _step("refuse", "asked countered", "refused", Side.EMPLOYER),
        _step("counter", "asked countered", "countered", Side.EMPLOYER),
        _step("expire", "asked countered", "expired", _CLOCK),
        _step("take_back", "asked countered given", "withdrawn", _PRO),
        _step("turn_away", "asked countered", "expired", Side.EMPLOYER),
        _step("ask_again", "asked countered given refused expired withdrawn", "asked", _PRO),
        _step("revoke", "given", "refused", Side.EMPLOYER),
    ),
)

_RUNNING: Final = (
    "orientation matched suitability_check suitability_issued appointed pdg_applied "
    "pdg_admitted agreement_signed in_training extended"
)

TRAJECTORY: Final = _process(
    "trajectory",
    "orientation",
    (
        _step("match", "orientation", "matched", _PRO, _SCHOOL),
        _step("begin_check", "matched suitability_refused", "suitability_check", _SCHOOL),
        _step("issue_statement", "suitability_check", "suitability_issued", _SCHOOL),
        _step("refuse_statement", "suitability_check", "suitability_refused", _SCHOOL),
        _step("appoint", "suitability_issued", "appointed", _SCHOOL),
        _step("apply", "appointed pdg_rejected", "pdg_applied", _PRO, _SCHOOL),
        _step("admit", "pdg_applied", "pdg_admitted", _SCHOOL),
        _step("reject", "pdg_applied", "pdg_rejected", _SCHOOL),
        _step("sign_agreement", "pdg_admitted", "agreement_signed", _SCHOOL),
        _step("begin_training", "agreement_signed", "in_training", _PRO, _SCHOOL),
        _step("extend", "in_training", "extended", _SCHOOL),
        _step("pause", "in_training extended", "paused", _SCHOOL),
        _step("resume", "paused", "in_training", _SCHOOL),
        _step("resume_extended", "paused", "extended", _SCHOOL),
        _step("obtain", "in_training extended", "pdg_obtained", _SCHOOL),
        _step(
            "stop",
            f"{_RUNNING} suitability_refused pdg_rejected paused",
            "stopped",
            _PRO,
            _SCHOOL,
        ),
        _step("take_up_again", "stopped", "orientation", _PRO, _SCHOOL),
    ),
)

PROCESSES: Final = (APPLICATION, MEETING, PLACEMENT, EMPLOYER_REQUEST, TRAJECTORY)
