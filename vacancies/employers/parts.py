"""Which facts of a placement concern which party, and whether that part changed. Pure.

Only the party whose part changed is asked anew: a typo in a name concerns nobody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Final

from vacancies.lifecycles import Side


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours under one route; `weeks` over the whole term."""

    function_kind: str
    route: str
    week_hours: Decimal
    weeks: int


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was agreed between the three. Conditions count once the employer agreed."""

    function_kind: str
    day_parts_mask: int
    starts_on: date
    ends_on: date | None
    week_hours: Decimal
    hours: tuple[Hours, ...]
    employment_form: str
    fte: Decimal | None = None
    coach_hours_week: Decimal = Decimal(0)
    scope: str = ""
    travel_in_own_time: bool = True
    asks_confidentiality: bool = False
    asks_no_recruiting: bool = False
    may_call_back: bool = False
    conditions: str = ""
    coach: str = ""
    employer: str = ""
    kvk: str = ""
    contact_name: str = ""
    contact_email: str = ""


TIME: Final = ("day_parts_mask", "starts_on", "ends_on", "week_hours")
WORK: Final = ("function_kind", "hours", "employment_form", "fte", "coach_hours_week")
CONDITIONS: Final = (
    "asks_confidentiality",
    "asks_no_recruiting",
    "may_call_back",
    "conditions",
)
PARTS: Final[Mapping[Side, tuple[str, ...]]] = {
    Side.PROFESSIONAL: (*TIME, *WORK, *CONDITIONS),
    Side.SCHOOL: (*TIME, *WORK, *CONDITIONS),
    Side.EMPLOYER: (*TIME, "scope", "travel_in_own_time"),
}
NOBODYS: Final = ("coach", "employer", "kvk", "contact_name", "contact_email")


def digest(facts: Facts, party: Side) -> str:
    """The part of one party as sixty-four hexadecimal digits: other facts, other digits."""
    part = {name: _plain(getattr(facts, name)) for name in PARTS[party]}
    return sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()


def changed(before: Facts, after: Facts) -> frozenset[Side]:
    """The parties whose part is not what it was."""
    return frozenset(party for party in PARTS if digest(before, party) != digest(after, party))


def _plain(value: object) -> object:
    """The same value always written the same: 4, 4.0 and 4.00 are one number."""
    if isinstance(value, Hours):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value if isinstance(value, bool | int) or value is None else str(value)
