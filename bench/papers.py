"""What the people of the benchmark told about papers: seeded, with the kinds that rules read.

Drawn in the same blocks of 10,000 as `people.py`. Four in ten told nothing; of the others nearly
all declared that no court bars them. Dates lie around the days on which something begins or ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from people import BLOCK, SEED

ON = date(2026, 11, 20)
KINDS = (
    ("vog", 30),
    ("higher_diploma", 14),
    ("associate_degree", 5),
    ("teacher_diploma", 5),
    ("pabo", 2),
    ("pdg", 3),
    ("instructor_diploma", 4),
    ("instructor_degree", 2),
    ("bbo_proof", 2),
    ("trainer_course", 12),
    ("foreign_diploma", 3),
    ("foreign_rating", 2),
    ("eu_recognition", 2),
    ("foreign_equated", 1),
    ("vocational_diploma", 25),
    ("trade_certificate", 20),
)
ABROAD = ("foreign_diploma", "eu_recognition", "foreign_equated")
NOT_READ = ("vocational_diploma", "trade_certificate")


@dataclass(frozen=True)
class Told:
    """One person; `answers` None: nothing told. A paper: kind, scope, origin, issued, until."""

    papers: tuple[tuple[str, str, str, date, date | None], ...]
    answers: tuple[date | None, date | None, date | None, date | None, str, date | None] | None


def told(count: int) -> Iterator[Told]:
    """Person i of the benchmark told the i-th of these."""
    for start in range(0, count, BLOCK):
        random = Random(f"{SEED}-papers-{start // BLOCK}")
        for _ in range(min(BLOCK, count - start)):
            yield _one(random)


def willing(number: int) -> bool:
    """Every third person is willing to train."""
    return number % 3 == 0


def _one(random: Random) -> Told:
    if random.random() < 0.4:
        return Told((), None)
    kinds = random.choices([k for k, _ in KINDS], [w for _, w in KINDS], k=random.randint(0, 4))
    return Told(tuple(_paper(random, kind) for kind in kinds), _answers(random))


def _paper(random: Random, kind: str) -> tuple[str, str, str, date, date | None]:
    issued = _ago(random, 400 if kind == "vog" else 9_000)
    until = issued + timedelta(days=random.randint(30, 4_000)) if random.random() < 0.2 else None
    scope = random.choice(("teaching", "support", "other")) if kind in ABROAD else ""
    origin = random.choice(("eea", "elsewhere")) if kind in ABROAD else ""
    return kind, scope, origin, issued, until


def _answers(
    random: Random,
) -> tuple[date | None, date | None, date | None, date | None, str, date | None]:
    course = random.choices(("", "bbl", "dual"), (90, 6, 4))[0]
    return (
        _maybe(random, 0.7, 300),
        _maybe(random, 0.95, 300),
        _maybe(random, 0.5, 9_000),
        _maybe(random, 0.08, 5_000),
        course,
        ON + timedelta(days=random.randint(-200, 700)) if course else None,
    )


def _maybe(random: Random, share: float, most: int) -> date | None:
    return _ago(random, most) if random.random() < share else None


def _ago(random: Random, most: int) -> date:
    return ON - timedelta(days=random.randint(0, most))
