"""Nothing is longer than a second reader can hold."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
FILE, FUNCTION, TEMPLATE = 400, 50, 120
CODE = sorted(
    path
    for folder in ("portal", "accounts", "vacancies", "tests", "bench", ".ci")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_file_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_functions_are_short(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))

    long = {
        node.name: length
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION
    }

    assert long == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_template_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= TEMPLATE
