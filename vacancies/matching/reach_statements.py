"""The one statement behind reach: a staged scan of the people for one vacancy, stored or not.

First goes who does not seek the work and fails three of five: domain, function, the square around
the own circle, day-parts, and all other demands as one. Of who is left each demand is looked at,
competences by a join, and one number is made that tells the group. Facts and competences are bound.
"""

# ruff: noqa: S608 -- the text is made of constants of this package alone

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from vacancies.matching.criteria import BITS, CRITERIA
from vacancies.matching.demands import Criterion
from vacancies.matching.reach import BEYOND, MOST_FAILED, PLACES, THE_WORK, Row
from vacancies.matching.statements import CANDIDATES, bind

ONE: Final = 1 << 32  # the bits of failed demands stand below, their number from here on
TOO_MANY: Final = (MOST_FAILED + 1) * ONE
FENCE: Final = "LIMIT 4000000000"  # larger than any table: keeps a stage from being merged away
MUST: Final = "must_{}"
IN_TURN: Final = sorted(CRITERIA, key=lambda one: one.turn)
APART: Final = 4  # domain, function, distance and day-parts: the most selective
PROBE: Final = {  # cheaper than the demand, true wherever that holds
    "distance": "(p.x + p.max_distance_m >= %(west)s AND p.x - p.max_distance_m <= %(east)s"
    " AND p.y + p.max_distance_m >= %(south)s AND p.y - p.max_distance_m <= %(north)s)",
}
BITS_OF_FAILED: Final = len(CRITERIA) + 1  # of a group's number; above them the flags
FAILED: Final = (1 << BITS_OF_FAILED) - 1
FAILS_MORE: Final = 1 << len(CRITERIA)
HELD_BY: Final = "accounts_professionalcompetence"
HIDDEN: Final = (
    "SELECT professional_id FROM accounts_professional_hidden_from"
    " WHERE institution_id = v.institution_id"
)
USED: Final = sorted(
    {f"p.{name}" for _, one, _ in PLACES for name in re.findall(r"\bp\.(\w+)", one.sql)}
    - {"p.missing"}
)


def row_of(number: int, people: int) -> Row:
    """The group that the statement gave this number."""
    if number & FAILS_MORE:
        return BEYOND | number & FAILED & ~FAILS_MORE, 0, people
    return number & FAILED, number >> BITS_OF_FAILED, people


@lru_cache(maxsize=128)
def reach(must_mask: int, musts: int) -> str:
    """(number, people) of every group, for these musts and so many competences."""
    decide = [one for one in IN_TURN if BITS[one.key] & must_mask and (musts or not one.typed_sql)]
    asked = range(musts if any(one.typed_sql for one in decide) else 0)
    missing = " + ".join(
        ["0", *(f"CASE WHEN c{j}.competence_id IS NULL THEN {1 << j} ELSE 0 END" for j in asked)]
    )
    joins = "".join(f" LEFT JOIN {HELD_BY} c{j} ON {_of_must(j)}" for j in asked)
    looked = (
        f"SELECT p.professional_id, {', '.join(USED)}, {missing} AS missing,"
        f" {_failed(decide).replace('p.missing', f'({missing})')} AS failed"
        f" FROM {CANDIDATES}{joins} WHERE {_may_count(decide, asked)} {FENCE}"
    )
    grouped = (
        f"SELECT CASE WHEN p.failed = 0 THEN 0 WHEN p.failed >= {TOO_MANY}"
        f" THEN {FAILS_MORE} + (p.failed & {BITS['distance']})"
        f" ELSE (p.failed & {ONE - 1}) + (({_flags(decide)}) << {BITS_OF_FAILED}) END AS number"
        f" FROM ({looked}) p WHERE (p.failed < {TOO_MANY} OR (p.failed & {THE_WORK}) = 0)"
        f" AND p.professional_id NOT IN ({HIDDEN}) {FENCE}"
    )
    return bind(f"SELECT number, count(*) FROM ({grouped}) g GROUP BY number", "v")


def _may_count(decide: Sequence[Criterion], asked: Iterable[int]) -> str:
    """Seeks the work, or fails at most two of five; the last of them is all but the first four."""
    plain = [one for one in decide if not one.typed_sql]  # competences are looked up apart
    rest = [one.sql for one in plain[APART:]]
    held = [f"EXISTS (SELECT 1 FROM {HELD_BY} c{j} WHERE {_of_must(j)})" for j in asked]
    return (
        f"CASE {_fails(plain[:APART])} WHEN {MOST_FAILED} THEN"
        f" CASE WHEN {' AND '.join([*rest, *held]) or 'TRUE'} THEN TRUE ELSE FALSE END"
        f" WHEN {MOST_FAILED + 1} THEN FALSE ELSE TRUE END"
    )


def _fails(demands: Sequence[Criterion], failed: int = 0) -> str:
    """How many fail, at most three; 0 for who seeks the work. None is looked at twice."""
    number = failed.bit_count()
    if number > MOST_FAILED or not demands:
        return str(number)
    first, rest = demands[0], demands[1:]
    if not any(BITS[one.key] & THE_WORK for one in demands) and not failed & THE_WORK:
        return "0"
    return (
        f"CASE WHEN {PROBE.get(first.key, first.sql)} THEN {_fails(rest, failed)}"
        f" ELSE {_fails(rest, failed | BITS[first.key])} END"
    )


def _of_must(number: int) -> str:
    return (
        f"c{number}.competence_id = %({MUST.format(number)})s"
        f" AND c{number}.professional_id = p.professional_id"
    )


def _failed(criteria: Iterable[Criterion]) -> str:
    return " + ".join(
        [
            "0",
            *(
                f"CASE WHEN {one.typed_sql or one.sql} THEN 0 ELSE {ONE + BITS[one.key]} END"
                for one in criteria
            ),
        ]
    )


def _flags(decide: Sequence[Criterion]) -> str:
    """Which softened demands would hold, of the demands that failed."""
    softened = {
        one.key: [
            f"CAST({variant.sql} AS bigint) * {1 << shift}"
            for key, variant, shift in PLACES
            if key == one.key
        ]
        for one in decide
    }
    return " + ".join(
        [
            "0",
            *(
                f"CASE WHEN p.failed & {BITS[key]} = 0 THEN 0 ELSE {' + '.join(told)} END"
                for key, told in softened.items()
                if told
            ),
        ]
    )
