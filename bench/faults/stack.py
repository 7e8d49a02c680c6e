"""The processes of `make run` under its supervisor, without its set-up.

    python -m bench.faults.stack broker web worker beat

A name with a 2 behind it is the same process once more: started by mistake.
"""

import os
import sys
from pathlib import Path

from portal.run.__main__ import commands
from portal.run.leash import end_with_parent
from portal.run.supervisor import Supervisor


def chosen(names: list[str], state_dir: Path) -> dict[str, list[str]]:
    known = commands(state_dir)
    return {name: _twin(name, known[name.rstrip("2")], state_dir) for name in names}


def _twin(name: str, command: list[str], state_dir: Path) -> list[str]:
    """Beat keeps a file: a second one has its own, as on a second machine."""
    schedule = str(state_dir / "beat-schedule")
    twin = name.endswith("2")
    return [f"{word}-2" if twin and word == schedule else word for word in command]


def main() -> int:
    end_with_parent()
    names = sys.argv[1:]
    return Supervisor(chosen(names, Path(os.environ["STATE_DIR"]))).run()


if __name__ == "__main__":
    sys.exit(main())
