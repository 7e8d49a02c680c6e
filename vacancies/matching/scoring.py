"""The score of a pair: 0 to 100 points, added up from one published table.

Points of a criterion = weight × part ÷ whole, rounded down; what a vacancy does not ask counts in
full for everybody. Nobody's age, sex, name, origin or looks is in the facts, so none can count.
"""

from typing import Final

from vacancies.matching.criteria import CRITERIA
from vacancies.matching.demands import Criterion
from vacancies.matching.sides import Ask, Offer

RULE_VERSION: Final = 2  # raise it with every change of the table or of a criterion
WEIGHTS: Final[dict[str, int]] = {
    "function": 2,
    "domain": 7,
    "competence": 25,
    "level": 8,
    "experience": 8,
    "language": 6,
    "day_parts": 12,
    "fixed_day_parts": 3,
    "hours": 4,
    "period": 4,
    "distance": 12,
    "employment": 3,
    "route": 6,
}


def points(criterion: Criterion, ask: Ask, offer: Offer) -> int:
    """What this criterion adds to the score of the pair."""
    weight = WEIGHTS[criterion.key]
    if criterion.share is None:
        return weight if criterion.holds(ask, offer) else 0
    part, whole = criterion.share(ask, offer)
    return weight * part // whole if whole else weight


def score(ask: Ask, offer: Offer) -> int:
    """0 to 100."""
    return sum(points(criterion, ask, offer) for criterion in CRITERIA)


def points_sql(criterion: Criterion) -> str:
    """`points` as SQL over `v` and `p`."""
    weight = WEIGHTS[criterion.key]
    if criterion.share_sql is None:
        return f"CASE WHEN {criterion.sql} THEN {weight} ELSE 0 END"
    part, whole = criterion.share_sql
    return f"CASE WHEN {whole} = 0 THEN {weight} ELSE {weight} * ({part}) / ({whole}) END"


SCORE_SQL: Final = " + ".join(f"({points_sql(criterion)})" for criterion in CRITERIA)
