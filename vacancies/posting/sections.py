"""What HR writes, in the five sections of the form: plain values, checked by nobody yet."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from accounts.models import Competence, Domain, Location


class Section(StrEnum):
    """The sections of the form, as they stand in the address."""

    WORK = "werk"
    WHEN = "wanneer"
    ROUTE = "route"
    TERMS = "salaris"
    PLANNING = "planning"
    CHECK = "controleren"


@dataclass(frozen=True)
class Demand:
    """One demand on the person, a `Requirement` to be."""

    kind: str
    strength: str
    value: int | None = None
    competence: Competence | None = None
    reason: str = ""


@dataclass(frozen=True)
class Work:
    title: str
    function_kind: str = ""
    domains: tuple[Domain, ...] = ()
    locations: tuple[Location, ...] = ()
    team: str = ""
    level_taught: int | None = None
    track: str = ""
    summary: str = ""
    body: str = ""
    wording_ground: str = ""


@dataclass(frozen=True)
class When:
    day_parts_mask: int = 0
    fixed_mask: int = 0
    day_parts_needed: int | None = None
    may_be_shared: bool = False
    hours_min: Decimal | None = None
    hours_max: Decimal | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    positions: int = 1
    practice_counts: bool = False
    demands: tuple[Demand, ...] = ()


@dataclass(frozen=True)
class Routes:
    routes_mask: int = 0
    named_teacher: str = ""
    will_train: bool = False
    coach_hours: Decimal | None = None


@dataclass(frozen=True)
class Terms:
    pay_scale_min: str = ""
    pay_scale_max: str = ""
    employment_mask: int = 0
    contract_length: str = ""


@dataclass(frozen=True)
class Planning:
    closes_on: date | None = None
    answer_by: date | None = None
    after_closing: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    no_acquisition: bool = False


Values = Work | When | Routes | Terms | Planning

SECTION_OF: Final[dict[type[Values], Section]] = {
    Work: Section.WORK,
    When: Section.WHEN,
    Routes: Section.ROUTE,
    Terms: Section.TERMS,
    Planning: Section.PLANNING,
}
MANY: Final = frozenset({"domains", "locations"})
ROWS: Final = frozenset({"demands"})
PLAIN: Final = tuple(
    field.name
    for kind in SECTION_OF
    for field in fields(kind)
    if field.name not in MANY | ROWS | {"wording_ground"}
)
