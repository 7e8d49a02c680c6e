"""Everything started double, clocks that jump, runs that were missed: told once all the same."""

import time
from itertools import cycle, islice
from typing import Final

from accounts.notifications.actions import NoticeRow, notify_many
from bench.faults import clock, rows, sink
from bench.faults.plan import Outcome
from bench.faults.running import Site
from bench.faults.telling import DIGEST, Teller, finish
from portal.kit.poke import quiet

HOUR_S: Final = 3600.0
JUMPS: Final = (HOUR_S, 0.0, -HOUR_S, 0.0)
DAY_S: Final = 24 * HOUR_S
DAYS: Final = 3
A_DAY: Final = 3
"""Notices for one person on one day: those of three days fit in the ten of a mail."""


def twice(site: Site, outcome: Outcome) -> None:
    """Two beats, two workers, two more sweeps without end, and a clock that jumps an hour."""
    plan = site.plan
    over_s = plan.gap_s * 6
    teller = Teller(site, plan.notices, 30, over_s)
    site.mail.be(sink.SLOW)
    site.start("broker", "web", "worker", "worker2", "beat", "beat2")
    site.extra("bench.faults.sweep")
    site.extra("bench.faults.sweep")
    teller.begin()
    for ahead_s in islice(cycle(JUMPS), 6):
        time.sleep(over_s / 6)
        clock.jump(ahead_s)
    teller.finish()
    clock.jump(2 * HOUR_S)  # what was told in the future is due now
    finish(site, outcome, range(plan.notices))
    outcome.expect(outcome.duplicates == 0, f"{outcome.duplicates} came twice")


def missed(site: Site, outcome: Outcome) -> None:
    """Three days long nothing sweeps; then one digest for each person has everything."""
    each = DAYS * A_DAY
    people = max(1, site.plan.notices // each)
    first = rows.people(people)
    for day in range(DAYS):
        clock.jump(-(DAYS - day) * DAY_S - 2 * HOUR_S)
        _tell(first, people, range(day * A_DAY * people, (day + 1) * A_DAY * people))
    clock.jump(0)
    site.start("broker", "web", "worker", "worker2", "beat", "beat2")
    site.extra("bench.faults.sweep")
    finish(site, outcome, range(people * each))
    mails = site.mail.taken()
    outcome.remark = f"{len(mails)} digests for {people} people"
    outcome.expect(len(mails) == people, f"{len(mails)} digests for {people} people")
    whole = sum(len(mail.numbers) == each for mail in mails)
    outcome.expect(whole == people, f"{whole} of {people} digests have everything")
    outcome.expect(outcome.duplicates == 0, f"{outcome.duplicates} came twice")


def _tell(first: int, people: int, numbers: range) -> None:
    with quiet():
        notify_many(
            DIGEST,
            [
                NoticeRow(
                    recipient_id=first + number % people,
                    dedupe=f"fault:{number}",
                    target=f"fault:{number}",
                    facts={"number": number},
                )
                for number in numbers
            ],
        )
