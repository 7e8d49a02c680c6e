"""What features above know of papers: to which school somebody said yes, and how old a VOG may be.

They register in their own `AppConfig.ready`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import Institution, Professional
from portal.kit.hooks import Listeners

ShownTo = Callable[[Institution], QuerySet[Any, int]]  # the keys of professionals


class Readers(Listeners[ShownTo]):
    """Whose papers a school may read: who said yes to it, as the features above tell."""

    def of(self, institution: Institution) -> Q:
        """The condition on a paper; nobody's while no feature told."""
        allowed = Q(pk__in=[])
        for shown_to in self:
            allowed |= Q(professional__in=shown_to(institution))
        return allowed

    def reads(self, institution: Institution, professional: Professional) -> bool:
        """Whether this school may read the papers of this person."""
        return any(
            shown_to(institution).filter(professional=professional).exists() for shown_to in self
        )


class VogTerm:
    """In how many months after its issue a VOG must be shown to a school."""

    def __init__(self) -> None:
        self._months: Callable[[date], int] | None = None

    def register(self, months: Callable[[date], int]) -> None:
        """Answer from now on; the last one registered counts."""
        self._months = months

    def on(self, day: date) -> int | None:
        """None: nobody told."""
        return self._months(day) if self._months else None


readers = Readers()
vog_term = VogTerm()
