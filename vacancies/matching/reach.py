"""What a vacancy reaches, and what each softer demand would bring: pure sums over groups.

People are grouped by which musts they fail and which softened demands they would meet. Who fails
three or more is counted and no more. Python makes the same groups, as the oracle of the SQL.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final, NamedTuple

from vacancies.matching.criteria import BITS, CRITERIA
from vacancies.matching.demands import Variant
from vacancies.matching.sides import Ask, Offer

Row = tuple[int, int, int]  # failed musts, flags of softened demands, how many people

MOST_FAILED: Final = 2
BEYOND: Final = 1 << 30  # fails more than that
THE_WORK: Final = BITS["function"] | BITS["domain"]  # who does not seek the work is no reach
SEEKING: Final = THE_WORK | BITS["distance"]


class Change(NamedTuple):
    """One demand dropped (no variant), or softened in way `number` of a variant."""

    criterion: str
    variant: str = ""
    number: int = 0

    def __str__(self) -> str:
        return f"{self.criterion}.{self.variant}.{self.number}"


@dataclass(frozen=True, slots=True)
class Reach:
    """`gains` and `pairs` are people more than fit now; `seekers` seek this work within reach."""

    fits: int
    seekers: int
    beyond: int
    gains: Mapping[Change, int]
    pairs: Mapping[tuple[Change, Change], int]


def _places() -> Iterator[tuple[str, Variant, int]]:
    shift = 0
    for criterion in CRITERIA:
        for variant in criterion.variants:
            yield criterion.key, variant, shift
            shift += variant.width


PLACES: Final = tuple(_places())  # criterion, variant, the first of its bits in the flags
SOFTER: Final = {  # each softer form of a demand, with its bit in the flags
    criterion.key: [
        (1 << shift + number, Change(key, variant.key, number))
        for key, variant, shift in PLACES
        if key == criterion.key
        for number in range(variant.width)
    ]
    for criterion in CRITERIA
}


def row_of(ask: Ask, offer: Offer) -> tuple[int, int] | None:
    """The group of this person; None: does not seek the work, or is hidden from the school."""
    if ask.institution_id in offer.hidden_from:
        return None
    failed = sum(BITS[c.key] for c in CRITERIA if not c.holds(ask, offer)) & ask.must_mask
    if failed.bit_count() > MOST_FAILED:
        return None if failed & THE_WORK else (BEYOND | failed & BITS["distance"], 0)
    flags = sum(
        variant.bits(ask, offer) << shift for key, variant, shift in PLACES if failed & BITS[key]
    )
    return failed, flags


def rows_of(ask: Ask, offers: Iterable[Offer]) -> list[Row]:
    """All groups with how many people each holds: what the statement answers."""
    groups = Counter(row for offer in offers if (row := row_of(ask, offer)) is not None)
    return sorted((failed, flags, people) for (failed, flags), people in groups.items())


def sum_up(rows: Iterable[Row]) -> Reach:
    """The answer from the groups."""
    fits = seekers = beyond = 0
    gains: Counter[Change] = Counter()
    doubles: Counter[tuple[Change, Change]] = Counter()
    for failed, flags, people in rows:
        seekers += 0 if failed & SEEKING else people
        if failed & BEYOND:
            beyond += people
        elif not failed:
            fits += people
        else:
            ways = [_ways(key, flags) for key, bit in BITS.items() if failed & bit]
            for way in ways[0] if len(ways) == 1 else ():
                gains[way] += people
            for pair in product(*ways) if len(ways) == MOST_FAILED else ():
                doubles[pair[0], pair[1]] += people
    return Reach(fits, seekers, beyond, dict(gains), _together(gains, doubles))


def _together(
    gains: Mapping[Change, int], doubles: Mapping[tuple[Change, Change], int]
) -> dict[tuple[Change, Change], int]:
    """Two changes bring whom each brings alone, and who needs both."""
    order = list(BITS)
    singles = sorted(gains, key=lambda one: order.index(one.criterion))
    apart = {(a, b) for a, b in combinations(singles, 2) if a.criterion != b.criterion}
    return {
        (a, b): gains.get(a, 0) + gains.get(b, 0) + doubles.get((a, b), 0)
        for a, b in apart | doubles.keys()
    }


def _ways(key: str, flags: int) -> list[Change]:
    """Dropping this demand, and each softer form of it that is enough."""
    return [Change(key), *(change for bit, change in SOFTER[key] if flags & bit)]
