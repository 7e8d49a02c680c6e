"""One fault against one database, in a process of its own; its row goes to standard output.

python -m bench.faults.one FAULT DATABASE FOLDER TEMPLATES NOTICES SEED SHORT
"""

import json
import signal
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from bench.faults.plan import Outcome, long_form, short_form
from bench.faults.running import Site

WHERE: Final = {
    "kills": "kills",
    "broker": "outages",
    "database": "outages",
    "smtp": "outages",
    "poison": "poison",
    "twice": "twice",
    "missed": "twice",
}


def main(fault: str, database: str, folder: Path, templates: Path, *words: str) -> int:
    notices, seed, short = (int(word) for word in words)
    plan = short_form(notices, seed) if short else long_form(notices, seed)
    outcome = Outcome(fault, database)
    site = Site(folder, database, plan)
    began = time.monotonic()
    try:
        site.open(templates, **_asked(fault, site))
        # only now: what breaks things knows the models
        getattr(import_module(f"bench.faults.{WHERE[fault]}"), fault)(site, outcome)
    except Exception as error:
        outcome.problems.append(f"{type(error).__name__}: {error}")
        traceback.print_exc()
    finally:
        for asked in (signal.SIGINT, signal.SIGTERM):
            signal.signal(asked, signal.SIG_IGN)  # nothing stops the clearing up
        left = site.close()
    outcome.seconds = time.monotonic() - began
    outcome.expect(not left, f"left behind: {left}")
    print(json.dumps(outcome.as_dict()), flush=True)
    return int(bool(outcome.problems))


def _asked(fault: str, site: Site) -> dict[str, str]:
    """Haste, and the pace where it is what is tested."""
    haste = site.plan.poison_haste if fault == "poison" else site.plan.haste
    asked: dict[str, Any] = {"FAULTS_HASTE": haste}
    if fault == "smtp":
        asked["MAIL_PER_SECOND"] = site.plan.a_second
    return {name: str(value) for name, value in asked.items()}


def _end(*_signal: Any) -> None:
    raise SystemExit(1)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, _end)
    signal.signal(signal.SIGTERM, _end)
    fault, database, folder, templates, *words = sys.argv[1:]
    sys.exit(main(fault, database, Path(folder), Path(templates), *words))
