"""The one statement behind reach: a staged scan of the people for one vacancy, stored or not.

First who fails three of the four most selective demands is dropped, then the other demands are
looked at, then competences for whom it still matters. Facts and competences are bound.
"""

# ruff: noqa: S608 -- the text is made of constants of this package alone

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from vacancies.matching.criteria import BITS, CRITERIA
from vacancies.matching.demands import Criterion
from vacancies.matching.measures import FREE_SQL
from vacancies.matching.reach import BEYOND, MOST_FAILED, PLACES, THE_WORK
from vacancies.matching.statements import CANDIDATES, bind

ONE: Final = 1 << 32  # the bits of failed demands stand below, their number from here on
TOO_MANY: Final = (MOST_FAILED + 1) * ONE
FENCE: Final = "LIMIT 4000000000"  # larger than any table: keeps a stage from being merged away
MUST: Final = "must_{}"
IN_TURN: Final = sorted(CRITERIA, key=lambda one: one.turn)
SELECTIVE: Final = 4
PROBE: Final = {  # cheaper than the demand, true wherever that holds
    "day_parts": f"({FREE_SQL}) <> 0",
    "distance": "(v.more_locations = 1 OR (p.x - v.x1 <= p.max_distance_m + 2"
    " AND v.x1 - p.x <= p.max_distance_m + 2))",
}
HIDDEN: Final = (
    "SELECT professional_id FROM accounts_professional_hidden_from"
    " WHERE institution_id = v.institution_id"
)
USED: Final = sorted(
    {f"p.{name}" for _, one, _ in PLACES for name in re.findall(r"\bp\.(\w+)", one.sql)}
    - {"p.missing"}
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


def _at_least(least: int, claims: Sequence[str]) -> str:
    """So many of the claims hold; the database stops as soon as it knows."""
    if least <= 0:
        return "1 = 1"
    if len(claims) <= least:
        return " AND ".join(claims)
    first, *rest = claims
    return (
        f"(({first} AND {_at_least(least - 1, rest)}) OR {_at_least(least, rest)})"
        if least > 1
        else f"({' OR '.join(claims)})"
    )


def _missing(musts: int) -> str:
    """Bit j is set when must number j is not held."""
    return " + ".join(
        "CASE WHEN EXISTS (SELECT 1 FROM accounts_professionalcompetence c"
        f" WHERE c.professional_id = p.professional_id AND c.competence_id = %({MUST.format(j)})s)"
        f" THEN 0 ELSE {1 << j} END"
        for j in range(musts)
    )


def _flags(decide: Sequence[Criterion], failed: str) -> str:
    keys = {one.key for one in decide}
    return " + ".join(
        [
            "0",
            *(
                f"CASE WHEN ({failed}) & {BITS[key]} = 0 THEN 0"
                f" ELSE CAST({variant.sql} AS bigint) * {1 << shift} END"
                for key, variant, shift in PLACES
                if key in keys
            ),
        ]
    )


@lru_cache(maxsize=128)
def reach(must_mask: int, musts: int) -> str:
    """(failed, flags, people) of every group, for these musts and so many competences."""
    decide = [one for one in IN_TURN if BITS[one.key] & must_mask]
    if musts == 0:
        decide = [one for one in decide if not one.typed_sql]
    last = [one for one in decide if one.typed_sql]
    counted = f"(p.failed + {_failed(last)})" if last else "p.failed"
    columns = ", ".join(["p.professional_id", "p.failed", *USED])
    missing = (
        f"SELECT {columns}, CASE WHEN p.failed < {TOO_MANY} THEN {_missing(musts)} ELSE 0 END"
        f" AS missing FROM looked p {FENCE}"
    )
    return bind(
        f"WITH looked AS (SELECT {', '.join(['p.professional_id', *USED])},"
        f" {_failed([one for one in decide if one not in last])} AS failed"
        f" FROM {CANDIDATES} WHERE {_may_count(decide)} {FENCE})"
        f"{f', held AS ({missing})' if last else ''}"
        f" SELECT CASE WHEN {counted} < {TOO_MANY} THEN ({counted}) & {ONE - 1}"
        f" ELSE {BEYOND} + (p.failed & {BITS['distance']}) END AS failing,"
        f" CASE WHEN {counted} < {TOO_MANY} THEN {_flags(decide, counted)} ELSE 0 END AS softened,"
        f" count(*) FROM {'held' if last else 'looked'} p"
        f" WHERE ({counted} < {TOO_MANY} OR (p.failed & {THE_WORK}) = 0)"
        f" AND p.professional_id NOT IN ({HIDDEN})"
        " GROUP BY 1, 2",
        "v",
    )


def _may_count(decide: Sequence[Criterion]) -> str:
    """Who fails too many by the cheap demands alone, and does not seek the work, goes."""
    first, then = decide[:SELECTIVE], [one for one in decide[SELECTIVE:] if not one.typed_sql]
    claims = [f"({PROBE[one.key]} AND {one.sql})" if one.key in PROBE else one.sql for one in first]
    seeks = [one.sql for one in decide if BITS[one.key] & THE_WORK]
    enough, more = (_at_least(len(claims) - few, claims) for few in (MOST_FAILED, 1))
    rest = _all([one.sql for one in then])
    return f"({_all(seeks)} OR ({enough} AND ({more} OR {rest})))"


def _all(claims: Sequence[str]) -> str:
    return f"({' AND '.join(claims) or '1 = 1'})"
