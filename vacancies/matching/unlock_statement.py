"""The one statement behind "what would open more": the open vacancies near to one professional.

A staged scan: first what no change can mend, and what is too far or lacks two day-parts; then at
most one group of the rest may fail. It need not be exact, only leave nothing out: `unlock` asks
every criterion again in Python.
"""

# ruff: noqa: S608 -- the text is made of constants of this package alone

from dataclasses import fields
from typing import Final

from vacancies.matching.criteria import ALWAYS, BITS, CRITERIA
from vacancies.matching.measures import FREE_COUNT_SQL
from vacancies.matching.sides import Ask
from vacancies.matching.statements import ALLOWED, VACANCIES, bind
from vacancies.matching.unlock import FARTHER_KM, GROUPS, TOUCHED, TOUCHES, Kind

LATER: Final = TOUCHES[Kind.COMPETENCE]  # read with one query for all rows, told apart in Python
COLUMNS: Final = tuple(one.name for one in fields(Ask) if not one.name.endswith("_competences"))
NOT_ASIDE: Final = (
    "NOT EXISTS (SELECT 1 FROM vacancies_match m WHERE m.vacancy_id = v.vacancy_id"
    " AND m.professional_id = p.professional_id AND m.state = 'dismissed')"
)


def _met(mask: int) -> str:
    """The criteria of a mask hold, as far as they decide."""
    wanted = sorted((c for c in CRITERIA if BITS[c.key] & mask), key=lambda c: c.turn)
    return " AND ".join(
        c.sql if BITS[c.key] & ALWAYS else f"((v.must_mask & {BITS[c.key]}) = 0 OR {c.sql})"
        for c in wanted
    )


REST: Final = sum(BITS.values()) & ~TOUCHED & ~BITS["domain"]
WITHIN: Final = _met(BITS["distance"]).replace(
    "p.max_distance_m", f"(p.max_distance_m + {max(FARTHER_KM) * 1_000})"
)
ONE_SHORT: Final = f"{FREE_COUNT_SQL} >= v.day_parts_enough - 1"
HOPEFUL: Final = f"{_met(BITS['domain'])} AND {WITHIN} AND {_met(REST)} AND {ONE_SHORT}"
FAILING: Final = " + ".join(
    f"CASE WHEN {_met(group)} THEN 0 ELSE 1 END" for group in GROUPS if group != LATER
)
NEAR: Final = bind(
    f"SELECT v.vacancy_id, v.fresh_on, {', '.join(f'v.{name}' for name in COLUMNS)}"
    f" FROM (SELECT * FROM {VACANCIES} WHERE {HOPEFUL} AND {FAILING} <= 1"
    f" LIMIT 4000000000) v WHERE {ALLOWED} AND {NOT_ASIDE}",
    "p",
)
