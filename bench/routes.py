"""Routes judged: one person over all routes, and the masks of everybody rebuilt.

    .venv/bin/python bench/routes.py --people 100000
    .venv/bin/python bench/routes.py --people 100000 --database postgres://user:pass@host/postgres

Prints a table; exits 1 where a check or a limit fails. `bench/README.md` explains.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING

from scratch import analyse, load, scratch_database

if TYPE_CHECKING:
    from papers import Told

    from vacancies.routes.facts import Person

MOST_MS = 0.2
MOST_S = 60.0
SAMPLE = 5_000


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--database", default="", help="a PostgreSQL server; default SQLite")
    chosen = options.parse_args()
    with scratch_database(chosen.database) as vendor:
        return measure(vendor, chosen.people)


def measure(vendor: str, count: int) -> int:
    from field import load_people, load_taxonomy
    from papers import told

    started = time.perf_counter()
    load_taxonomy()
    load_people(count)
    everybody = list(told(count))
    load_papers(everybody)
    analyse()
    print(f"{vendor}, {count:,} people loaded in {time.perf_counter() - started:.0f} s")
    problems = [*one_verdict(everybody), *rebuilt(count), *differences(everybody)]
    for problem in problems:
        print("FAILED:", problem)
    return 1 if problems else 0


def one_verdict(everybody: list[Told]) -> list[str]:
    """All twelve routes for one person, in milliseconds; the median of many different people."""
    from papers import ON

    from vacancies.routes.book import rule_book
    from vacancies.routes.catalogue import ROUTES
    from vacancies.routes.engine import judge
    from vacancies.routes.facts import Board, Case
    from vacancies.routes.masks import FITS_ALL, neutral

    book, took = rule_book(), []
    levels = levels_of(min(SAMPLE, len(everybody)))
    for one, (level, years) in zip(everybody, levels, strict=False):
        person = neutral(person_as_told(one, level, years), on=ON, book=book)
        case = Case(person, FITS_ALL, Board(), ON)
        started = time.perf_counter()
        found = judge(ROUTES, case, book)
        took.append((time.perf_counter() - started) * 1_000)
        if len(found) != len(ROUTES):
            return [f"{len(found)} verdicts for {len(ROUTES)} routes"]
    middle, tenth = statistics.median(took), statistics.quantiles(took, n=10)[-1]
    print(f"one person, {len(ROUTES)} routes     {middle:8.3f} ms, at most {MOST_MS}")
    print(f"  nine of ten within      {tenth:8.3f} ms")
    return [] if middle <= MOST_MS else [f"{middle:.3f} ms a person is more than {MOST_MS}"]


def rebuilt(count: int) -> list[str]:
    """Everybody read, judged and written; once more changes nobody."""
    from papers import ON

    from vacancies.matching import actions
    from vacancies.models import CandidateFacts

    CandidateFacts.objects.update(routes_open_mask=0, routes_open_if_mask=0, papers_told=0)
    started = time.perf_counter()
    changed = actions.rebuild_routes(ON)
    took = time.perf_counter() - started
    started = time.perf_counter()
    again = actions.rebuild_routes(ON)
    print(f"masks of {count:,}          {took:8.1f} s, at most {MOST_S:.0f}; {changed:,} written")
    print(f"the same again            {time.perf_counter() - started:8.1f} s, {again} written")
    problems = [] if took <= MOST_S or count < SAMPLE else [f"{took:.1f} s is more than {MOST_S}"]
    if changed != count:
        problems.append(f"{changed} of {count} people got masks")
    return problems + ([f"a re-run changed {again} people"] if again else [])


def differences(everybody: list[Told]) -> list[str]:
    """The masks in the database against the pure engine, for every person."""
    from papers import ON, willing

    from vacancies.matching.ways import COLUMNS
    from vacancies.models import CandidateFacts
    from vacancies.routes.book import rule_book
    from vacancies.routes.masks import masks_of

    book = rule_book()
    stored = CandidateFacts.objects.order_by("pk").values_list("pk", *COLUMNS).iterator()
    wrong = 0
    for row, one, (level, years) in zip(stored, everybody, levels_of(len(everybody)), strict=True):
        person = person_as_told(one, level, years)
        masks = masks_of(person, willing=willing(row[0]), on=ON, book=book)
        wrong += row[1:] != (*masks, int(person.papers_told))
    print(f"oracle: {len(everybody):,} people, {wrong} differences")
    return [f"the masks of {wrong} people differ from the pure engine"] if wrong else []


def person_as_told(one: Told, level: int, years: int) -> Person:
    """The person straight from the generator; papers that ran out do not count."""
    from papers import NOT_READ, ON

    from vacancies.routes.facts import Paper, Person, Practice

    all_told, no_ban, since, instructing, course, until = one.answers or (None,) * 4 + ("", None)
    return Person(
        papers=tuple(
            Paper(kind, scope, origin, issued)
            for kind, scope, origin, issued, ends in one.papers
            if kind not in NOT_READ and (ends is None or ends >= ON)
        ),
        papers_told=all_told is not None,
        level=level or None,
        practice=(Practice(since),) if since else (),
        practice_years=None if years < 0 else years,
        declares_no_ban=True if no_ban else None,
        instructor_since=instructing,
        course_kind=course,
        course_until=until,
    )


def levels_of(count: int) -> list[tuple[int, int]]:
    """Level and years of the first people, as the generator drew them."""
    from people import people

    return [
        pair
        for block in people(count)
        for pair in zip(block.facts["level"].tolist(), block.facts["years"].tolist(), strict=True)
    ]


def load_papers(everybody: list[Told]) -> None:
    """Answers and papers as rows; level, years and willingness on the profile."""
    from django.db import connection, transaction
    from django.utils import timezone
    from papers import willing

    now = timezone.now().isoformat()
    with transaction.atomic():
        load(
            "accounts_routeanswers",
            ("professional_id", "papers_told_on", "no_ban_declared_on", "practice_since",
             "instructor_since", "course_kind", "course_until", "updated_at"),
            ((pk, *one.answers, now) for pk, one in enumerate(everybody, 1) if one.answers),
        )  # fmt: skip
        load(
            "accounts_credential",
            ("public_id", "professional_id", "kind", "field", "scope", "origin", "issuer",
             "issued_on", "valid_until", "file", "file_name", "file_type", "created_at",
             "updated_at"),
            (
                (f"{pk * 100 + number:032x}", pk, kind, "", scope, origin, "", issued, until,
                 "", "", "", now, now)
                for pk, one in enumerate(everybody, 1)
                for number, (kind, scope, origin, issued, until) in enumerate(one.papers)
            ),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE accounts_professional SET"
                " level = (SELECT NULLIF(f.level, 0) FROM vacancies_candidatefacts f"
                " WHERE f.professional_id = accounts_professional.id),"
                " years_experience = (SELECT NULLIF(f.years, -1) FROM vacancies_candidatefacts f"
                " WHERE f.professional_id = accounts_professional.id)"
            )
            cursor.executemany(
                "UPDATE accounts_professional SET willing_to_train = %s WHERE id = %s",
                [(willing(pk), pk) for pk in range(1, len(everybody) + 1)],
            )


if __name__ == "__main__":
    sys.exit(main())
