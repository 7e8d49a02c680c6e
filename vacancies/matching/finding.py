"""How each database finds the people worth judging for a vacancy, without reading everybody.

Only ever a superset: whom it finds every criterion still judges. Both ways rest on demands that
always decide: domain, and on PostgreSQL also function and distance.

SQLite: an index that begins with the domains; of the few combinations of domains that people have,
those with a domain that is asked. The index holds what the first criteria read.

PostgreSQL: an index of tokens. A person has one for each pair of a domain and a function in each
cell of the Dutch plane that the own circle touches; cells are at least as wide as the circle, so
nobody has many. A vacancy asks one of its pairs in one of the cells it lies in, so the index reads
those people and no others. The person's side is the function `vacancies_candidate_tokens` in the
database, of migration 0023.
"""

# ruff: noqa: S608 -- the text is made of constants of this module alone

from typing import Final, Protocol

PEOPLE: Final = "vacancies_candidatefacts"
BY_DOMAIN_SQL: Final = (
    "p.domains_mask IN (WITH RECURSIVE held(mask) AS ("
    f"SELECT min(domains_mask) FROM {PEOPLE} UNION ALL"
    f" SELECT (SELECT min(domains_mask) FROM {PEOPLE} WHERE domains_mask > held.mask)"
    " FROM held WHERE held.mask IS NOT NULL)"
    " SELECT mask FROM held WHERE (mask & v.domains_mask) <> 0)"
)
PERSON_SQL: Final = (
    "vacancies_candidate_tokens(p.domains_mask, p.functions_mask, p.x, p.y, p.max_distance_m)"
)
BY_TOKENS_SQL: Final = f"{PERSON_SQL} && v.tokens"
LEVELS: Final = 6
SMALLEST: Final = 8_000  # metres: the side of a cell for circles of up to that radius
ORIGIN: Final = 16_384_000  # metres: makes every position positive, also nowhere and lost


class Asked(Protocol):
    """The columns of a vacancy that become tokens."""

    domains_mask: int
    function_mask: int
    x1: int
    y1: int
    x2: int
    y2: int
    x3: int
    y3: int


def tokens_of(vacancy: Asked) -> list[int]:
    """A person worth judging has one of these."""
    spots = {(vacancy.x1, vacancy.y1), (vacancy.x2, vacancy.y2), (vacancy.x3, vacancy.y3)}
    cells = {_cell(level, *spot) for level in range(LEVELS) for spot in spots}
    return sorted(
        (domain << 5 | function) << 27 | cell
        for domain in _bits(vacancy.domains_mask)
        for function in _bits(vacancy.function_mask)
        for cell in cells
    )


def _cell(level: int, x: int, y: int) -> int:
    side = SMALLEST << level
    return (level + 1) << 24 | (x + ORIGIN) // side << 12 | (y + ORIGIN) // side


def _bits(mask: int) -> list[int]:
    return [bit for bit in range(mask.bit_length()) if mask >> bit & 1]
