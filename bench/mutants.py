"""Small faults planted in the rules of the routes: the tests must find them.

    .venv/bin/python bench/mutants.py
    .venv/bin/python bench/mutants.py terms predicates

Works on a copy. Prints killed and survived for each module, then every survivor; exits 1 where
fewer than 95 % are killed. `bench/README.md` explains.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from compileall import compile_dir
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.provider import OperatorProvider

ROOT = Path(__file__).resolve().parent.parent
RULES = "vacancies/routes"
TESTS = "tests/vacancies/routes"
LEAST = 0.95
PATIENCE_S = 20  # of processor time; a fault that runs longer is found: it loops
MODULES = {  # and the tests that find its faults soonest
    "calendar": ("calendar",),
    "catalogue": ("catalogue",),
    "cautions": ("vog", "budget", "training"),
    "clocks": ("training",),
    "engine": ("twelve_persons", "either", "budget"),
    "facts": ("values",),
    "masks": ("masks",),
    "predicates": ("twelve_persons", "vog", "practice", "decisions", "either"),
    "question": ("twelve_persons", "budget", "foreign", "decisions"),
    "rulebook": ("rulebook",),
    "terms": ("training", "terms"),
    "verdict": ("values",),
}
PURE_TESTS = (  # properties are left out: chance is no proof
    *("twelve_persons", "catalogue", "calendar", "rulebook", "values", "either", "vog"),
    *("practice", "budget", "decisions", "foreign", "training", "terms", "masks"),
    *("facts", "dates"),
)
COPIED = (
    "vacancies/__init__.py",
    "vacancies/codes.py",
    "vacancies/reference/rule_constants.csv",
    f"{RULES}/__init__.py",
    *(f"{RULES}/{name}.py" for name in MODULES),
    "tests/__init__.py",
    "tests/vacancies/__init__.py",
    f"{TESTS}/__init__.py",
    f"{TESTS}/cases.py",
    f"{TESTS}/expected.py",
    *(f"{TESTS}/test_{name}.py" for name in PURE_TESTS),
)
SAME = {  # of members of an enum, `is` and `==` say the same
    "ReplaceComparisonOperator_Is_Eq",
    "ReplaceComparisonOperator_IsNot_NotEq",
}
FREE = {"VariableReplacer", "VariableInserter"}  # these ask which variable to break


@dataclass(frozen=True)
class Mutant:
    module: str
    operator: str
    code: str


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("modules", nargs="*", metavar="module", help=", ".join(MODULES))
    chosen = options.parse_args().modules or list(MODULES)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy_to(Path(folder))
        os.chdir(folder)
        if survives(PURE_TESTS):
            return report(chosen)
        print("The tests fail without any fault; mend them first.")
        return 1


def copy_to(folder: Path) -> None:
    for name in COPIED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)
    (folder / "pytest.ini").write_text("[pytest]\n")
    compile_dir(folder, quiet=1)


def report(modules: list[str]) -> int:
    began, survived, total = time.monotonic(), 0, 0
    print(f"{'module':<12}{'faults':>8}{'killed':>8}{'survived':>10}")
    for name in modules:
        path = Path(RULES, f"{name}.py")
        mutants = list(mutants_of(name, path.read_text()))
        left = [one for one in mutants if lives(one, path)]
        killed = len(mutants) - len(left)
        print(f"{name:<12}{len(mutants):>8}{killed:>8}{len(left):>10}", flush=True)
        for one in left:
            print(f"    {one.operator}\n{change(one)}", flush=True)
        survived += len(left)
        total += len(mutants)
    rate = 1 - survived / total
    print(f"\n{rate:.1%} of {total} killed in {time.monotonic() - began:.0f} s; least {LEAST:.0%}")
    return 0 if rate >= LEAST else 1


def mutants_of(module: str, source: str) -> Iterator[Mutant]:
    """Each fault once; none that changes only an annotation, which nobody runs."""
    seen = {meaning(source)}
    provider = OperatorProvider()
    for name in sorted(set(provider) - FREE - SAME):
        operator = provider[name]()
        places = sum(
            len(list(operator.mutation_positions(node))) for node in ast_nodes(get_ast(source))
        )
        for place in range(places):
            code = mutate_code(source, operator, place)
            with suppress(SyntaxError):
                if code and (meant := meaning(code)) not in seen:
                    seen.add(meant)
                    yield Mutant(module, name, code)


class _Bare(ast.NodeTransformer):
    """Without annotations, and without the marks of how an argument may be passed."""

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        node.args = [*node.posonlyargs, *node.args, *node.kwonlyargs]
        node.defaults = [*node.defaults, *(one for one in node.kw_defaults if one)]
        node.posonlyargs, node.kwonlyargs, node.kw_defaults = [], [], []
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def meaning(source: str) -> str:
    return ast.dump(_Bare().visit(ast.parse(source)))


def lives(mutant: Mutant, path: Path) -> bool:
    """Whether the tests pass with this fault; the file is put back as it was."""
    before, at = path.read_text(), path.stat()
    path.write_text(mutant.code)
    try:
        return survives(sorted(PURE_TESTS, key=lambda name: name not in MODULES[mutant.module]))
    finally:
        path.write_text(before)
        os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))


def survives(tests: Iterable[str]) -> bool:
    """The tests in a process of their own, forked so that pytest is already there."""
    child = os.fork()
    if not child:
        run(tests)
    _child, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def run(tests: Iterable[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE_S, PATIENCE_S))
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.getcwd())
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    files = [f"{TESTS}/test_{name}.py" for name in tests]
    quick = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "--no-header", "--tb=no"]
    code = 1
    try:
        code = int(pytest.main([*quick, *files]))
    finally:
        os._exit(code)


def change(mutant: Mutant) -> str:
    before = Path(RULES, f"{mutant.module}.py").read_text().splitlines()
    lines = difflib.unified_diff(before, mutant.code.splitlines(), lineterm="", n=0)
    return "\n".join(f"    {one}" for one in lines if not one.startswith(("---", "+++", "@@")))


if __name__ == "__main__":
    sys.exit(main())
