"""What a vacancy demands of a professional: one ordered tuple, the single source of every answer.

Each criterion holds an SQL condition over `v` (vacancies_vacancyfacts) and `p`
(vacancies_candidatefacts), the same in Python over `Ask` and `Offer`, and its share in the score.
Integers only, so that SQLite, PostgreSQL and Python agree to the last point. Its place in the
tuple is its bit in `must_mask` and in the failed mask: append, then rebuild the facts. Its
variants are the same demand made softer; `reach` tells what each would bring.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from portal.kit import dayparts
from vacancies.matching.bits import popcount_sql
from vacancies.matching.sides import Ask, Offer

YEARS_OF_PRACTICE: Final = 3  # what counts instead of an education level
MOST_MUSTS: Final = 15  # as many competences as a vacancy may ask
FARTHER_M: Final = 10_000
AN_HOUR: Final = 10  # in tenths of a clock hour
LATER_DAYS: Final = 28
NOT_TOLD_HOURS: Final = 9_999
NOT_TOLD_DATE: Final = 9_999_999


Pair = Callable[[Ask, Offer], bool]
Share = Callable[[Ask, Offer], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A demand made softer, in one way or in `width` ways of a kind.

    Bit j of `bits`, in SQL and in Python, tells that the demand holds once softened in way j.
    """

    key: str
    sql: str
    bits: Callable[[Ask, Offer], int]
    width: int = 1


@dataclass(frozen=True, slots=True)
class Criterion:
    """One demand.

    `typed_sql` is the condition for a vacancy that is not stored, where it differs. `share` is how much of it is there, as (part, whole), whole 0 where nothing is asked; a
    criterion without share is all or nothing. `always` tells that it decides in every vacancy;
    else a requirement row says so. `turn` is its place in the WHERE: cheap and selective first.
    """

    key: str
    turn: int
    sql: str
    holds: Pair
    not_told: Pair
    always: bool = True
    share_sql: tuple[str, str] | None = None
    share: Share | None = None
    variants: tuple[Variant, ...] = ()
    typed_sql: str = ""


def _softer(key: str, sql: str, holds: Pair) -> Variant:
    return Variant(key, f"CASE WHEN {sql} THEN 1 ELSE 0 END", lambda v, p: int(holds(v, p)))


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


def _one_bit(mask: int) -> int:
    return mask if mask.bit_count() == 1 else 0


def _one_more_day_part(ask: Ask, offer: Offer) -> int:
    """The day-parts that make it enough when they are asked too."""
    free = (offer.day_parts_mask & ask.day_parts_mask).bit_count()
    one_short = free == ask.day_parts_enough - 1
    return offer.day_parts_mask & ~ask.day_parts_mask if one_short else 0


def held_competences(ask: Ask, offer: Offer) -> int:
    """How many of the competences asked, must and wish together, the professional has."""
    return len((ask.must_competences | ask.wish_competences) & offer.competences)


def _share_of_distance(ask: Ask, offer: Offer) -> tuple[int, int]:
    whole = offer.max_distance_m**2 + 1
    return max(0, whole - nearest_square(ask, offer)), whole


def is_open(ask: Ask, offer: Offer) -> bool:
    """A route that the vacancy accepts is open to the professional today."""
    return offer.routes_open_mask & ask.routes_mask != 0


def may_open(ask: Ask, offer: Offer) -> bool:
    """An accepted route opens when the person and the school each do their part."""
    return offer.routes_open_if_mask & ask.routes_help_mask != 0


def _share_of_route(ask: Ask, offer: Offer) -> tuple[int, int]:
    """Open today counts in full, what still has to be arranged for half."""
    return (2 if is_open(ask, offer) else int(may_open(ask, offer))), 2


def _share_of_day_parts(ask: Ask, offer: Offer) -> tuple[int, int]:
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

