"""Which study year of work without a last day is to be planned next."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from vacancies.enums import PlacementStatus
from vacancies.models import Placement
from vacancies.placement.years import year_to_plan
from vacancies.routes.book import rule_book


@dataclass(frozen=True)
class Year:
    """A study year that can be planned."""

    first: date
    last: date

    @property
    def label(self) -> str:
        return f"{self.first.year}–{self.last.year}"


def year_of(placement: Placement, today: date | None = None) -> Year | None:
    """The next year of who is in class without a last day, once it can be planned; None else."""
    if placement.status != PlacementStatus.STARTED or placement.ends_on is not None:
        return None
    starts = [block.starts_on for block in placement.blocks.all()]
    found = year_to_plan(starts, today or timezone.localdate(), rule_book())
    return Year(*found) if found else None
