"""Runs the statement of reach for facts that may not be stored."""

from collections.abc import Sequence

from django.db import connection, transaction

from vacancies.matching import pairs, reach_statements
from vacancies.matching.reach import Row
from vacancies.models import VacancyFacts


@transaction.atomic
def groups(facts: VacancyFacts, musts: Sequence[int]) -> list[Row]:
    """The groups of people for these facts; `musts`: keys of competences, in their order."""
    pairs.without_compiling()
    values = reach_statements.values_of(facts, musts)
    with connection.cursor() as cursor:
        cursor.execute(reach_statements.reach(facts.must_mask, len(musts)), values)
        return [reach_statements.row_of(number, people) for number, people in cursor]
