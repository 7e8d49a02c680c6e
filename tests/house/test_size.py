"""Nothing is longer than a second reader can hold."""

import ast
from pathlib import Path

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


def long_files(paths: list[Path], most: int) -> dict[str, int]:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > most}


def long_functions(path: Path) -> dict[str, int]:
    return {
        f"{path.relative_to(ROOT)}: {node.name}": length
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION
    }


def test_files_are_short():
    assert long_files(CODE, FILE) == {}


def test_functions_are_short():
    assert {name: n for path in CODE for name, n in long_functions(path).items()} == {}


def test_templates_are_short():
    assert long_files(TEMPLATES, TEMPLATE) == {}
