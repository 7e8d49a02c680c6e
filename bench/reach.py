"""What one vacancy reaches with every demand dropped or softened, against a plain filter.

    .venv/bin/python bench/reach.py --people 100000
    .venv/bin/python bench/reach.py --people 100000 --database postgres://user:pass@host/postgres

Prints a table; exits 1 where a check or the ratio fails. `bench/README.md` explains.
"""

from __future__ import annotations

import statistics
import sys
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from match import offers_of, plain_filter
from measuring import ask_of, milliseconds, options_of, verdict
from scratch import analyse, scratch_database

if TYPE_CHECKING:
    from people import Need

    from vacancies.models import VacancyFacts

MOST = {"sqlite": 7.0, "postgresql": 4.0}
SAMPLE = 10_000


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.people, chosen.rounds)


def measure(vendor: str, count: int, rounds: int) -> int:
    from field import load_needs, load_people, load_taxonomy
    from people import needs

    sample = needs()
    load_taxonomy()
    first = min(count, SAMPLE)
    load_people(first)
    vacancies = load_needs(sample)
    analyse()
    problems = oracle_differences(sample, vacancies, first)
    if count > first:
        load_people(count, after=first)
        analyse()
    print(f"{vendor}, {count:,} people")
    problems += timed(vendor, sample, vacancies, rounds)
    return verdict(problems)


def timed(vendor: str, sample: list[Need], vacancies: list[VacancyFacts], rounds: int) -> list[str]:
    """The yardstick and the work in turns; the best of each vacancy, as in `match.py`."""
    from vacancies.matching import reach, reaching

    plain, ours, sums = ([inf] * len(sample) for _ in range(3))
    groups = [0] * len(sample)
    for _ in range(rounds):
        for number, (need, facts) in enumerate(zip(sample, vacancies, strict=True)):
            yardstick, _count = milliseconds(plain_filter)
            musts = sorted(one + 1 for one in need.musts)
            took, rows = milliseconds(partial(reaching.groups, facts, musts))
            more, _reach = milliseconds(partial(reach.sum_up, rows))
            plain[number] = min(plain[number], yardstick)
            ours[number] = min(ours[number], took + more)
            sums[number] = min(sums[number], more)
            groups[number] = len(rows)
    return report(vendor, plain, ours, sums, groups)


def report(
    vendor: str, plain: list[float], ours: list[float], sums: list[float], groups: list[int]
) -> list[str]:
    yardstick, middle = statistics.median(plain), statistics.median(ours)
    p90 = statistics.quantiles(ours, n=10)[-1]
    most = MOST[vendor]
    print(f"one-column filter (L1)    {yardstick:8.2f} ms")
    print(
        f"reach, every change       {middle:8.2f} ms = {middle / yardstick:.2f} x L1, at most {most}"
    )
    print(f"  nine of ten within      {p90:8.2f} ms = {p90 / yardstick:.2f} x L1")
    print(
        f"  of that, sums in Python {statistics.median(sums):8.2f} ms, {statistics.median(groups):.0f} groups"
    )
    slow = middle / yardstick > most
    return [f"{middle / yardstick:.2f} x L1 is more than {most}"] if slow else []


def oracle_differences(sample: list[Need], vacancies: list[VacancyFacts], count: int) -> list[str]:
    """The groups of every vacancy, in SQL and in plain Python."""
    from vacancies.matching import reach, reaching

    offers = offers_of(count)
    differences = 0
    for need, facts in zip(sample, vacancies, strict=True):
        theirs = reach.rows_of(ask_of(need, facts), offers)
        found = reaching.groups(facts, sorted(one + 1 for one in need.musts))
        differences += sorted(found) != theirs
    print(f"oracle: {len(sample)} vacancies x {count:,} people, {differences} differences")
    return [f"{differences} vacancies differ from the oracle"] if differences else []


if __name__ == "__main__":
    sys.exit(main())
