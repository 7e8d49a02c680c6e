"""What the benchmarks of matching share: their options, their clock, their verdict."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from people import Need

    from vacancies.matching.sides import Ask
    from vacancies.models import VacancyFacts

Result = TypeVar("Result")


def options_of(doc: str | None) -> argparse.ArgumentParser:
    """The options that each has; the first line of its docstring tells what it is."""
    options = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    options.add_argument("--database", default="", help="a PostgreSQL server; default SQLite")
    return options


def milliseconds(work: Callable[[], Result]) -> tuple[float, Result]:
    started = time.perf_counter()
    result = work()
    return (time.perf_counter() - started) * 1_000, result


def verdict(problems: Iterable[str]) -> int:
    """What to exit with: 1 where anything failed, which is told."""
    failed = list(problems)
    for problem in failed:
        print("FAILED:", problem)
    return int(bool(failed))


def ask_of(need: Need, facts: VacancyFacts) -> Ask:
    """A vacancy of the benchmark as the pure rules read it, with the keys of its competences."""
    from vacancies.matching.sides import Ask

    return Ask(
        institution_id=facts.institution_id,
        must_competences=frozenset(one + 1 for one in need.musts),
        wish_competences=frozenset(one + 1 for one in need.wishes),
        **{name: value for name, value in need.facts.items() if name != "fresh_on"},
    )
