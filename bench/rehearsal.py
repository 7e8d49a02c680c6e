"""Who would hear of a draft when, and who heard of forty vacancies: time at 10,000 people.

    .venv/bin/python bench/rehearsal.py
    .venv/bin/python bench/rehearsal.py --database postgres://user:pass@host/postgres

Prints a table; exits 1 where an answer is wrong or a time too long. `bench/README.md` explains.
"""

from __future__ import annotations

import statistics
import sys
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Final
from unittest import mock

from measuring import milliseconds, options_of, verdict
from scratch import analyse, load, scratch_database

if TYPE_CHECKING:
    from vacancies.models import VacancyFacts

MOST_MS: Final = 300.0
ON_A_PAGE: Final = 40
FREQUENCIES: Final = ("at_once", "daily", "daily", "weekly", "never")


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--people", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        from field import load_needs, load_people, load_taxonomy
        from people import needs

        load_taxonomy()
        load_people(chosen.people)
        _wish(chosen.people)
        vacancies = load_needs(needs())
        analyse()
        print(f"{vendor}, {chosen.people:,} people, {len(vacancies)} vacancies")
        problems = rehearsed(vacancies, chosen.rounds)
        problems += widest(vacancies[0], chosen.rounds) + heard(vacancies, chosen.rounds)
    return verdict(problems)


def _wish(count: int) -> None:
    """Everybody chose how often mail comes, a third also when."""
    from django.utils import timezone

    now = timezone.now().isoformat()
    load(
        "accounts_noticepreference",
        ("user_id", "category", "frequency", "chosen_at"),
        ((n, "match", FREQUENCIES[n % 5], now) for n in range(1, count + 1)),
    )
    load(
        "accounts_mailrhythm",
        ("user_id", "digest_hour", "digest_day"),
        ((n, n % 24, n % 7) for n in range(1, count + 1, 3)),
    )


def rehearsed(vacancies: list[VacancyFacts], rounds: int) -> list[str]:
    """Every vacancy as a draft of the facts it has; afterwards matching finds the same people."""
    from vacancies.matching import pairs, projection, rehearsing
    from vacancies.models import Match, Vacancy

    times, fits, wrong = [], [], 0
    for facts in vacancies:
        vacancy, best = Vacancy.objects.get(pk=facts.pk), inf
        with mock.patch.object(projection, "vacancy_facts", return_value=facts):
            for _ in range(rounds):
                took, cells = milliseconds(partial(rehearsing.cells_of, vacancy))
                best = min(best, took)
        times.append(best)
        fits.append(sum(cells.values()))
        found = {one.professional_id for one in pairs.fitting(facts)}
        pairs.add([facts])
        matched = Match.objects.filter(vacancy=vacancy).values_list("professional_id", flat=True)
        wrong += found != set(matched)
    print(f"rehearsal, middle     {statistics.median(times):8.1f} ms, {max(fits):,} fit at most")
    print(f"rehearsal, slowest    {max(times):8.1f} ms, at most {MOST_MS:.0f}")
    print(f"against matching: {len(vacancies)} vacancies, {wrong} differences")
    slow = [f"a rehearsal took {max(times):.0f} ms"] if max(times) > MOST_MS else []
    return slow + ([f"{wrong} vacancies promise other people"] if wrong else [])


def widest(facts: VacancyFacts, rounds: int) -> list[str]:
    """A draft for five trades that asks next to nothing else."""
    from vacancies.matching import projection, rehearsing
    from vacancies.models import Vacancy

    vacancy, best, people = Vacancy.objects.get(pk=facts.pk), inf, 0
    least = {"domains_mask": facts.domains_mask | 15, "employment_mask": 63}
    least |= {"day_parts_mask": (1 << 18) - 1, "day_parts_needed": 1, "day_parts_enough": 1}
    least |= {"fixed_mask": 0, "hours_min": -1, "hours_max": 400, "competence_musts": 0}
    least |= {"level_min": 0, "years_min": -1, "dutch_min": 0}
    for name, value in least.items():
        setattr(facts, name, value)
    with mock.patch.object(projection, "vacancy_facts", return_value=facts):
        for _ in range(rounds):
            took, cells = milliseconds(partial(rehearsing.cells_of, vacancy))
            best, people = min(best, took), sum(cells.values())
    print(f"rehearsal, widest     {best:8.1f} ms, {people:,} fit")
    return [f"the widest rehearsal took {best:.0f} ms"] if best > MOST_MS else []


def heard(vacancies: list[VacancyFacts], rounds: int) -> list[str]:
    """The numbers of a page of vacancies, when everybody was told of everything."""
    from vacancies.matching import told
    from vacancies.models import Match, Vacancy
    from vacancies.posting import queries

    told.tell_of(Match.objects.all())
    analyse()
    page = list(Vacancy.objects.filter(pk__in=[one.pk for one in vacancies[:ON_A_PAGE]]))
    best, counts = inf, {}
    for _ in range(rounds):
        took, counts = milliseconds(partial(queries.heard_of, page))
        best = min(best, took)
    matched = sum(one.matched for one in counts.values())
    print(f"heard of {len(page)} vacancies {best:8.1f} ms, {matched:,} pairs")
    return []


if __name__ == "__main__":
    sys.exit(main())
