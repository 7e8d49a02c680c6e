"""The vacancies, schools and trades of the demo, as they stand in the files of this folder."""

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Posting:
    """A vacancy as written in a file; `state` is what becomes of it, dates count from today.

    `starts` in weeks, `weeks` 0 for no end, `closes` in days, `answer` in days after closing,
    `age` in days since it was sent in.
    """

    key: str
    school: str
    places: Sequence[str]
    title: str
    function: str
    domains: Sequence[str]
    team: str
    summary: str
    body: str
    day_parts: str
    needed: int
    hours: Sequence[float]
    starts: int
    weeks: int
    must: Sequence[str]
    pay: Sequence[str]
    forms: Sequence[str]
    contract: str
    closes: int
    answer: int
    after_closing: str
    contact: Sequence[str]
    age: int
    state: str = "published"
    level: int | None = None
    track: str = ""
    fixed: str = ""
    shared: bool = False
    each: int = 2  # of a shared one: the day-parts that somebody of the demo can do
    positions: int = 1
    practice_counts: bool = False
    wish: Sequence[str] = ()
    learn: Sequence[str] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    coach_hours: float | None = None
    wording_ground: str = ""

    def starts_on(self, today: date) -> date:
        """The Monday so many weeks from today."""
        day = today + timedelta(weeks=self.starts)
        return day + timedelta(days=-day.weekday() % 7)

    def ends_on(self, today: date) -> date | None:
        """The last Saturday of work."""
        if not self.weeks:
            return None
        return self.starts_on(today) + timedelta(weeks=self.weeks, days=-2)

    def closes_on(self, today: date) -> date:
        return today + timedelta(days=self.closes)


@dataclass(frozen=True)
class School:
    """A school of the demo with its invented mail domain and first colleague."""

    slug: str
    domain: str
    person: str


@dataclass(frozen=True)
class Trade:
    """An occupation, its usual education levels and what comes with it, the core first."""

    domain: str
    occupation: str
    levels: Sequence[int]
    competences: Sequence[str]


@cache
def postings() -> tuple[Posting, ...]:
    """All vacancies, the oldest first."""
    rows = [
        Posting(**entry)
        for path in sorted((FOLDER / "vacancies").glob("*.toml"))
        for entry in _toml(path)["vacancy"]
    ]
    return tuple(sorted(rows, key=lambda row: (-row.age, row.key)))


@cache
def schools() -> tuple[School, ...]:
    rows = _toml(FOLDER / "schools.toml")
    return tuple(School(slug, domain, person) for slug, (domain, person) in rows.items())


@cache
def trades() -> tuple[Trade, ...]:
    with (FOLDER / "trades.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_trade(row) for row in csv.DictReader(file))


def _trade(row: Mapping[str, str]) -> Trade:
    low, high = (int(level) for level in row["levels"].split("-"))
    levels = range(low, high + 1)
    return Trade(row["domain"], row["occupation"], levels, row["competences"].split("|"))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
