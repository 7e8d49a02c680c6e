"""Break a running site in every way we know, and count what arrives.

    .venv/bin/python -m bench.faults
    .venv/bin/python -m bench.faults --database sqlite --notices 2000 --only kills broker
    .venv/bin/python -m bench.faults --short

Prints a row for each fault and database; exits 1 when one fails. `bench/README.md` explains.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from bench.faults.lanes import Lanes
from bench.faults.one import WHERE
from bench.faults.plan import POSTGRES, SQLITE


def main() -> int:
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = options.folder or Path(tempfile.mkdtemp(prefix="dagdeel-faults-"))
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)  # PostgreSQL runs as somebody else
    try:
        return 0 if Lanes(options, folder).run() else 1
    finally:
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    databases = [SQLITE, POSTGRES]
    options.add_argument("--database", nargs="+", choices=databases, default=databases)
    options.add_argument("--only", nargs="+", choices=list(WHERE), default=list(WHERE))
    options.add_argument("--notices", type=int, default=0, help="10,000, or 300 when short")
    options.add_argument("--seed", type=int, default=20261122)
    options.add_argument("--short", action="store_true", help="as in CI: a minute or two")
    options.add_argument("--folder", type=Path, help="work here and leave everything behind")
    return options.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
