"""Runs the statements of matching for one professional, one vacancy, or many to add to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils import timezone

from vacancies.matching import statements
from vacancies.matching.finding import tokens_of
from vacancies.matching.scoring import RULE_VERSION
from vacancies.models import CandidateFacts, Lapse, Match, VacancyFacts

BATCH: Final = 1000
AT_ONCE: Final = 50  # vacancies that a rebuild matches in one transaction
Facts = CandidateFacts | VacancyFacts


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did to the stored pairs."""

    added: int = 0
    dropped: int = 0
    updated: int = 0

    def __add__(self, other: "Refreshed") -> "Refreshed":
        return Refreshed(
            self.added + other.added, self.dropped + other.dropped, self.updated + other.updated
        )


class Fitting(NamedTuple):
    """Somebody whom a vacancy fits; `is_stopped`: the address takes no mail."""

    professional_id: int
    user_id: int
    is_stopped: bool
    score: int


@transaction.atomic
def refresh(facts: Facts) -> Refreshed:
    """Drop what no longer fits, score again what does, add what is new. Twice is once."""
    done = settle(facts) if stored(facts).exists() else Refreshed()
    return done + Refreshed(added=add([facts]))


@transaction.atomic(savepoint=False)
def settle(facts: Facts) -> Refreshed:
    """Drop the stored pairs that no longer fit, score the others again."""
    without_detours()
    side, values = bound(facts)
    dropped = drop(facts)
    updated = _run(statements.UPDATE[side], values)
    if updated:
        _run(statements.END_LAPSE[side], values)
    return Refreshed(dropped=dropped, updated=updated)


@transaction.atomic(savepoint=False)
def add(batch: Sequence[Facts]) -> int:
    """Add what is new; PostgreSQL does it for many vacancies at once."""
    without_detours()
    vacancies = [facts for facts in batch if isinstance(facts, VacancyFacts)]
    if vacancies and connection.vendor == "postgresql":
        return _run(statements.INSERT_OF_MANY, _named(vacancies))
    added = 0
    for facts in batch:
        side, values = bound(facts)
        added += _run(statements.INSERT[side], values)
    return added


def drop(facts: Facts) -> int:
    """Delete the pairs that no longer fit and of which nobody was told; shelve the others.

    Of those it is kept since when they do not fit, and which musts fail.
    """
    side, values = bound(facts)
    deleted = _run(statements.DELETE[side], values)
    lapsed = _run(statements.LAPSE[side], values)
    if lapsed:
        _run(statements.SHELVE[side], values)
    return deleted + lapsed


def shelve(matches: QuerySet[Match]) -> int:
    """Shelve pairs of which one side is not there to be matched: no must decides that."""
    now = timezone.now()
    keys = matches.filter(is_current=True).order_by("pk").values_list("pk", flat=True)
    lapses = [Lapse(match_id=pk, from_at=now, failed_mask=0) for pk in keys]
    Lapse.objects.bulk_create(lapses, batch_size=BATCH, ignore_conflicts=True)
    return Match.objects.filter(pk__in=matches.values("pk"), is_current=True).update(
        is_current=False
    )


@transaction.atomic
def failed_and_score(facts: Facts) -> list[tuple[int, int, int, int]]:
    """(professional, vacancy, failed mask, score) of every pair that may be considered at all."""
    without_detours()
    side, values = bound(facts)
    with connection.cursor() as cursor:
        cursor.execute(statements.FAILED_AND_SCORE[side], values)
        return [(int(a), int(b), int(c), int(d)) for a, b, c, d in cursor.fetchall()]


@transaction.atomic
def fitting(facts: VacancyFacts) -> list[Fitting]:
    """Whom a vacancy fits, found as `add` finds them, the best first. The vacancy may be a draft;
    nothing is written."""
    without_detours()
    _side, values = bound(facts)
    with connection.cursor() as cursor:
        cursor.execute(
            statements.FITTING[connection.vendor], values | {"v_tokens": _array(tokens_of(facts))}
        )
        found = [Fitting(pk, user, bool(stopped), n) for pk, user, stopped, n in cursor]
    return sorted(found, key=lambda one: (-one.score, one.professional_id))


def stored(facts: Facts) -> QuerySet[Match]:
    """The stored pairs of this vacancy or professional."""
    return Match.objects.filter(
        **{"vacancy" if isinstance(facts, VacancyFacts) else "professional": facts.pk}
    )


def with_pairs(vacancies: Sequence[VacancyFacts]) -> QuerySet[VacancyFacts]:
    """Those of which any pair is stored."""
    pair = Match.objects.filter(vacancy=OuterRef("vacancy"))
    return VacancyFacts.objects.filter(Exists(pair), pk__in=[facts.pk for facts in vacancies])


def bound(facts: Facts) -> tuple[str, dict[str, Any]]:
    """Which side this is, and its columns as the statements name them."""
    side = "v" if isinstance(facts, VacancyFacts) else "p"
    columns = {f"{side}_{field.attname}": getattr(facts, field.attname) for field in _fields(facts)}
    return side, columns | {"rule_version": RULE_VERSION, "now": timezone.now()}


def _named(vacancies: Sequence[VacancyFacts]) -> dict[str, Any]:
    """The vacancies by number, each with its tokens; the rest the statement reads itself."""
    return {
        "vacancies": [facts.pk for facts in vacancies],
        "tokens": [_array(tokens_of(facts)) for facts in vacancies],
        "rule_version": RULE_VERSION,
        "now": timezone.now(),
    }


def _array(numbers: Iterable[int]) -> str:
    return f"{{{','.join(map(str, numbers))}}}"


def _fields(facts: Model) -> Any:
    return facts._meta.concrete_fields


def without_detours() -> None:
    """What PostgreSQL leaves off for these statements, until the end of the transaction.

    To compile takes half a second where the statement takes ten ms. To ask for each page ahead,
    one page long, is work twice for facts that are nearly always in memory.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL jit = off; SET LOCAL effective_io_concurrency = 0")


def _run(text: str, values: dict[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        return max(0, int(cursor.rowcount))
