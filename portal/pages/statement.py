"""What the accessibility statement declares, in the form that the Dutch government prescribes.

Status A and B ask for a whole examination by WCAG-EM of at most three years old; C for one that is
planned within six months. With neither the status is D, however well the site works.
Source: digitoegankelijk.nl/toegankelijkheidsverklaring/status. Pure.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

MADE_ON: Final = date(2026, 11, 21)
CHANGED_ON: Final = date(2026, 11, 22)
MONTHS_AHEAD: Final = 6


class Status(StrEnum):
    """How far a site is; A and B need a report, E is a site without a statement."""

    FIRST_MEASURES = "C"
    NOT_MET = "D"


@dataclass(frozen=True)
class Statement:
    """The parts that change; `owner`, `signed_by` and `audit_on` are of who runs the site."""

    status: Status
    owner: str
    signed_by: str
    audit_on: date | None
    made_on: date = MADE_ON
    changed_on: date = CHANGED_ON


def statement_on(today: date, *, owner: str, signed_by: str, audit_on: date | None) -> Statement:
    """As it is true on this day: an examination that is past, or too far off, does not count."""
    planned = audit_on if audit_on and today <= audit_on <= _latest(today) else None
    status = Status.FIRST_MEASURES if planned else Status.NOT_MET
    return Statement(status, owner, signed_by, planned)


def _latest(today: date) -> date:
    """Six months on; at the end of a shorter month its last day."""
    years, month = divmod(today.month - 1 + MONTHS_AHEAD, 12)
    year, month = today.year + years, month + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))
