"""The routes of people as the facts keep them: read in bulk, judged once for who told the same."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import Professional
from vacancies.models import CandidateFacts
from vacancies.routes.book import rule_book
from vacancies.routes.facts import Person
from vacancies.routes.masks import masks_of
from vacancies.routes.queries import people_of

REMEMBERED: Final = 50_000
BATCH: Final = 2_000
COLUMNS: Final = ("routes_open_mask", "routes_open_if_mask", "papers_told")
WRITE: Final = (  # 100,000 rows by `bulk_update` take a minute more
    "UPDATE vacancies_candidatefacts SET routes_open_mask = %s, routes_open_if_mask = %s,"
    " papers_told = %s, is_matched = FALSE WHERE professional_id = %s"
)


@dataclass(frozen=True, slots=True)
class Ways:
    """Routes open today, routes that may open, and whether all papers are told (0 or 1)."""

    open_mask: int = 0
    open_if_mask: int = 0
    papers_told: int = 0


Judge = Callable[[Person, bool], Ways]


def judge_of(on: date) -> Judge:
    """Judges people for one day; it remembers, as many told the same."""
    book = rule_book()

    @lru_cache(maxsize=REMEMBERED)
    def judge(person: Person, willing: bool) -> Ways:
        return Ways(*masks_of(person, willing=willing, on=on, book=book), int(person.papers_told))

    return judge


def ways_of(
    people: Collection[Professional], *, on: date | None = None, judge: Judge | None = None
) -> dict[int, Ways]:
    """The ways of these people by their key, in a constant number of queries."""
    day = on or timezone.localdate()
    judge = judge or judge_of(day)
    willing = {one.pk: one.willing_to_train is True for one in people}
    return {pk: judge(person, willing[pk]) for pk, person in people_of(willing, day)}


def rewrite(rows: QuerySet[CandidateFacts], *, on: date) -> int:
    """Judge these rows anew and write those that differ; they wait to be matched. How many."""
    judge, written = judge_of(on), 0
    for batch in _batches(list(rows.order_by("pk").values_list("pk", flat=True))):
        changed = list(_changed(batch, judge, on))
        with connection.cursor() as cursor:
            cursor.executemany(WRITE, changed)
        written += len(changed)
    return written


def _changed(keys: list[int], judge: Judge, on: date) -> Iterator[tuple[int, ...]]:
    """The new values of each row that differs, and its key."""
    stored = {
        pk: now
        for pk, *now in CandidateFacts.objects.filter(pk__in=keys).values_list("pk", *COLUMNS)
    }
    willing = set(_willing(keys))
    for pk, person in people_of(keys, on):
        ways = judge(person, pk in willing)
        now = [ways.open_mask, ways.open_if_mask, ways.papers_told]
        if stored.get(pk, now) != now:
            yield *now, pk


def _willing(keys: list[int]) -> Iterable[int]:
    rows = Professional.objects.filter(pk__in=keys, willing_to_train=True)
    return rows.values_list("pk", flat=True)


def _batches(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
