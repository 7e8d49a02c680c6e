"""What the site stands on goes away in mid-run: the broker, the database, the mail server."""

import shutil
import time
from itertools import cycle, islice

from bench.faults import ledger, processes, sink
from bench.faults.plan import Outcome
from bench.faults.running import Site
from bench.faults.telling import Teller, finish


def broker(site: Site, outcome: Outcome) -> None:
    """Killed, and all it kept wiped: the rows know what is to be done."""
    plan = site.plan
    teller = Teller(site, plan.notices, plan.wipes * 10, plan.wipes * plan.wipe_every_s * 1.2)
    site.mail.be(sink.SLOW)
    site.start()
    teller.begin()
    for _time in range(plan.wipes):
        time.sleep(plan.wipe_every_s)
        for pid in processes.heads(site.mark, "broker"):
            outcome.kills += processes.kill(pid)
        for kept in (site.folder / "var" / "valkey").iterdir():
            shutil.rmtree(kept, ignore_errors=True)
    teller.finish()
    finish(site, outcome, range(plan.notices))
    outcome.expect(outcome.kills == plan.wipes, f"{outcome.kills} of {plan.wipes} kills")
    outcome.expect(outcome.duplicates == 0, f"{outcome.duplicates} came twice")


def database(site: Site, outcome: Outcome) -> None:
    """Restarted while mails are sent: politely, and once as after a crash."""
    assert site.postgres
    plan = site.plan
    teller = Teller(site, plan.notices, plan.restarts * 10, plan.restarts * plan.gap_s * 1.5)
    site.mail.be(sink.SLOW)
    site.start()
    teller.begin()
    for mode in islice(cycle(("fast", "immediate", "fast")), plan.restarts):
        time.sleep(plan.gap_s)
        site.postgres.stop(mode)
        outcome.kills += 1
        time.sleep(1)
        site.postgres.start()
    teller.finish()
    finish(site, outcome, range(plan.notices))
    outcome.expect(outcome.duplicates <= outcome.kills, f"{outcome.duplicates} came twice")


def smtp(site: Site, outcome: Outcome) -> None:
    """The mail server in every bad mood, one after the other; then it is well."""
    plan = site.plan
    over_s = sum(plan.spans_s.values())
    teller = Teller(site, plan.notices, 50, over_s)
    site.start()
    teller.begin()
    for mood, span_s in plan.spans_s.items():
        site.mail.be(mood)
        time.sleep(span_s)
    site.mail.be(sink.WELL)
    teller.finish()
    finish(site, outcome, range(plan.notices))
    most = ledger.busiest_second(site.mail.taken())
    outcome.remark = f"busiest second {most}, {plan.a_second} allowed"
    outcome.expect(outcome.duplicates == 0, f"{outcome.duplicates} came twice")
    outcome.expect(most <= plan.a_second, f"{most} mails in one second")
