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
NEAR_M: Final = 24_000
NEAR_SHARE: Final = 0.85
LIKELY: Final = 0.86
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
class Ask:
    """What a school looks for, as far as it says who could live around there."""

    school: str
    domain: str
    function: str
    competences: Sequence[str]
    level: int
    years: int
    week: int
    needed: int
    forms: Sequence[str]
    x: int
    y: int


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


@dataclass(frozen=True)
class World:
    """What people are made of."""

    trades: Sequence[Trade]
    towns: Sequence[Town]
    asks: Sequence[Ask]


def invented(count: int, world: World, *, seed: int = SEED) -> list[Person]:
    """So many people, each with a name and address of their own.

    Most of them live where a school asks for their trade, and many could take the work: a demo
    has something to show. The others are anywhere and anything.
    """
    random = Random(seed)  # noqa: S311 - for plausible people, not for secrets
    order = random.sample(world.asks, len(world.asks))
    near = {id(ask): _near(ask, world.towns) for ask in order}
    people = []
    for number in range(1, count + 1):
        ask = order[number % len(order)] if random.random() < NEAR_SHARE else None
        towns = near[id(ask)] if ask else world.towns
        people.append(_person(random, number, _trade(random, ask, world.trades), ask, towns))
    return people


def _person(
    random: Random, number: int, trade: Trade, ask: Ask | None, towns: Sequence[Town]
) -> Person:
    first, last = random.choice(FIRST), random.choice(LAST)
    level = max(random.choice(trade.levels), _likely(random, ask.level if ask else 0))
    years = min(40, 2 + int(random.expovariate(1 / 9)))
    years = max(years, _likely(random, ask.years if ask else 0))
    week = _week(random, ask)
    hours_min = random.choice((2, 3, 3, 4))
    return Person(
        name=f"{first} {last}",
        email=f"{_plain(first)}.{_plain(last)}.{number:02d}@vakmens.example",
        phone=f"06-000{random.randrange(10_000, 99_999)}",
        trade=trade,
        competences=_competences(random, trade, years, ask),
        years=years,
        functions=_functions(random, level, years, ask),
        level=level,
        dutch=random.choices((3, 4, 5, 6, None), (8, 34, 36, 14, 8))[0],
        willing=random.choices((True, False, None), (70, 15, 15))[0],
        town=random.choices(towns, [town.population**0.6 + 1 for town in towns])[0].code,
        distance_km=random.choices(DISTANCES, (2, 6, 12, 20, 24, 12, 12, 8, 4))[0],
        week=week,
        hours_min=hours_min,
        hours_max=max(hours_min + 2, min(24, 4 * dayparts.count(week))),
        free_in_days=random.choice((-30, -10, 0, 0, 7, 14, 28, 40)),
        free_for_days=random.choices((None, 300, 400), (90, 4, 6))[0],
        forms=_some(random, FORM_SHARES, _one(random, ask.forms if ask else ())),
        frequency=random.choices(("daily", "weekly", "at_once", "never"), (55, 25, 14, 6))[0],
        state=random.choices(("visible", "paused", "draft"), (90, 4, 6))[0],
        hidden_from=ask.school if ask and random.random() < 0.06 else "",
    )


FORM_SHARES: Final = {
    "own_contract": 0.82,
    "secondment_company": 0.5,
    "self_employed": 0.3,
    "payroll": 0.28,
    "free_lending": 0.2,
    "contract_assignment": 0.12,
}


def _functions(random: Random, level: int, years: int, ask: Ask | None) -> list[str]:
    shares = {
        "practice_coach": 0.6,
        "guest_teacher": 0.7,
        "instructor": 0.7 if level <= 5 else 0.4,
        "teacher": 0.75 if level >= 5 else 0.1,
        "contract_trainer": 0.55 if years >= 8 else 0.15,
        "workplace_trainer": 0.3,
    }
    return _some(random, shares, _one(random, [ask.function] if ask else ()))


def _some(random: Random, shares: Mapping[str, float], sure: str) -> list[str]:
    """Each by its chance, the one that is sure, and at least the likeliest."""
    chosen = [name for name, share in shares.items() if name == sure or random.random() < share]
    return chosen or [max(shares, key=lambda name: shares[name])]


def _one(random: Random, names: Sequence[str]) -> str:
    """Mostly one of these."""
    return random.choice(names) if names and random.random() < LIKELY else ""


def _likely(random: Random, least: int) -> int:
    """Mostly at least this much."""
    return least + random.choice((0, 0, 1, 3)) * (least > 8) if random.random() < LIKELY else 0


def _trade(random: Random, ask: Ask | None, trades: Sequence[Trade]) -> Trade:
    """One with which somebody can do what is asked."""
    if ask is None:
        return random.choice(trades)
    fit = [row for row in trades if set(ask.competences) <= set(row.competences)]
    own = [row for row in trades if row.domain == ask.domain]
    return random.choice([row for row in fit if row.domain == ask.domain] or fit or own)


def _competences(random: Random, trade: Trade, years: int, ask: Ask | None) -> list[str]:
    """The core, and the more of the rest the longer somebody is in the trade."""
    sure = {trade.competences[0]}
    if ask and random.random() < LIKELY:
        sure |= set(ask.competences) & set(trade.competences)
    share = min(0.95, 0.45 + years / 30)
    return [code for code in trade.competences if code in sure or random.random() < share]


def _week(random: Random, ask: Ask | None) -> int:
    """Mostly with time for what is asked, else as it comes."""
    own = _own_week(random)
    if ask is None or random.random() > LIKELY:
        return own
    asked = list(dayparts.bits_of(ask.week))
    free = dayparts.mask_of(random.sample(asked, min(ask.needed, len(asked))))
    return free | own if random.random() < 0.5 else free


def _own_week(random: Random) -> int:
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


def _near(ask: Ask, towns: Sequence[Town]) -> list[Town]:
    """The towns from which people come by bicycle, bus or car."""
    return [town for town in towns if distance_m(town.x, town.y, ask.x, ask.y) <= NEAR_M]


def _plain(name: str) -> str:
    return name.lower().replace(" ", "")
