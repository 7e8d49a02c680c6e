"""Professionals that could exist: trade, week, place and wishes that go together. Pure.

The same seed gives the same people, on every machine and in every Python.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from portal.demo.files import Trade
from portal.demo.names import FIRST, LAST
from portal.kit import dayparts
from portal.kit.geo import distance_m

SEED: Final = 20_261_121
NEAR_M: Final = 28_000
NEAR_SHARE: Final = 0.72
WORKDAYS: Final = range(5)
EVENINGS: Final = tuple(dayparts.bit(day, 2) for day in WORKDAYS)
HALF_DAYS: Final = tuple(dayparts.bit(day, part) for day in WORKDAYS for part in (0, 1))
SATURDAY: Final = (dayparts.bit(5, 0), dayparts.bit(5, 1))
DISTANCES: Final = (10, 15, 20, 25, 30, 35, 40, 50, 60)


@dataclass(frozen=True)
class Town:
    """A place to live: its code, inhabitants and spot on the Dutch plane in metres."""

    code: str
    population: int
    x: int
    y: int


@dataclass(frozen=True)
class Field:
    """Where schools ask for a domain: the spots, and the schools."""

    spots: Sequence[tuple[int, int]]
    schools: Sequence[str]


@dataclass(frozen=True)
class Person:
    """What somebody tells in the steps of a profile; `state` is where the profile stands."""

    name: str
    email: str
    phone: str
    trade: Trade
    competences: Sequence[str]
    years: int
    functions: Sequence[str]
    level: int
    dutch: int | None
    willing: bool | None
    town: str
    distance_km: int
    week: int
    hours_min: int
    hours_max: int
    free_in_days: int
    free_for_days: int | None
    forms: Sequence[str]
    frequency: str
    state: str
    hidden_from: str


def invented(
    count: int,
    trades: Sequence[Trade],
    towns: Sequence[Town],
    fields: Mapping[str, Field],
    *,
    seed: int = SEED,
) -> list[Person]:
    """So many people, each with a name and address of their own."""
    random = Random(seed)  # noqa: S311 - for plausible people, not for secrets
    near = {domain: _near(field, towns) for domain, field in sorted(fields.items())}
    return [
        _person(random, number, trades[(number - 1) % len(trades)], towns, near, fields)
        for number in range(1, count + 1)
    ]


def _person(
    random: Random,
    number: int,
    trade: Trade,
    towns: Sequence[Town],
    near: Mapping[str, Sequence[Town]],
    fields: Mapping[str, Field],
) -> Person:
    first, last = random.choice(FIRST), random.choice(LAST)
    level = random.choice(trade.levels)
    years = min(40, 2 + int(random.expovariate(1 / 9)))
    week = _week(random)
    hours_min = random.choice((2, 3, 3, 4))
    return Person(
        name=f"{first} {last}",
        email=f"{_plain(first)}.{_plain(last)}.{number:02d}@vakmens.example",
        phone=f"06-000{random.randrange(10_000, 99_999)}",
        trade=trade,
        competences=_competences(random, trade, years),
        years=years,
        functions=_functions(random, level, years),
        level=level,
        dutch=random.choices((3, 4, 5, 6, None), (8, 34, 36, 14, 8))[0],
        willing=random.choices((True, False, None), (70, 15, 15))[0],
        town=_town(random, trade.domain, towns, near),
        distance_km=random.choices(DISTANCES, (3, 8, 14, 18, 22, 10, 12, 8, 5))[0],
        week=week,
        hours_min=hours_min,
        hours_max=max(hours_min + 2, min(24, 4 * dayparts.count(week))),
        free_in_days=random.choice((-30, -10, 0, 0, 7, 14, 28, 40)),
        free_for_days=random.choices((None, 240, 400), (88, 5, 7))[0],
        forms=_some(random, FORM_SHARES),
        frequency=random.choices(("daily", "weekly", "at_once", "never"), (55, 25, 14, 6))[0],
        state=random.choices(("visible", "paused", "draft"), (90, 4, 6))[0],
        hidden_from=_hidden(random, fields.get(trade.domain)),
    )


FORM_SHARES: Final = {
    "own_contract": 0.82,
    "secondment_company": 0.5,
    "self_employed": 0.3,
    "payroll": 0.28,
    "free_lending": 0.2,
    "contract_assignment": 0.12,
}


def _functions(random: Random, level: int, years: int) -> list[str]:
    shares = {
        "practice_coach": 0.6,
        "guest_teacher": 0.7,
        "instructor": 0.7 if level <= 5 else 0.4,
        "teacher": 0.75 if level >= 5 else 0.1,
        "contract_trainer": 0.55 if years >= 8 else 0.15,
        "workplace_trainer": 0.3,
    }
    return _some(random, shares)


def _some(random: Random, shares: Mapping[str, float]) -> list[str]:
    """Each by its chance, and at least the likeliest."""
    chosen = [name for name, share in shares.items() if random.random() < share]
    return chosen or [max(shares, key=lambda name: shares[name])]


def _competences(random: Random, trade: Trade, years: int) -> list[str]:
    """The core, and the more of the rest the longer somebody is in the trade."""
    core, *rest = trade.competences
    share = min(0.95, 0.45 + years / 30)
    return [core, *(code for code in rest if random.random() < share)]


def _week(random: Random) -> int:
    """One of the ways in which people with a job have time left."""
    kind = random.choices(
        ("fixed day", "two days", "evenings", "half days", "flexible", "weekend"),
        (20, 16, 22, 24, 12, 6),
    )[0]
    if kind in ("fixed day", "two days"):
        days = random.sample(WORKDAYS, 1 if kind == "fixed day" else 2)
        bits = [dayparts.bit(day, part) for day in days for part in (0, 1)]
        return dayparts.mask_of(bits + random.sample(EVENINGS, random.choice((0, 0, 1))))
    if kind == "evenings":
        return dayparts.mask_of(random.sample(EVENINGS, random.choice((1, 2, 2, 3))))
    if kind == "half days":
        return dayparts.mask_of(random.sample(HALF_DAYS, random.choice((2, 3, 3, 4))))
    if kind == "flexible":
        free = random.sample(HALF_DAYS, random.choice((6, 7, 8)))
        return dayparts.mask_of(free + random.sample(EVENINGS, 2) + [SATURDAY[0]])
    return dayparts.mask_of([*SATURDAY, *random.sample(EVENINGS, 1)])


def _near(field: Field, towns: Sequence[Town]) -> list[Town]:
    return [
        town
        for town in towns
        if any(distance_m(town.x, town.y, x, y) <= NEAR_M for x, y in field.spots)
    ]


def _town(
    random: Random, domain: str, towns: Sequence[Town], near: Mapping[str, Sequence[Town]]
) -> str:
    """Mostly where schools ask for the trade, for a demo that has something to show."""
    close = near.get(domain, ())
    chosen = close if close and random.random() < NEAR_SHARE else towns
    weights = [town.population**0.6 + 1 for town in chosen]
    return random.choices(chosen, weights)[0].code


def _hidden(random: Random, field: Field | None) -> str:
    return random.choice(field.schools) if field and random.random() < 0.08 else ""


def _plain(name: str) -> str:
    return name.lower().replace(" ", "")
