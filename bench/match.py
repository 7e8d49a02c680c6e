"""One vacancy matched, scored and stored, against a plain filter over the same table.

    .venv/bin/python bench/match.py --people 100000
    .venv/bin/python bench/match.py --people 100000 --database postgres://user:pass@host/postgres

Prints a table; exits 1 where a check or the ratio fails. `bench/README.md` explains.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from scratch import analyse, scratch_database

if TYPE_CHECKING:
    from people import Need

    from vacancies.matching.sides import Offer
    from vacancies.models import VacancyFacts

Result = TypeVar("Result")
MOST = 2.0
SAMPLE = 2_000


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--database", default="", help="a PostgreSQL server; default SQLite")
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.people, chosen.rounds)


def measure(vendor: str, count: int, rounds: int) -> int:
    from field import load_needs, load_people, load_taxonomy
    from people import needs

    sample = needs()
    started = time.perf_counter()
    load_taxonomy()
    load_people(count)
    vacancies = load_needs(sample)
    analyse()
    print(f"{vendor}, {count:,} people loaded in {time.perf_counter() - started:.0f} s")
    problems = oracle_differences(sample, vacancies, min(count, SAMPLE))
    problems += timed(vacancies, count, rounds)
    for problem in problems:
        print("FAILED:", problem)
    return 1 if problems else 0


def timed(vacancies: list[VacancyFacts], count: int, rounds: int) -> list[str]:
    """The yardstick and the work in turns, so that a slow moment of the machine hits both."""
    from vacancies.matching import pairs
    from vacancies.models import Match

    plain: list[float] = []
    first: list[float] = []
    again: list[float] = []
    stored: list[int] = []
    changed = 0
    for _ in range(rounds):
        Match.objects.all().delete()
        for facts in vacancies:
            plain.append(milliseconds(plain_filter)[0])
            took, result = milliseconds(partial(pairs.refresh, facts))
            first.append(took)
            stored.append(result.added)
        for facts in vacancies:
            took, result = milliseconds(partial(pairs.refresh, facts))
            again.append(took)
            changed += result != pairs.Refreshed()
    ratio = report(plain, first, again, stored, count)
    problems = [] if ratio <= MOST else [f"{ratio:.2f} x L1 is more than {MOST}"]
    return problems + ([f"a re-run changed {changed} vacancies"] if changed else [])


def report(
    plain: list[float], first: list[float], again: list[float], stored: list[int], count: int
) -> float:
    yardstick = statistics.median(plain)
    ours = statistics.median(first)
    p90 = statistics.quantiles(first, n=10)[-1]
    share = statistics.mean(stored) / count
    print(f"one-column filter (L1)    {yardstick:8.2f} ms")
    print(f"match + score + store     {ours:8.2f} ms = {ours / yardstick:.2f} x L1, at most {MOST}")
    print(f"  nine of ten within      {p90:8.2f} ms = {p90 / yardstick:.2f} x L1")
    print(f"the same again, adds 0    {statistics.median(again):8.2f} ms")
    print(f"matches of a vacancy      {statistics.mean(stored):8.1f} = {share:.3%} of the people")
    return ours / yardstick


def plain_filter() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vacancies_candidatefacts WHERE level >= %s", [4])
        return int(cursor.fetchone()[0])


def oracle_differences(sample: list[Need], vacancies: list[VacancyFacts], count: int) -> list[str]:
    """Failed mask and score of every pair, in SQL and in plain Python."""
    from vacancies.matching import criteria, pairs, scoring
    from vacancies.matching.sides import Ask

    offers = offers_of(count)
    differences, seen = 0, 0
    for need, facts in zip(sample, vacancies, strict=True):
        ask = Ask(
            institution_id=facts.institution_id,
            must_competences=need.musts,
            wish_competences=need.wishes,
            **{name: value for name, value in need.facts.items() if name != "fresh_on"},
        )
        found = {p: (mask, points) for p, _, mask, points in pairs.failed_and_score(facts)}
        for number, offer in enumerate(offers, start=1):
            hidden = ask.institution_id in offer.hidden_from
            mine = (criteria.failed_mask(ask, offer), scoring.score(ask, offer))
            differences += found.get(number) != (None if hidden else mine)
            seen += 1
    print(f"oracle: {seen:,} pairs, {differences} differences")
    return [f"{differences} pairs differ from the oracle"] if differences else []


def offers_of(count: int) -> list[Offer]:
    """The first people of the generator as the pure rules read them."""
    from people import people

    from vacancies.matching.sides import Offer

    block = next(iter(people(count)))
    held: list[set[int]] = [set() for _ in range(count)]
    for person, competence in block.held.tolist():
        held[person].add(competence)
    hidden = set(block.hidden.tolist())
    columns = {name: col.tolist() for name, col in block.facts.items() if name != "fresh_on"}
    return [
        Offer(
            competences=frozenset(held[i]),
            hidden_from=frozenset([1] if i in hidden else []),
            **{name: column[i] for name, column in columns.items()},
        )
        for i in range(count)
    ]


def milliseconds(work: Callable[[], Result]) -> tuple[float, Result]:
    started = time.perf_counter()
    result = work()
    return (time.perf_counter() - started) * 1_000, result


if __name__ == "__main__":
    sys.exit(main())
