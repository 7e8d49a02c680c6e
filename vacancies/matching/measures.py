"""What the criteria measure on a pair: distance, day-parts, competences, routes. Pure.

Each measure stands here in Python over `Ask` and `Offer` and, where the databases compute it too,
in SQL over `v` (vacancies_vacancyfacts) and `p` (vacancies_candidatefacts). Integers only, so that
SQLite, PostgreSQL and Python agree to the last point.
"""

from typing import Final

from vacancies.matching.bits import popcount_sql
from vacancies.matching.sides import Ask, Offer

YEARS_OF_PRACTICE: Final = 3  # what counts instead of an education level
MOST_MUSTS: Final = 15  # as many competences as a vacancy may ask
FARTHER_M: Final = 10_000
AN_HOUR: Final = 10  # in tenths of a clock hour
LATER_DAYS: Final = 28
NOT_TOLD_HOURS: Final = 9_999
NOT_TOLD_DATE: Final = 9_999_999


def _square_sql(number: int) -> str:
    x, y = f"(p.x - v.x{number})", f"(p.y - v.y{number})"
    return f"({x} * {x} + {y} * {y})"


def nearest_square(ask: Ask, offer: Offer) -> int:
    """The square of the distance in metres from home to the nearest location."""
    spots = ((ask.x1, ask.y1), (ask.x2, ask.y2), (ask.x3, ask.y3))
    near = spots if ask.more_locations else spots[:1]
    return min((offer.x - x) ** 2 + (offer.y - y) ** 2 for x, y in near)


def missing_musts(ask: Ask, offer: Offer) -> int:
    """Bit j is set when the must that is number j by its key is not held."""
    return sum(
        1 << number
        for number, one in enumerate(sorted(ask.must_competences))
        if one not in offer.competences
    )


def only_bit(mask: int) -> int:
    return mask if mask.bit_count() == 1 else 0


def one_more_day_part(ask: Ask, offer: Offer) -> int:
    """The day-parts that make it enough when they are asked too."""
    free = (offer.day_parts_mask & ask.day_parts_mask).bit_count()
    one_short = free == ask.day_parts_enough - 1
    return offer.day_parts_mask & ~ask.day_parts_mask if one_short else 0


def held_competences(ask: Ask, offer: Offer) -> int:
    """How many of the competences asked, must and wish together, the professional has."""
    return len((ask.must_competences | ask.wish_competences) & offer.competences)


def share_of_distance(ask: Ask, offer: Offer) -> tuple[int, int]:
    whole = offer.max_distance_m**2 + 1
    return max(0, whole - nearest_square(ask, offer)), whole


def is_open(ask: Ask, offer: Offer) -> bool:
    """A route that the vacancy accepts is open to the professional today."""
    return offer.routes_open_mask & ask.routes_mask != 0


def may_open(ask: Ask, offer: Offer) -> bool:
    """An accepted route opens when the person and the school each do their part."""
    return offer.routes_open_if_mask & ask.routes_help_mask != 0


def share_of_route(ask: Ask, offer: Offer) -> tuple[int, int]:
    """Open today counts in full, what still has to be arranged for half."""
    return (2 if is_open(ask, offer) else int(may_open(ask, offer))), 2


def share_of_day_parts(ask: Ask, offer: Offer) -> tuple[int, int]:
    free = (ask.day_parts_mask & offer.day_parts_mask).bit_count()
    return min(free, ask.day_parts_needed), ask.day_parts_needed


SQUARES: Final = tuple(_square_sql(number) for number in (1, 2, 3))
RADIUS_SQL: Final = "p.max_distance_m * p.max_distance_m"
FARTHER_SQL: Final = f"(p.max_distance_m + {FARTHER_M}) * (p.max_distance_m + {FARTHER_M})"
NEAREST_SQL: Final = (
    f"CASE WHEN v.more_locations = 0 THEN {SQUARES[0]}"
    f" WHEN {SQUARES[0]} <= {SQUARES[1]} AND {SQUARES[0]} <= {SQUARES[2]} THEN {SQUARES[0]}"
    f" WHEN {SQUARES[1]} <= {SQUARES[2]} THEN {SQUARES[1]} ELSE {SQUARES[2]} END"
)
FREE_SQL: Final = "p.day_parts_mask & v.day_parts_mask"
FREE_COUNT_SQL: Final = popcount_sql(FREE_SQL)
HELD_SQL: Final = (
    "(SELECT count(CASE WHEN c.competence_id IN (SELECT r.competence_id"
    " FROM vacancies_requirement r WHERE r.vacancy_id = v.vacancy_id"
    " AND r.kind = 'competence' AND r.strength {strengths}) THEN 1 END)"
    " FROM accounts_professionalcompetence c WHERE c.professional_id = p.professional_id)"
)
HELD_MUSTS_SQL: Final = HELD_SQL.format(strengths="= 'must'")
HELD_ALL_SQL: Final = HELD_SQL.format(strengths="IN ('must', 'wish')")
OPEN_SQL: Final = "(p.routes_open_mask & v.routes_mask) <> 0"
MAY_OPEN_SQL: Final = "(p.routes_open_if_mask & v.routes_help_mask) <> 0"
