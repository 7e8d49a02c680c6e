"""What is asked of a run, and what came of it."""

from dataclasses import asdict, dataclass, field
from typing import Any

SQLITE, POSTGRES = "sqlite", "postgres"


@dataclass(frozen=True)
class Plan:
    """How much of everything: the long form, or the short one of CI."""

    notices: int
    kills: int
    haste: int
    poison_haste: int
    wipes: int
    wipe_every_s: float
    restarts: int
    gap_s: float
    spans_s: dict[str, float]
    quiet_s: float
    patience_s: float
    a_second: int
    seed: int


SPANS = {"refuse": 60.0, "silent": 90.0, "closing": 30.0, "busy": 600.0, "hang-up": 30.0}


def long_form(notices: int, seed: int) -> Plan:
    """The times of a public site, but for the hours between the attempts of a poisoned mail."""
    return Plan(
        notices=notices,
        kills=50,
        haste=1,
        poison_haste=60,
        wipes=5,
        wipe_every_s=6.5,  # the supervisor takes four lives below five seconds for a broken site
        restarts=4,
        gap_s=5.0,
        spans_s=SPANS,
        quiet_s=35,  # one more sweep of beat
        patience_s=1500,
        a_second=100,
        seed=seed,
    )


def short_form(notices: int, seed: int) -> Plan:
    """The same faults, fewer, with waits sixty times shorter."""
    return Plan(
        notices=notices,
        kills=5,
        haste=60,
        poison_haste=100,
        wipes=2,
        wipe_every_s=3,
        restarts=2,
        gap_s=2.0,
        spans_s=dict.fromkeys(SPANS, 2.5),
        quiet_s=2,
        patience_s=60,
        a_second=100,
        seed=seed,
    )


@dataclass
class Outcome:
    """One row of the table."""

    fault: str
    database: str
    notices: int = 0
    delivered: int = 0
    duplicates: int = 0
    kills: int = 0
    seconds: float = 0
    remark: str = ""
    problems: list[str] = field(default_factory=list)

    def expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.problems.append(otherwise)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
