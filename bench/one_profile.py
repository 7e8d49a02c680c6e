"""One profile against all open vacancies, and what would open more for it.

    .venv/bin/python bench/one_profile.py --vacancies 20000
    .venv/bin/python bench/one_profile.py --database postgres://user:pass@host/postgres

Prints a table; exits 1 where a check or the ratio fails. `bench/README.md` explains.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from measuring import ask_of, milliseconds, options_of, verdict
from scratch import analyse, scratch_database

if TYPE_CHECKING:
    from people import Need

    from accounts.models import Professional
    from vacancies.matching.sides import Ask, Offer

MOST = {"sqlite": 8.0, "postgresql": 6.0}  # match + score + store, times the count of vacancies
PEOPLE, SAMPLE, ORACLE = 2_400, 24, 2
BATCH = 2_000


def main() -> int:
    options = options_of(__doc__)
    options.add_argument("--vacancies", type=int, default=20_000)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.vacancies, chosen.rounds)


def measure(vendor: str, count: int, rounds: int) -> int:
    from field import load_people, load_taxonomy
    from people import needs

    from accounts.models import Professional

    started = time.perf_counter()
    load_taxonomy()
    load_people(PEOPLE)
    asks = load_open(needs(count))
    analyse()
    print(f"{vendor}, {count:,} open vacancies loaded in {time.perf_counter() - started:.0f} s")
    step = PEOPLE // SAMPLE
    sample = list(Professional.objects.filter(pk__in=range(step, PEOPLE + 1, step)).order_by("pk"))
    problems = timed(vendor, sample, rounds)
    problems += match_differences(asks, sample)
    problems += opening_differences(asks, sample[:ORACLE])
    return verdict(problems)


def timed(vendor: str, sample: list[Professional], rounds: int) -> list[str]:
    """The yardstick and the work in turns, so that a slow moment of the machine hits both."""
    from vacancies.matching import pairs
    from vacancies.models import CandidateFacts, Match
    from vacancies.openings import queries

    times: dict[str, list[float]] = {"count": [], "match": [], "open": [], "hints": []}
    opened: list[int] = []
    for _ in range(rounds):
        Match.objects.all().delete()
        for person in sample:
            facts = CandidateFacts.objects.get(pk=person.pk)
            times["count"].append(milliseconds(plain_count)[0])
            times["match"].append(milliseconds(partial(pairs.refresh, facts))[0])
            took, found = milliseconds(partial(queries.openings_of, person))
            times["open"].append(took)
            times["hints"].append(milliseconds(partial(queries.hints, person))[0])
            opened.append(sum(len(one) for one in found))
    return report(vendor, times, opened)


def report(vendor: str, times: dict[str, list[float]], opened: list[int]) -> list[str]:
    yardstick, most = statistics.median(times["count"]), MOST[vendor]
    said = {
        "count": "count of them, one column filtered",
        "match": f"match + score + store, at most {most}",
        "open": "what would open more, all changes",
        "hints": "the day-parts of the week page",
    }
    for key, words in said.items():
        middle, p90 = statistics.median(times[key]), statistics.quantiles(times[key], n=10)[-1]
        print(f"{words:36} {middle:8.2f} ms = {middle / yardstick:5.2f} x; p90 {p90:8.2f} ms")
    print(f"vacancies that a single change opens: {statistics.mean(opened):.1f} a person")
    ratio = statistics.median(times["match"]) / yardstick
    return [] if ratio <= most else [f"{ratio:.2f} x the count is more than {most}"]


def plain_count() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM vacancies_vacancyfacts WHERE level_min >= %s", [4])
        return int(cursor.fetchone()[0])


def load_open(needs: list[Need]) -> dict[int, Ask]:
    """Open vacancies with facts and requirements, in bulk; what each asks, by its key."""
    from field import SCHOOLS

    from vacancies.models import VacancyFacts

    asks: dict[int, Ask] = {}
    for start in range(0, len(needs), BATCH):
        batch = needs[start : start + BATCH]
        keys = _vacancies(batch, start)
        schools = [(start + n) % SCHOOLS + 1 for n in range(len(batch))]
        rows = VacancyFacts.objects.bulk_create(
            VacancyFacts(vacancy_id=pk, institution_id=school, is_matched=True, **need.facts)
            for pk, school, need in zip(keys, schools, batch, strict=True)
        )
        asks |= {row.pk: ask_of(need, row) for row, need in zip(rows, batch, strict=True)}
    return asks


def _vacancies(batch: list[Need], start: int) -> list[int]:
    from django.utils import timezone
    from field import SCHOOLS

    from vacancies.enums import VacancyStatus
    from vacancies.models import Requirement, Vacancy

    now = timezone.now()
    rows = Vacancy.objects.bulk_create(
        Vacancy(
            institution_id=(start + number) % SCHOOLS + 1,
            status=VacancyStatus.PUBLISHED,
            title=f"Vacature {start + number}",
            function_kind="guest_teacher",
            day_parts_mask=need.facts["day_parts_mask"],
            day_parts_needed=need.facts["day_parts_needed"],
            hours_min=1,
            hours_max=40,
            starts_on=date.fromordinal(need.facts["starts_on"]),
            closes_on=date.fromordinal(need.facts["starts_on"]),
            published_at=now,
        )
        for number, need in enumerate(batch)
    )
    Requirement.objects.bulk_create(
        Requirement(
            vacancy_id=row.pk, kind="competence", strength=strength, competence_id=competence + 1
        )
        for row, need in zip(rows, batch, strict=True)
        for strength, asked in (("must", need.musts), ("wish", need.wishes))
        for competence in sorted(asked)
    )
    return [row.pk for row in rows]


def match_differences(asks: dict[int, Ask], sample: list[Professional]) -> list[str]:
    """The stored matches of each person, and those of plain Python."""
    from vacancies.matching.criteria import fits
    from vacancies.matching.scoring import score
    from vacancies.models import Match

    differences = 0
    for person in sample:
        offer = offer_of(person)
        stored = dict(Match.objects.filter(professional=person).values_list("vacancy", "score"))
        differences += stored != {pk: score(a, offer) for pk, a in asks.items() if fits(a, offer)}
    print(f"oracle: {len(sample) * len(asks):,} pairs matched, {differences} people differ")
    return [f"the matches of {differences} people differ"] if differences else []


def opening_differences(asks: dict[int, Ask], sample: list[Professional]) -> list[str]:
    """What each change opens, and what matching anew with the changed offer finds."""
    from vacancies.matching.criteria import fits
    from vacancies.matching.unlock import Kind, changes_of
    from vacancies.openings import queries

    differences = checked = 0
    for person in sample:
        offer = offer_of(person)
        found = {one.change.key: set(one.vacancies) for one in queries.openings_of(person)}
        before = {pk for pk, ask in asks.items() if fits(ask, offer)}
        for change in changes_of(offer, dict(queries.routes_with(person))):
            changed = change.apply(offer)
            new = {pk for pk, ask in asks.items() if fits(ask, changed)} - before
            told = found.get(change.key, set())
            shorter = change.kind is Kind.DISTANCE and not told  # told only where it opens more
            differences += told != new and not (
                shorter and len(new) == len(found.get("afstand-10", ()))
            )
            checked += 1
    print(f"oracle: {checked} changes of {len(sample)} people, {differences} differences")
    return [f"{differences} changes open something else"] if differences else []


def offer_of(person: Professional) -> Offer:
    """The person as the pure rules read it, with whom it hides from."""
    from dataclasses import replace

    from vacancies.models import CandidateFacts
    from vacancies.openings import queries

    offer = queries.offer_of(CandidateFacts.objects.get(pk=person.pk))
    hidden = frozenset(person.hidden_from.values_list("pk", flat=True))
    return replace(offer, hidden_from=hidden)


if __name__ == "__main__":
    sys.exit(main())
