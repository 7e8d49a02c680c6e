"""Write docs/lifecycles.md from the tables of lifecycles."""

from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand

from vacancies.lifecycles import PROCESSES, Process, Step

PAGE: Final = Path(__file__).parents[3] / "docs" / "lifecycles.md"
FRAME: Final = """# Lifecycles

Written by `manage.py lifecycles_doc` from `vacancies/lifecycles.py`; change the table, not this
page. Actions ask the table before each step, a constraint in the database repeats it on the row
that records the step, and the rows in order lead to the state. A moderator can undo the last step
with a reason; the undo is a row as well.
"""


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        PAGE.write_text(document(), encoding="utf-8")
        self.stdout.write(str(PAGE))


def document() -> str:
    """The whole page."""
    return "\n".join([FRAME, *(part for process in PROCESSES for part in _chapter(process))])


def _chapter(process: Process) -> list[str]:
    title = process.name.replace("_", " ").capitalize()
    table = ["| step | from | to | by |", "| --- | --- | --- | --- |", *map(_row, process.steps)]
    return [f"## {title}", *_diagram(process), "", *table, ""]


def _diagram(process: Process) -> list[str]:
    moves = [
        f"  {source} --> {step.target}: {step.verb}"
        for step in process.steps
        for source in _in_order(step, process)
    ]
    ends = [f"  {state} --> [*]" for state in process.states if state in process.ends]
    first = f"  [*] --> {process.first}"
    return ["```mermaid", "stateDiagram-v2", first, *moves, *ends, "```"]


def _row(step: Step) -> str:
    sources = ", ".join(f"`{state}`" for state in sorted(step.sources))
    sides = ", ".join(sorted(step.sides))
    return f"| `{step.verb}` | {sources} | `{step.target}` | {sides} |"


def _in_order(step: Step, process: Process) -> list[str]:
    return [state for state in process.states if state in step.sources]
