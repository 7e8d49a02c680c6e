"""The data of the matching benchmarks: seeded, skewed the way the Dutch field is.

Drawn in blocks of 10,000, each with a seed of its own: a smaller set is a prefix of a larger.
Documented in `bench/README.md`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from portal.kit.geo import rijksdriehoek
from vacancies.codes import Route, mask_of
from vacancies.matching.criteria import ALWAYS, BITS
from vacancies.routes.facts import Function
from vacancies.routes.masks import OPENS

Ints = npt.NDArray[np.int64]

SEED = 20261121
BLOCK = 10_000
TODAY = date(2026, 9, 1).toordinal()
FOREVER = 9_999_999
DOMAINS, PER_DOMAIN = 12, 50
COMPETENCES = DOMAINS * PER_DOMAIN
FUNCTIONS, FORMS = 7, 7
IN_TRAINING = mask_of([Route.SUITABILITY_IN_TRAINING])

# fmt: off
# Agglomerations: thousands of inhabitants, latitude, longitude.
CITIES = (
    (1180, 52.37, 4.90), (1020, 51.92, 4.48), (720, 52.07, 4.30), (520, 52.09, 5.12),
    (350, 51.44, 5.48), (310, 51.56, 5.09), (250, 53.22, 6.57), (240, 51.84, 5.86),
    (230, 51.98, 5.91), (220, 52.38, 4.64), (215, 52.22, 6.89), (210, 52.35, 5.26),
    (200, 52.16, 5.39), (190, 51.59, 4.78), (185, 52.22, 5.96), (180, 51.69, 5.30),
    (175, 50.88, 5.96), (170, 51.81, 4.67), (165, 52.16, 4.49), (160, 52.44, 4.82),
    (150, 50.85, 5.69), (145, 52.51, 6.09), (140, 51.00, 5.87), (130, 52.06, 4.50),
    (125, 53.20, 5.79), (120, 52.01, 4.36), (115, 52.63, 4.75), (110, 52.78, 6.90),
    (105, 51.37, 6.17), (102, 52.26, 6.16), (98, 51.48, 5.66), (95, 52.02, 4.71),
    (92, 52.64, 5.06), (90, 52.27, 6.79), (86, 51.19, 5.99), (84, 51.53, 4.46),
    (82, 52.23, 5.18), (80, 51.49, 4.29), (78, 52.36, 6.66), (75, 52.02, 5.57),
    (74, 52.52, 5.47), (70, 53.00, 6.56), (68, 51.50, 3.61), (66, 51.96, 6.29),
    (62, 51.77, 5.53), (60, 52.72, 6.48), (58, 51.25, 5.71), (56, 52.96, 4.76),
    (52, 51.33, 3.83), (48, 53.10, 6.09),
)
# fmt: on
CITY_SHARE = np.array([size for size, _, _ in CITIES]) / sum(size for size, _, _ in CITIES)
CITY_XY = np.array([rijksdriehoek(latitude, longitude) for _, latitude, longitude in CITIES])


def _zipf(count: int, power: float) -> npt.NDArray[np.float64]:
    share = 1 / np.arange(1, count + 1) ** power
    return np.asarray(share / share.sum())


DOMAIN_SHARE = _zipf(DOMAINS, 0.8)
COMPETENCE_SHARE = _zipf(PER_DOMAIN, 1.2)
FUNCTION_SHARE = np.array([0.16, 0.30, 0.16, 0.24, 0.06, 0.04, 0.04])


@dataclass(frozen=True)
class People:
    """Columns of vacancies_candidatefacts by name, and (person, competence) pairs from 0 on."""

    facts: dict[str, Ints]
    held: Ints  # rows of (person, competence)
    hidden: Ints  # persons hidden from the first institution


@dataclass(frozen=True)
class Need:
    """One vacancy: columns of vacancies_vacancyfacts, and what it asks in competences."""

    facts: dict[str, int]
    musts: frozenset[int]
    wishes: frozenset[int]


def people(count: int) -> Iterator[People]:
    """Blocks of people until `count`."""
    for start in range(0, count, BLOCK):
        random = np.random.default_rng([SEED, start // BLOCK])
        yield _cut(_block(random, start), min(BLOCK, count - start), start)


def needs(count: int = 24) -> list[Need]:
    """The fixed sample of vacancies."""
    random = np.random.default_rng([SEED, 1_000_000])
    drawn = [_need(random) for _ in range(count)]
    routes = np.random.default_rng([SEED, 2_000_000])
    for need in drawn:
        need.facts.update(_accepted(routes, need.facts["function_mask"]))
    return drawn


def _cut(block: People, size: int, start: int) -> People:
    if size == BLOCK:
        return block
    last = start + size
    return People(
        {name: column[:size] for name, column in block.facts.items()},
        block.held[block.held[:, 0] < last],
        block.hidden[block.hidden < last],
    )


def _block(random: np.random.Generator, start: int) -> People:
    n = BLOCK
    first = random.choice(DOMAINS, n, p=DOMAIN_SHARE)
    second = random.choice(DOMAINS, n, p=DOMAIN_SHARE)
    has_second = random.random(n) < 0.45
    x, y = _spots(random, n, 9_000)
    day_parts = _weeks(random, n)
    facts = {
        "domains_mask": (1 << first) | np.where(has_second, 1 << second, 0),
        "x": x,
        "y": y,
        "max_distance_m": np.clip(random.lognormal(np.log(25), 0.55, n), 10, 100).astype(int)
        * 1_000,
        "functions_mask": _functions(random, n),
        "day_parts_mask": day_parts,
        "employment_mask": _forms(random, n),
        "from_on": TODAY + random.integers(-200, 140, n),
        "until_on": np.where(random.random(n) < 0.95, FOREVER, TODAY + random.integers(90, 900, n)),
        **_hours(random, day_parts),
        "level": random.choice(
            np.arange(9), n, p=[0.03, 0.02, 0.07, 0.17, 0.36, 0.07, 0.2, 0.07, 0.01]
        ),
        "years": random.integers(-1, 35, n),
        "dutch": random.choice(np.arange(7), n, p=[0.03, 0.02, 0.05, 0.1, 0.25, 0.3, 0.25]),
        "fresh_on": TODAY - np.minimum(random.exponential(150, n).astype(int), 1_500),
    }
    held = _competences(random, first, start)
    hidden = start + np.flatnonzero(random.random(n) < 0.01)
    facts |= _routes(random, n)
    return People({name: column.astype(np.int64) for name, column in facts.items()}, held, hidden)


def _spots(random: np.random.Generator, n: int, spread_m: int) -> tuple[Ints, Ints]:
    city = random.choice(len(CITIES), n, p=CITY_SHARE)
    scale = spread_m * random.gamma(1.5, 1.0, n)
    away = random.normal(0, 1, (n, 2)) * scale[:, None] / 1.5
    spot = np.rint(CITY_XY[city] + away).astype(np.int64)
    return spot[:, 0], spot[:, 1]


def _weeks(random: np.random.Generator, n: int) -> Ints:
    """Free day-parts by archetype: a fixed day, evenings, two days, half days, flexible."""
    kind = random.choice(5, n, p=[0.34, 0.24, 0.20, 0.14, 0.08])
    days = np.argsort(random.random((n, 6)) + np.array([0, 0, 0, 0, 0, 0.6]), axis=1)
    day = [(1 << (3 * days[:, i])) * 0b011 for i in range(6)]
    evening = [1 << (3 * days[:, i] + 2) for i in range(6)]
    half = [1 << (3 * days[:, i] + random.integers(0, 2, n)) for i in range(6)]
    extra = np.where(random.random(n) < 0.35, evening[2], 0)
    evenings = evening[0] | evening[1] | np.where(random.random(n) < 0.6, evening[2], 0)
    flexible = day[0] | day[1] | day[2] | day[3] | evening[0] | evening[4]
    choices = [day[0] | extra, evenings, day[0] | day[1], half[0] | half[1], flexible]
    return np.asarray(np.choose(kind, choices), dtype=np.int64)


def _functions(random: np.random.Generator, n: int) -> Ints:
    mask = np.zeros(n, dtype=np.int64)
    for _ in range(3):
        more = random.random(n) < 0.75
        mask |= np.where(more, 1 << random.choice(FUNCTIONS, n, p=FUNCTION_SHARE), 0)
    return mask | (1 << random.choice(FUNCTIONS, n, p=FUNCTION_SHARE))


def _forms(random: np.random.Generator, n: int) -> Ints:
    mask = np.where(random.random(n) < 0.75, 1, 0)
    for number, share in enumerate((0.45, 0.1, 0.15, 0.2, 0.25, 0.1), start=1):
        mask |= np.where(random.random(n) < share, 1 << number, 0)
    return np.asarray(np.where(mask == 0, 1, mask), dtype=np.int64)


def _hours(random: np.random.Generator, day_parts: Ints) -> dict[str, Ints]:
    parts = np.bitwise_count(day_parts.astype(np.uint64)).astype(np.int64)
    low = np.clip(parts * 15 + random.integers(-20, 21, len(parts)), 10, 400)
    high = np.clip(parts * 35 + random.integers(-20, 21, len(parts)), low, 400)
    return {"hours_min": low, "hours_max": high}


def _routes(random: np.random.Generator, n: int) -> dict[str, Ints]:
    """Routes open today and routes that may open, bits in the order of the law's table."""

    def drawn(shares: dict[int, float]) -> Ints:
        mask = np.zeros(n, dtype=np.int64)
        for bit, share in shares.items():
            mask |= np.where(random.random(n) < share, 1 << bit, 0)
        return mask

    opened = drawn({0: 0.06, 2: 0.01, 6: 1, 7: 0.04, 8: 0.03, 10: 0.25})
    may_open = drawn({2: 0.03, 3: 0.25, 4: 0.95, 5: 0.97, 7: 0.1, 9: 0.95, 10: 0.6, 11: 0.3})
    told = (random.random(n) < 0.45).astype(np.int64)
    return {
        "routes_open_mask": opened,
        "routes_open_if_mask": may_open & ~opened,
        "papers_told": told,
    }


