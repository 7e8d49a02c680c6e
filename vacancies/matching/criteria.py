"""What a vacancy demands of a professional: one ordered tuple, the single source of every answer.

Each criterion holds an SQL condition over `v` (vacancies_vacancyfacts) and `p`
(vacancies_candidatefacts), the same in Python over `Ask` and `Offer`, and its share in the score.
Its place in the tuple is its bit in `must_mask` and in the failed mask: append, then rebuild the
facts. Its variants are the same demand made softer; `reach` tells what each would bring. What
several of them measure stands in `measures`.
"""

from typing import Final

from portal.kit import dayparts
from vacancies.matching.bits import popcount_sql
from vacancies.matching.demands import Criterion, Variant, softer
from vacancies.matching.measures import (
    AN_HOUR,
    FARTHER_M,
    FARTHER_SQL,
    FREE_COUNT_SQL,
    HELD_ALL_SQL,
    HELD_MUSTS_SQL,
    LATER_DAYS,
    MAY_OPEN_SQL,
    MOST_MUSTS,
    NEAREST_SQL,
    NOT_TOLD_DATE,
    NOT_TOLD_HOURS,
    OPEN_SQL,
    RADIUS_SQL,
    SQUARES,
    YEARS_OF_PRACTICE,
    held_competences,
    is_open,
    may_open,
    missing_musts,
    nearest_square,
    one_more_day_part,
    only_bit,
    share_of_day_parts,
    share_of_distance,
    share_of_route,
)
from vacancies.matching.sides import Ask, Offer

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
                lambda v, p: only_bit(missing_musts(v, p)),
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
            softer(
                "lower",
                "p.level >= v.level_min - 1",
                lambda v, p: p.level >= v.level_min - 1,
            ),
            softer(
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
            softer("lower", "p.years >= v.years_min - 1", lambda v, p: p.years >= v.years_min - 1),
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
            softer("lower", "p.dutch >= v.dutch_min - 1", lambda v, p: p.dutch >= v.dutch_min - 1),
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
        share=share_of_day_parts,
        variants=(
            softer(
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
                one_more_day_part,
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
            softer(
                "fewer",
                f"p.hours_min <= v.hours_max AND p.hours_max >= v.hours_min - {AN_HOUR}",
                lambda v, p: p.hours_min <= v.hours_max and p.hours_max >= v.hours_min - AN_HOUR,
            ),
            softer(
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
            softer(
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
        share=share_of_distance,
        variants=(
            softer(
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
        share=share_of_route,
        variants=(
            softer(
                "train",
                "(p.routes_open_if_mask & v.routes_mask) <> 0",
                lambda v, p: p.routes_open_if_mask & v.routes_mask != 0,
            ),
        ),
    ),
)

BITS: Final = {criterion.key: 1 << number for number, criterion in enumerate(CRITERIA)}
ALWAYS: Final = sum(BITS[criterion.key] for criterion in CRITERIA if criterion.always)


def keys_of(mask: int) -> tuple[str, ...]:
    """The criteria whose bits are set, in their order."""
    return tuple(key for key, bit in BITS.items() if mask & bit)


def failed_mask(ask: Ask, offer: Offer) -> int:
    """Bit i is set when criterion i does not hold, whether it decides or is a wish."""
    return sum(BITS[c.key] for c in CRITERIA if not c.holds(ask, offer))


def fits(ask: Ask, offer: Offer) -> bool:
    """Every demand that decides holds, and the professional is not hidden from this school."""
    if ask.institution_id in offer.hidden_from:
        return False
    return failed_mask(ask, offer) & ask.must_mask == 0
