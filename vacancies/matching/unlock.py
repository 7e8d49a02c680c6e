"""What would open more: single changes of an offer, and the vacancies each of them opens.

A change touches few criteria. What fails outside of these it cannot mend, so only vacancies whose
failed musts all lie within one change matter (`Near`); of these the touched criteria are asked
again, with the changed offer. That is exact: all other criteria read nothing that changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import Final

from portal.kit import dayparts
from vacancies.matching.criteria import BITS, CRITERIA, failed_mask
from vacancies.matching.measures import NOT_TOLD_HOURS
from vacancies.matching.scoring import score
from vacancies.matching.sides import Ask, Offer
from vacancies.routes.facts import Function

FARTHER_KM: Final = (10, 25)
FARTHEST_M: Final = 300_000
TENTHS: Final = 20  # two clock hours
LEAST_HOURS, MOST_HOURS = 10, 400
FUNCTIONS: Final = len(Function)
EMPLOYMENT_FORMS: Final = 7
BEST_DUTCH: Final = 6

Apply = Callable[[Offer], Offer]
Masks = tuple[int, int]  # routes open, routes that may open


class Kind(StrEnum):
    """What is changed; the value stands in the address. In the order in which equals are told."""

    DAY_PART = "dagdeel"
    DISTANCE = "afstand"
    HOURS_MORE = "uren-meer"
    HOURS_LESS = "uren-minder"
    FUNCTION = "functie"
    EMPLOYMENT = "dienstverband"
    COMPETENCE = "vaardigheid"
    TRAINING = "opleiding"
    PAPER = "bewijsstuk"
    DUTCH = "nederlands"


def _mask(*keys: str) -> int:
    return sum(BITS[key] for key in keys)


TOUCHES: Final = {
    Kind.DAY_PART: _mask("day_parts", "fixed_day_parts"),
    Kind.DISTANCE: _mask("distance"),
    Kind.HOURS_MORE: _mask("hours"),
    Kind.HOURS_LESS: _mask("hours"),
    Kind.FUNCTION: _mask("function"),
    Kind.EMPLOYMENT: _mask("employment"),
    Kind.COMPETENCE: _mask("competence"),
    Kind.TRAINING: _mask("route"),
    Kind.PAPER: _mask("route"),
    Kind.DUTCH: _mask("language"),
}
GROUPS: Final = tuple(dict.fromkeys(TOUCHES.values()))
TOUCHED: Final = sum(GROUPS)


@dataclass(frozen=True, slots=True)
class Change:
    """One change, by its kind and value: a number, or the code of a paper."""

    kind: Kind
    value: str
    apply: Apply = field(compare=False, repr=False)

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.value}"

    @property
    def number(self) -> int:
        return int(self.value)

    @property
    def touches(self) -> int:
        return TOUCHES[self.kind]


@dataclass(frozen=True, slots=True)
class Near:
    """An open vacancy and the musts that fail; one change may mend them all."""

    vacancy_id: int
    fresh_on: int
    ask: Ask
    failed: int


@dataclass(frozen=True, slots=True)
class Gain:
    """A change and the vacancies it opens: best score first, then the newest."""

    change: Change
    vacancies: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.vacancies)


def failed_musts(ask: Ask, offer: Offer) -> int:
    return failed_mask(ask, offer) & ask.must_mask


def is_near(failed: int) -> bool:
    """Something fails, and all of it lies within what one change touches."""
    return failed != 0 and any(failed & ~group == 0 for group in GROUPS)


def gains(
    offer: Offer, near: Iterable[Near], routes: Mapping[tuple[Kind, str], Masks]
) -> list[Gain]:
    """Every change that opens something, the biggest gain first; equals in the order of `Kind`.

    `routes` holds the two masks of routes as they would be with each paper, or with training.
    """
    waiting = [one for one in near if is_near(one.failed)]
    changes = [*changes_of(offer, routes), *_competences(offer, waiting)]
    changes.sort(key=lambda one: _ORDER.index(one.kind))
    found = [Gain(one, opened(one, offer, waiting)) for one in changes]
    return sorted(_worth_it(found), key=lambda gain: -len(gain))


def opened(change: Change, offer: Offer, near: Iterable[Near]) -> tuple[int, ...]:
    """The vacancies that fit with the change and do not without it."""
    changed, touches = change.apply(offer), change.touches
    asked = [criterion for criterion in CRITERIA if BITS[criterion.key] & touches]
    found = [
        one
        for one in near
        if one.failed & ~touches == 0
        and all(c.holds(one.ask, changed) for c in asked if BITS[c.key] & one.ask.must_mask)
    ]
    found.sort(key=lambda one: (-score(one.ask, changed), -one.fresh_on, one.vacancy_id))
    return tuple(one.vacancy_id for one in found)


def changes_of(offer: Offer, routes: Mapping[tuple[Kind, str], Masks]) -> Iterator[Change]:
    """Every single change that leaves this offer different, but for competences."""
    for number in range(dayparts.COUNT):
        yield from _one_more(offer, Kind.DAY_PART, "day_parts_mask", number)
    yield from _farther(offer)
    yield from _hours(offer)
    for number in range(FUNCTIONS):
        yield from _one_more(offer, Kind.FUNCTION, "functions_mask", number)
    for number in range(EMPLOYMENT_FORMS):
        yield from _one_more(offer, Kind.EMPLOYMENT, "employment_mask", number)
    if 0 < offer.dutch < BEST_DUTCH:
        level = offer.dutch + 1
        yield Change(Kind.DUTCH, str(level), partial(_with, dutch=level))
    for (kind, code), (is_open, may_open) in routes.items():
        if (is_open, may_open) != (offer.routes_open_mask, offer.routes_open_if_mask):
            apply = partial(_with, routes_open_mask=is_open, routes_open_if_mask=may_open)
            yield Change(kind, code, apply)


def _one_more(offer: Offer, kind: Kind, column: str, number: int) -> Iterator[Change]:
    if not getattr(offer, column) >> number & 1:
        yield Change(kind, str(number), partial(_with_bit, column, number))


def _farther(offer: Offer) -> Iterator[Change]:
    """Nothing for who did not tell a distance: that is no change but an answer."""
    for km in FARTHER_KM:
        metres = min(offer.max_distance_m + km * 1_000, FARTHEST_M)
        if 0 <= offer.max_distance_m < metres:
            yield Change(Kind.DISTANCE, str(km), partial(_with, max_distance_m=metres))


def _hours(offer: Offer) -> Iterator[Change]:
    """Two clock hours more at most, or two fewer at least."""
    most, least = offer.hours_max, offer.hours_min
    more, less = min(most + TENTHS, MOST_HOURS), max(least - TENTHS, LEAST_HOURS)
    if 0 <= most < more:
        yield Change(Kind.HOURS_MORE, "2", partial(_with, hours_max=more))
    if less < least < NOT_TOLD_HOURS:
        yield Change(Kind.HOURS_LESS, "2", partial(_with, hours_min=less))


def _competences(offer: Offer, near: Iterable[Near]) -> Iterator[Change]:
    """Each competence that is the only thing missing somewhere."""
    lacking = (one.ask.must_competences - offer.competences for one in near)
    for competence in sorted({next(iter(one)) for one in lacking if len(one) == 1}):
        yield Change(Kind.COMPETENCE, str(competence), partial(_with_competence, competence))


def _with(offer: Offer, **values: int) -> Offer:
    return replace(offer, **values)  # type: ignore[arg-type]


def _with_bit(column: str, number: int, offer: Offer) -> Offer:
    return _with(offer, **{column: getattr(offer, column) | 1 << number})


def _with_competence(competence: int, offer: Offer) -> Offer:
    return replace(offer, competences=offer.competences | {competence})


_ORDER: Final = list(Kind)


def _worth_it(found: Iterable[Gain]) -> Iterator[Gain]:
    """Those that open something; a longer way only where it opens more than a shorter one."""
    shorter = 0
    for gain in found:
        if gain.change.kind is Kind.DISTANCE:
            if len(gain) <= shorter:
                continue
            shorter = len(gain)
        if gain.vacancies:
            yield gain
