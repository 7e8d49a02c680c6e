"""The only writer of the index: it follows vacancies, and heals what went past it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from django.db import transaction
from django.db.models import prefetch_related_objects

from vacancies.models import SearchEntry, SearchWord, Vacancy
from vacancies.search import document, queries
from vacancies.search.words import stem

BATCH: Final = 500
ROWS: Final = 2_000

Weights = Mapping[str, int]


@transaction.atomic
def index(vacancy: Vacancy) -> None:
    """Bring the index to what the vacancy says now; one that is not open leaves it."""
    current = Vacancy.objects.get(pk=vacancy.pk)  # what was prefetched may be older than the change
    prefetch_related_objects([current], *document.RELATED)
    _align({current.pk: document.weights(current) if current.is_open else {}})
    transaction.on_commit(queries.forget_counts, robust=True)


def heal() -> int:
    """Compare the whole index with the open vacancies; returns how many entries were wrong.

    Renamed schools, places and competences come in here, and words that nobody uses go out.
    """
    wrong = 0
    for batch in _batches():
        with transaction.atomic():
            wrong += _align({vacancy.pk: document.weights(vacancy) for vacancy in batch})
    with transaction.atomic():
        open_ids = Vacancy.objects.open().values("pk")
        wrong += SearchEntry.objects.exclude(vacancy__in=open_ids).delete()[0]
        SearchWord.objects.filter(entries__isnull=True).delete()
    return wrong


def _batches() -> Iterator[Sequence[Vacancy]]:
    last = 0
    while True:
        rows = Vacancy.objects.open().filter(pk__gt=last).order_by("pk")
        batch = list(rows.prefetch_related(*document.RELATED)[:BATCH])
        if not batch:
            return
        yield batch
        last = batch[-1].pk


def _align(wanted: Mapping[int, Weights]) -> int:
    """Make the entries of these vacancies what is wanted; returns how many were not."""
    missing = {pk: dict(weights) for pk, weights in wanted.items()}
    stale = []
    entries = SearchEntry.objects.filter(vacancy__in=list(wanted)).order_by()
    for pk, vacancy, word, weight in entries.values_list("pk", "vacancy", "word__word", "weight"):
        if missing[vacancy].get(word) == weight:
            del missing[vacancy][word]
        else:
            stale.append(pk)
    for start in range(0, len(stale), BATCH):
        SearchEntry.objects.filter(pk__in=stale[start : start + BATCH]).delete()
    _add(missing)
    return len(stale) + sum(map(len, missing.values()))


def _add(weights: Mapping[int, Weights]) -> None:
    ids = _ids_of({word for found in weights.values() for word in found})
    SearchEntry.objects.bulk_create(
        (
            SearchEntry(word_id=ids[word], vacancy_id=pk, weight=weight)
            for pk, found in weights.items()
            for word, weight in found.items()
        ),
        batch_size=ROWS,
        ignore_conflicts=True,
    )


def _ids_of(words: Iterable[str]) -> dict[str, int]:
    """The ids of these words; unknown ones are added. Ordered, so that two writers never cross."""
    ordered = sorted(words)
    ids = _known_ids(ordered)
    new = [SearchWord(word=word, stem=stem(word)) for word in ordered if word not in ids]
    SearchWord.objects.bulk_create(new, batch_size=ROWS, ignore_conflicts=True)
    return ids | _known_ids([row.word for row in new])


def _known_ids(words: Sequence[str]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for start in range(0, len(words), BATCH):
        rows = SearchWord.objects.filter(word__in=words[start : start + BATCH])
        ids.update(rows.order_by().values_list("word", "pk"))
    return ids
