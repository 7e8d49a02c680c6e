"""`kill -9` of whatever runs, at random moments: nothing is lost, and hardly anything comes twice."""

import time
from random import Random
from typing import Final

from bench.faults import processes, sink
from bench.faults.plan import Outcome
from bench.faults.running import Site
from bench.faults.telling import Teller, finish

CHILD: Final = "worker's child"
SENDING: Final = ("worker", CHILD)
SETTLED_S: Final = 5.5
"""Younger processes are spared: the supervisor takes four such ends in a row for a broken site."""


def kills(site: Site, outcome: Outcome) -> None:
    plan, chance = site.plan, Random(site.plan.seed)
    teller = Teller(site, plan.notices, plan.kills * 2, plan.kills * plan.gap_s)
    site.mail.be(sink.SLOW)
    site.start()
    teller.begin()
    ends: dict[str, int] = {}
    while outcome.kills < plan.kills:
        time.sleep(chance.uniform(0.2, 1.8) * plan.gap_s)
        if name := _kill_one(site, chance):
            ends[name] = ends.get(name, 0) + 1
            outcome.kills += 1
    teller.finish()
    finish(site, outcome, range(plan.notices))
    told = ", ".join(f"{name} {count}" for name, count in sorted(ends.items()))
    outcome.remark = f"seed {plan.seed}: {told}"
    most = sum(ends.get(name, 0) for name in SENDING)
    outcome.expect(
        outcome.duplicates <= most, f"{outcome.duplicates} twice in {most} kills of who sends"
    )


def _kill_one(site: Site, chance: Random) -> str:
    """End one of what runs now; gives what it was, or nothing when there was none."""
    victims = _victims(site.mark)
    if not victims:
        return ""
    name = chance.choice(sorted(victims))
    return name if processes.kill(chance.choice(victims[name])) else ""


def _victims(mark: str) -> dict[str, list[int]]:
    found = {name: processes.heads(mark, name) for name in ("worker", "beat", "web")}
    settled = {
        name: [pid for pid in pids if processes.age_s(pid) > SETTLED_S]
        for name, pids in found.items()
    }
    settled[CHILD] = processes.children(mark, "worker")
    settled["web's child"] = processes.children(mark, "web")
    return {name: pids for name, pids in settled.items() if pids}
