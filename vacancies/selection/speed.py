"""How fast a school answers, from its own steps; told only when it says something."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import median
from typing import Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Institution
from vacancies.selection import queries

YEAR: Final = timedelta(days=365)
FEWEST: Final = 5
HOUR: Final = 3600


@dataclass(frozen=True)
class Speed:
    """Half of the people had a first answer within so many days, of so many answers in a year."""

    days: int
    answers: int

    @property
    def sentence(self) -> str:
        """In one line, with on what it rests."""
        if self.days == 0:
            first = _("Answers mostly on the same day.")
        else:
            words = ngettext(
                "Answers mostly within one day.", "Answers mostly within %(days)d days.", self.days
            )
            first = words % {"days": self.days}
        return (
            first
            + " "
            + _("Seen over %(answers)d answers in the past year.") % {"answers": self.answers}
        )


def speed_of(institution: Institution) -> Speed | None:
    """None while there are too few answers to say anything. At most an hour old."""
    key = f"answer-speed:{institution.pk}"
    found: Speed | str | None = cache.get(key)
    if found is None:
        found = _speed(institution, timezone.now()) or ""
        cache.set(key, found, HOUR)
    return found if isinstance(found, Speed) else None


def _speed(institution: Institution, now: datetime) -> Speed | None:
    waits = [
        (timezone.localdate(first) - timezone.localdate(since)).days
        for since, first in queries.first_answers(institution, now - YEAR)
    ]
    return Speed(ceil(median(waits)), len(waits)) if len(waits) >= FEWEST else None
