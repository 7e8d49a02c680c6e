"""All open vacancies matched from nothing: how many matches are stored in a second.

    .venv/bin/python bench/rebuild.py --people 100000
    .venv/bin/python bench/rebuild.py --people 100000 --database postgres://user:pass@host/postgres

Prints a table; exits 1 where a check or the limit fails. `bench/README.md` explains.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from match import stored_differences
from measuring import options_of, verdict
from scratch import analyse, scratch_database

if TYPE_CHECKING:
    from vacancies.models import VacancyFacts

LEAST = {"sqlite": 0, "postgresql": 15_000}  # a second; SQLite only reports
VACANCIES = 400


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.people, chosen.rounds)


def measure(vendor: str, count: int, rounds: int) -> int:
    from field import load_needs, load_people, load_taxonomy
    from people import needs

    sample = needs(VACANCIES)
    load_taxonomy()
    load_people(count)
    vacancies = load_needs(sample)
    analyse()
    print(f"{vendor}, {count:,} people, {VACANCIES} vacancies")
    best = max(stored_a_second(vacancies) for _ in range(rounds))
    print(f"matches stored a second   {best:8,.0f}, at least {LEAST[vendor]:,}")
    problems = [f"{best:,.0f} a second is too few"] if best < LEAST[vendor] else []
    problems += stored_differences(sample, vacancies, count)
    return verdict(problems)


def stored_a_second(vacancies: list[VacancyFacts]) -> float:
    """So many in a transaction, as a rebuild does it; nobody is told here."""
    from vacancies.matching import pairs
    from vacancies.models import Match

    Match.objects.all().delete()
    started = time.perf_counter()
    stored = 0
    for start in range(0, len(vacancies), pairs.AT_ONCE):
        batch = vacancies[start : start + pairs.AT_ONCE]
        for facts in pairs.with_pairs(batch):
            pairs.settle(facts)
        stored += pairs.add(batch)
    took = time.perf_counter() - started
    print(f"  {stored:,} matches in {took:.2f} s")
    return stored / took


if __name__ == "__main__":
    sys.exit(main())