def _competences(random: np.random.Generator, domain: Ints, start: int) -> Ints:
    n = len(domain)
    how_many = np.clip(random.poisson(5.6, n) + 4, 4, 20)
    person = np.repeat(np.arange(n), how_many)
    own = domain[person] * PER_DOMAIN + random.choice(PER_DOMAIN, len(person), p=COMPETENCE_SHARE)
    other = random.integers(0, COMPETENCES, len(person))
    drawn = np.where(random.random(len(person)) < 0.15, other, own)
    return np.asarray(np.unique(np.stack([person + start, drawn], axis=1), axis=0))


def _need(random: np.random.Generator) -> Need:
    domain = int(random.choice(DOMAINS, p=DOMAIN_SHARE))
    x, y = (int(column[0]) for column in _spots(random, 1, 3_000))
    asked = int(_weeks(random, 2)[0] | _weeks(random, 2)[1])
    needed = min(asked.bit_count(), int(random.integers(1, 4)))
    low = needed * 20 + int(random.integers(-10, 21))
    musts, wishes = _asked_competences(random, domain)
    starts_on = TODAY + int(random.integers(30, 200))
    soft = {key for key in ("level", "experience", "language") if random.random() < 0.6}
    second = int(random.integers(3_000, 20_000)) if random.random() < 0.25 else 0
    shared = bool(random.random() < 0.25)
    fixed = 0 if shared or random.random() < 0.9 else asked & -asked
    facts = {
        "must_mask": ALWAYS | sum(BITS[key] for key in {"competence"} | soft),
        "domains_mask": 1 << domain,
        "x1": x, "y1": y, "more_locations": int(second != 0),
        "x2": x + second, "y2": y, "x3": x, "y3": y,
        "function_mask": 1 << int(random.choice(FUNCTIONS, p=FUNCTION_SHARE)),
        "day_parts_mask": asked,
        "day_parts_needed": needed,
        "day_parts_enough": 1 if shared else needed,
        "fixed_mask": fixed,
        "employment_mask": int(_forms(random, 1)[0]) | 1,
        "starts_on": starts_on,
        "until_on": starts_on + 140,
        "hours_min": -1 if shared else max(10, low),
        "hours_max": max(20, low + int(random.integers(20, 90))),
        "level_min": int(random.choice([0, 3, 4, 5, 6], p=[0.2, 0.25, 0.35, 0.1, 0.1])),
        "practice_counts": int(random.random() < 0.5),
        "years_min": int(random.choice([-1, 1, 2, 3, 5], p=[0.4, 0.1, 0.15, 0.25, 0.1])),
        "dutch_min": int(random.choice([0, 3, 4], p=[0.3, 0.4, 0.3])),
        "competence_musts": len(musts),
        "competence_wishes": len(wishes),
        "fresh_on": TODAY - int(random.integers(0, 60)),
    }  # fmt: skip
    return Need(facts, musts, wishes)


def _accepted(random: np.random.Generator, function_mask: int) -> dict[str, int]:
    """Mostly every route of the function; three schools in ten train."""
    opens = OPENS[list(Function)[function_mask.bit_length() - 1]]
    some = opens & int(random.integers(0, 1 << 12))
    accepted = some if some and random.random() < 0.2 else opens
    trains = random.random() < 0.3
    return {
        "routes_mask": accepted,
        "routes_help_mask": accepted & (-1 if trains else ~IN_TRAINING),
    }


def _asked_competences(
    random: np.random.Generator, domain: int
) -> tuple[frozenset[int], frozenset[int]]:
    how_many = int(random.choice(4, p=[0.30, 0.45, 0.20, 0.05]))
    drawn = domain * PER_DOMAIN + random.choice(
        PER_DOMAIN, int(random.integers(4, 13)), p=COMPETENCE_SHARE, replace=False
    )
    return (
        frozenset(int(one) for one in drawn[:how_many]),
        frozenset(int(one) for one in drawn[how_many:]),
    )