CRITERIA: Final = (
    Criterion(
        key="function",
        turn=2,
        sql="(p.functions_mask & v.function_mask) <> 0",
        holds=lambda v, p: p.functions_mask & v.function_mask != 0,
        not_told=lambda v, p: p.functions_mask == 0,
    ),
    Criterion(
        key="domain",
        turn=1,
        sql="(p.domains_mask & v.domains_mask) <> 0",
        holds=lambda v, p: p.domains_mask & v.domains_mask != 0,
        not_told=lambda v, p: p.domains_mask == 0,
    ),
    Criterion(
        key="competence",
        turn=13,
        always=False,
        sql=f"(v.competence_musts = 0 OR {HELD_MUSTS_SQL} = v.competence_musts)",
        holds=lambda v, p: v.must_competences <= p.competences,
        not_told=lambda v, p: not p.competences,
        share_sql=(HELD_ALL_SQL, "v.competence_musts + v.competence_wishes"),
        share=lambda v, p: (held_competences(v, p), v.competence_musts + v.competence_wishes),
        typed_sql="p.missing = 0",
        variants=(
            Variant(
                "learn",
                "CASE WHEN (p.missing & (p.missing - 1)) = 0 THEN p.missing ELSE 0 END",
                lambda v, p: _one_bit(missing_musts(v, p)),
                width=MOST_MUSTS,
            ),
        ),
    ),
    Criterion(
        key="level",
        turn=8,
        always=False,
        sql=(
            "(p.level >= v.level_min"
            f" OR (v.practice_counts = 1 AND p.years >= {YEARS_OF_PRACTICE}))"
        ),
        holds=lambda v, p: (
            p.level >= v.level_min or (v.practice_counts == 1 and p.years >= YEARS_OF_PRACTICE)
        ),
        not_told=lambda v, p: p.level == 0,
        variants=(
            _softer(
                "lower",
                "p.level >= v.level_min - 1",
                lambda v, p: p.level >= v.level_min - 1,
            ),
            _softer(
                "practice",
                f"p.years >= {YEARS_OF_PRACTICE}",
                lambda v, p: p.years >= YEARS_OF_PRACTICE,
            ),
        ),
    ),
    Criterion(
        key="experience",
        turn=9,
        always=False,
        sql="p.years >= v.years_min",
        holds=lambda v, p: p.years >= v.years_min,
        not_told=lambda v, p: p.years < 0,
        variants=(
            _softer("lower", "p.years >= v.years_min - 1", lambda v, p: p.years >= v.years_min - 1),
        ),
    ),
    Criterion(
        key="language",
        turn=10,
        always=False,
        sql="p.dutch >= v.dutch_min",
        holds=lambda v, p: p.dutch >= v.dutch_min,
        not_told=lambda v, p: p.dutch == 0,
        variants=(
            _softer("lower", "p.dutch >= v.dutch_min - 1", lambda v, p: p.dutch >= v.dutch_min - 1),
        ),
    ),
    Criterion(
        key="day_parts",
        turn=4,
        sql=f"({FREE_COUNT_SQL} >= v.day_parts_enough)",
        holds=lambda v, p: (p.day_parts_mask & v.day_parts_mask).bit_count() >= v.day_parts_enough,
        not_told=lambda v, p: p.day_parts_mask == 0,
        share_sql=(
            f"CASE WHEN {FREE_COUNT_SQL} < v.day_parts_needed THEN {FREE_COUNT_SQL}"
            " ELSE v.day_parts_needed END",
            "v.day_parts_needed",
        ),
        share=_share_of_day_parts,
        variants=(
            _softer(
                "fewer",
                f"{FREE_COUNT_SQL} >= v.day_parts_enough - 1",
                lambda v, p: (
                    (p.day_parts_mask & v.day_parts_mask).bit_count() >= v.day_parts_enough - 1
                ),
            ),
            Variant(
                "more",
                f"CASE WHEN {FREE_COUNT_SQL} = v.day_parts_enough - 1"
                " THEN p.day_parts_mask & ~v.day_parts_mask ELSE 0 END",
                _one_more_day_part,
                width=dayparts.COUNT,
            ),
        ),
    ),
    Criterion(
        key="fixed_day_parts",
        turn=5,
        sql="(p.day_parts_mask & v.fixed_mask) = v.fixed_mask",
        holds=lambda v, p: p.day_parts_mask & v.fixed_mask == v.fixed_mask,
        not_told=lambda v, p: p.day_parts_mask == 0,
        share_sql=(popcount_sql("p.day_parts_mask & v.fixed_mask"), popcount_sql("v.fixed_mask")),
        share=lambda v, p: (
            (p.day_parts_mask & v.fixed_mask).bit_count(),
            v.fixed_mask.bit_count(),
        ),
    ),
    Criterion(
        key="hours",
        turn=6,
        sql="(p.hours_min <= v.hours_max AND p.hours_max >= v.hours_min)",
        holds=lambda v, p: p.hours_min <= v.hours_max and p.hours_max >= v.hours_min,
        not_told=lambda v, p: (
            p.hours_min == NOT_TOLD_HOURS or (p.hours_max < 0 and v.hours_min >= 0)
        ),
        variants=(
            _softer(
                "fewer",
                f"p.hours_min <= v.hours_max AND p.hours_max >= v.hours_min - {AN_HOUR}",
                lambda v, p: p.hours_min <= v.hours_max and p.hours_max >= v.hours_min - AN_HOUR,
            ),
            _softer(
                "more",
                f"p.hours_min <= v.hours_max + {AN_HOUR} AND p.hours_max >= v.hours_min",
                lambda v, p: p.hours_min <= v.hours_max + AN_HOUR and p.hours_max >= v.hours_min,
            ),
        ),
    ),
    Criterion(
        key="period",
        turn=7,
        sql="(p.from_on <= v.starts_on AND p.until_on >= v.until_on)",
        holds=lambda v, p: p.from_on <= v.starts_on and p.until_on >= v.until_on,
        not_told=lambda v, p: p.from_on == NOT_TOLD_DATE,
        variants=(
            _softer(
                "later",
                f"p.from_on <= v.starts_on + {LATER_DAYS}"
                f" AND p.until_on >= v.until_on + {LATER_DAYS}",
                lambda v, p: (
                    p.from_on <= v.starts_on + LATER_DAYS and p.until_on >= v.until_on + LATER_DAYS
                ),
            ),
        ),
    ),
    Criterion(
        key="distance",
        turn=3,
        sql=(
            f"({SQUARES[0]} <= {RADIUS_SQL} OR (v.more_locations = 1"
            f" AND ({SQUARES[1]} <= {RADIUS_SQL} OR {SQUARES[2]} <= {RADIUS_SQL})))"
        ),
        holds=lambda v, p: nearest_square(v, p) <= p.max_distance_m**2,
        not_told=lambda v, p: p.max_distance_m < 0,
        share_sql=(
            f"CASE WHEN {NEAREST_SQL} > {RADIUS_SQL} THEN 0"
            f" ELSE {RADIUS_SQL} + 1 - {NEAREST_SQL} END",
            f"{RADIUS_SQL} + 1",
        ),
        share=_share_of_distance,
        variants=(
            _softer(
                "farther",
                f"{NEAREST_SQL} <= {FARTHER_SQL}",
                lambda v, p: nearest_square(v, p) <= (p.max_distance_m + FARTHER_M) ** 2,
            ),
        ),
    ),
    Criterion(
        key="employment",
        turn=11,
        sql="(p.employment_mask & v.employment_mask) <> 0",
        holds=lambda v, p: p.employment_mask & v.employment_mask != 0,
        not_told=lambda v, p: p.employment_mask == 0,
    ),
    Criterion(
        key="route",
        turn=12,
        sql=f"({OPEN_SQL} OR {MAY_OPEN_SQL})",
        holds=lambda v, p: is_open(v, p) or may_open(v, p),
        not_told=lambda v, p: p.papers_told == 0,
        share_sql=(f"CASE WHEN {OPEN_SQL} THEN 2 WHEN {MAY_OPEN_SQL} THEN 1 ELSE 0 END", "2"),
        share=_share_of_route,
        variants=(
            _softer(
                "train",
                "(p.routes_open_if_mask & v.routes_mask) <> 0",
                lambda v, p: p.routes_open_if_mask & v.routes_mask != 0,
            ),
        ),
    ),
)

BITS: Final = {criterion.key: 1 << number for number, criterion in enumerate(CRITERIA)}
ALWAYS: Final = sum(BITS[criterion.key] for criterion in CRITERIA if criterion.always)


def failed_mask(ask: Ask, offer: Offer) -> int:
    """Bit i is set when criterion i does not hold, whether it decides or is a wish."""
    return sum(BITS[c.key] for c in CRITERIA if not c.holds(ask, offer))


def fits(ask: Ask, offer: Offer) -> bool:
    """Every demand that decides holds, and the professional is not hidden from this school."""
    if ask.institution_id in offer.hidden_from:
        return False
    return failed_mask(ask, offer) & ask.must_mask == 0
