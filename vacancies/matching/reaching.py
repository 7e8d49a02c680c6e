"""Runs the statement of reach for facts that may not be stored."""

from collections.abc import Sequence
from typing import Final

from django.db import connection, transaction

from vacancies.matching import pairs, reach_statements
from vacancies.matching.reach import Row
from vacancies.models import VacancyFacts

SLACK: Final = 2  # metres: -1, a distance not told, has a square too


@transaction.atomic
def groups(facts: VacancyFacts, musts: Sequence[int]) -> list[Row]:
    """The groups of people for these facts; `musts`: keys of competences, in their order."""
    pairs.without_detours()
    values = _values(facts, musts)
    with connection.cursor() as cursor:
        cursor.execute(reach_statements.reach(facts.must_mask, len(musts)), values)
        return [reach_statements.row_of(number, people) for number, people in cursor]


def _values(facts: VacancyFacts, musts: Sequence[int]) -> dict[str, int]:
    """What the statement binds: the facts, the square they lie in, and the competences."""
    xs, ys = (facts.x1, facts.x2, facts.x3), (facts.y1, facts.y2, facts.y3)
    return {
        **{f"v_{one.attname}": getattr(facts, one.attname) for one in facts._meta.fields},
        **{reach_statements.MUST.format(number): pk for number, pk in enumerate(musts)},
        "west": min(xs) - SLACK,
        "east": max(xs) + SLACK,
        "south": min(ys) - SLACK,
        "north": max(ys) + SLACK,
    }
