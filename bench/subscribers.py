"""The other design, one query for each subscriber, against ours, on the same data.

    .venv/bin/python bench/subscribers.py --people 100000
    .venv/bin/python bench/subscribers.py --people 100000 --database postgres://user:pass@host/postgres

Prints a table; exits 1 where a check or the ratio fails. `bench/README.md` explains.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from measuring import options_of, verdict
from scratch import analyse, scratch_database

if TYPE_CHECKING:
    from vacancies.models import VacancyFacts

LEAST = {"sqlite": 0.0, "postgresql": 15.0}  # times ours; SQLite only reports
VACANCIES = 50
SAMPLE = 5_000


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--asked", type=int, default=SAMPLE, help="of how many to take the time")
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.people, min(chosen.asked, chosen.people))


def measure(vendor: str, count: int, asked: int) -> int:
    from field import load_needs, load_people, load_taxonomy
    from people import needs

    load_taxonomy()
    load_people(count)
    vacancies = load_needs(needs(VACANCIES))
    analyse()
    ours, pairs_of_ours = our_way(vacancies)
    step = count // asked
    people = range(1, count + 1, step)[:asked]
    theirs, found = their_way(people)
    whole = theirs / len(people) * count
    print(f"{vendor}, {count:,} people, {VACANCIES} vacancies; asked every {step}th subscriber")
    print(f"ours                      {ours:8.2f} s")
    print(f"a query per subscriber    {whole:8.2f} s = {whole / ours:.1f} x ours")
    problems = [] if whole / ours >= LEAST[vendor] else ["less than 15 times ours"]
    mine = {pair for pair in pairs_of_ours if pair[0] in set(people)}
    print(f"the same people: {len(mine):,} pairs, {len(mine ^ found)} differences")
    problems += ["the pairs differ"] if mine != found else []
    return verdict(problems)


def our_way(vacancies: list[VacancyFacts]) -> tuple[float, set[tuple[int, int]]]:
    """One statement a vacancy; matched, scored and stored."""
    from vacancies.matching import pairs
    from vacancies.models import Match

    started = time.perf_counter()
    for facts in vacancies:
        pairs.refresh(facts)
    took = time.perf_counter() - started
    return took, set(Match.objects.values_list("professional_id", "vacancy_id"))


def their_way(people: range) -> tuple[float, set[tuple[int, int]]]:
    """What each subscriber asks of the open vacancies; only found, not scored and not stored.

    The profile is at hand: only the query is timed, and PostgreSQL plans it once, not each time.
    """
    from django.db import connection

    from vacancies.matching import pairs
    from vacancies.matching.statements import FITS, VACANCIES, bind
    from vacancies.models import CandidateFacts

    text = bind(f"SELECT v.vacancy_id FROM {VACANCIES} WHERE {FITS}", "p")
    found: set[tuple[int, int]] = set()
    took = 0.0
    with connection.cursor() as cursor:
        run = planned_once(connection) if connection.vendor == "postgresql" else cursor.execute
        for facts in CandidateFacts.objects.iterator():
            if facts.pk not in people:
                continue
            values = pairs.bound(facts)[1]
            started = time.perf_counter()
            rows = run(text, values).fetchall()
            took += time.perf_counter() - started
            found |= {(facts.pk, row[0]) for row in rows}
    return took, found


def planned_once(connection: Any) -> Callable[[str, dict[str, Any]], Any]:
    import psycopg

    return partial(psycopg.Cursor(connection.connection).execute, prepare=True)


if __name__ == "__main__":
    sys.exit(main())
