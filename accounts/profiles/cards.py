"""What a school sees of a professional: before a yes without name, place and contact; after it all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

NBSP = "\u00a0"
Fact = tuple[str, str]


@dataclass(frozen=True)
class PublicProfile:
    """All that is shown without a yes; words are in the reader's language."""

    public_id: UUID
    occupation: str
    domains: tuple[str, ...]
    competences: tuple[str, ...]
    functions: tuple[str, ...]
    employment_forms: tuple[str, ...]
    level: str
    dutch_level: str
    years: int | None
    willing_to_train: bool | None
    province: str
    max_distance_km: int | None
    day_parts_mask: int
    hours_min: Decimal | None
    hours_max: Decimal | None
    available_from: date | None
    available_until: date | None
    refreshed_on: date

    with_name = False

    @property
    def title(self) -> str:
        return self.occupation or _("Professional")

    @property
    def hours_text(self) -> str:
        low, high = _number(self.hours_min), _number(self.hours_max)
        if low and high and low != high:
            return _("%(low)s to %(high)s clock hours a week") % {"low": low, "high": high}
        if low and not high:
            return _("at least %(low)s clock hours a week") % {"low": low}
        return _("%(high)s clock hours a week") % {"high": high} if high else ""

    @property
    def period_text(self) -> str:
        start, end = _day(self.available_from), _day(self.available_until)
        if start and end:
            return _("from %(start)s until %(end)s") % {"start": start, "end": end}
        if end:
            return _("until %(end)s") % {"end": end}
        return _("from %(start)s") % {"start": start} if start else ""

    @property
    def skills(self) -> str:
        return _listed(self.competences)

    @property
    def facts(self) -> list[Fact]:
        """What is told, as term and value; what is not told is left out."""
        years = self.years
        travel = "" if self.max_distance_km is None else f"{self.max_distance_km}{NBSP}km"
        rows = [
            (_("Wants to be"), _listed(self.functions)),
            (_("Works in"), _listed(self.domains)),
            (_("In the trade"), "" if years is None else _years(years)),
            (_("Education"), self.level),
            (_("Level of Dutch"), self.dutch_level),
            (_("Learning to teach"), _willing(self.willing_to_train)),
            (_("Hours"), self.hours_text),
            (_("Available"), self.period_text),
            (_("Contract"), _listed(self.employment_forms)),
            (_("Lives in"), self.home),
            (_("Travels at most"), travel),
        ]
        return [(term, value) for term, value in rows if value]

    @property
    def home(self) -> str:
        return self.province


@dataclass(frozen=True)
class FullProfile(PublicProfile):
    """After the professional's yes: with name, place and contact."""

    name: str
    email: str
    phone: str
    place: str

    with_name = True

    @property
    def home(self) -> str:
        return f"{self.place}, {self.province}" if self.place else ""


def _listed(names: Sequence[str]) -> str:
    """Names on one line: only the first keeps its capital, and what is written in capitals."""
    rest = [name if name[1:2].isupper() else name[:1].lower() + name[1:] for name in names[1:]]
    return ", ".join([*names[:1], *rest])


def _number(value: Decimal | None) -> str:
    if value is None:
        return ""
    return formats.number_format(value, decimal_pos=1 if value % 1 else 0)


def _day(value: date | None) -> str:
    return "" if value is None else formats.date_format(value, "j F Y").replace(" ", NBSP)


def _years(years: int) -> str:
    return ngettext("%(years)d year", "%(years)d years", years) % {"years": years}


def _willing(willing: bool | None) -> str:
    if willing is None:
        return ""
    return _("yes, wants to") if willing else _("not now")
