"""Notices told through the web all along a run, by a thread of their own."""

import threading
import time
from itertools import pairwise
from typing import Final

from bench.faults import ledger, rows
from bench.faults.plan import Outcome
from bench.faults.running import Site

AT_ONCE: Final = "fault_told"
DIGEST: Final = "fault_gathered"


class Teller:
    """Tells `count` notices in `portions`, spread over `over_s` seconds, each person two."""

    def __init__(self, site: Site, count: int, portions: int, over_s: float) -> None:
        self.site, self.count = site, count
        self.people = max(1, count // 2)
        self.first = rows.people(self.people)
        edges = [count * step // portions for step in range(portions + 1)]
        self.portions = list(pairwise(edges))
        self.pause_s = over_s / portions
        self.error: BaseException | None = None
        self.thread = threading.Thread(target=self._tell_all, daemon=True)

    def begin(self) -> None:
        self.thread.start()

    def finish(self) -> None:
        """Wait until everything is told. Raises what went wrong while telling."""
        self.thread.join()
        if self.error:
            raise self.error

    def _tell_all(self) -> None:
        try:
            for start, end in self.portions:
                self.site.tell(AT_ONCE, start, end - start, first=self.first, people=self.people)
                time.sleep(self.pause_s)
        except BaseException as error:
            self.error = error


def finish(site: Site, outcome: Outcome, numbers: range | set[int]) -> None:
    """Wait until all is delivered and nothing is left to do; then count."""
    wanted = set(numbers)
    outcome.notices = len(wanted)
    try:
        site.until(lambda: rows.unfinished() == 0, "nothing is left to do", site.plan.patience_s)
        time.sleep(site.plan.quiet_s)  # what would come twice has time to come
    except TimeoutError as error:
        outcome.problems.append(f"{error} ({rows.states()})")
    mails = site.mail.taken()
    missing = sorted(wanted - ledger.delivered(mails))
    twice = ledger.told_twice(mails)
    outcome.delivered = len(wanted) - len(missing)
    outcome.duplicates = ledger.repeats(mails)
    outcome.expect(not missing, f"{len(missing)} never came, first {missing[:5]}")
    outcome.expect(not twice, f"{len(twice)} came in two mails, first {twice[:5]}")
