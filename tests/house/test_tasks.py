"""Tasks are leaves: named in the schedule, short, and known to the worker."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from portal.celery import app
from portal.schedule import BEAT_SCHEDULE

ROOT = Path(settings.BASE_DIR)
LINES = 8
BEAT = """
import sys
from portal.beat import app
app.loader.init_worker()
print(len(app.conf.beat_schedule), "accounts.models" in sys.modules)
"""


@pytest.fixture(scope="module")
def known_tasks():
    app.loader.import_default_modules()
    return set(app.tasks)


@pytest.mark.parametrize("entry", BEAT_SCHEDULE)
def test_beat_starts_a_task_that_exists(entry, known_tasks):
    assert BEAT_SCHEDULE[entry]["task"] in known_tasks


def test_beat_knows_the_schedule_without_our_code():
    said = subprocess.run(
        [sys.executable, "-c", BEAT], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert said.stdout.split() == [str(len(BEAT_SCHEDULE)), "False"]


def test_every_task_module_is_known_to_the_worker(known_tasks):
    declared = {name for path in ROOT.glob("*/*/tasks.py") for name in _task_names(path)}

    assert declared - known_tasks == set()


def test_pokes_name_tasks_that_exist(known_tasks):
    poked = {
        node.args[0].value
        for folder in ("portal", "accounts", "vacancies")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "poke"
        and isinstance(node.args[0], ast.Constant)
    }

    assert poked - known_tasks == set()


@pytest.mark.parametrize("path", sorted(ROOT.glob("*/*/tasks.py")), ids=str)
def test_tasks_are_at_most_eight_lines(path):
    long = [
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.body[0].lineno + 1 > LINES
    ]

    assert long == []


def _task_names(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "shared_task":
            yield from (word.value.value for word in node.keywords if word.arg == "name")
