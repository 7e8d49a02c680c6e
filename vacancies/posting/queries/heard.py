"""How far the word of a vacancy came: of whom it fits, who heard, looked and answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from accounts.enums import MailState
from accounts.models import Notice
from vacancies.enums import MatchState
from vacancies.models import Match, Vacancy

FEW: Final = 5  # of fewer people than this nobody tells who looked: that is theirs
ANSWERED: Final = (MatchState.INTERESTED, MatchState.DISMISSED)


@dataclass(frozen=True)
class Heard:
    """Professionals, each counted once, so that each number is part of the one before.

    `matched`: it fits them, or did when they were told. `told`: the mail server took a mail with
    it, and that mail did not come back; or they saw it on the site. `looked`: they opened it, or
    the page of their matches it stands on. `answered`: they said yes or no, and did not take that
    back.
    """

    matched: int = 0
    told: int = 0
    looked: int = 0
    answered: int = 0

    @property
    def shows_people(self) -> bool:
        """Whether so many heard that looks and answers are of nobody in particular."""
        return self.told >= FEW


def heard_of(vacancies: Iterable[Vacancy]) -> dict[int, Heard]:
    """The numbers of each vacancy by its key, in one statement for a whole page of them.

    A pair of which nobody was told is deleted when it fits no more, so that all rows count.
    """
    keys = [vacancy.pk for vacancy in vacancies]
    answered = Q(state__in=ANSWERED)
    looked = Q(seen_at__isnull=False) | answered
    told = looked | Q(Exists(_reached()))
    rows = Match.objects.filter(vacancy__in=keys).order_by().values("vacancy_id")
    counted = rows.annotate(
        matched=Count("pk"),
        told=Count("pk", filter=told),
        looked=Count("pk", filter=looked),
        answered=Count("pk", filter=answered),
    )
    found = counted.values_list("vacancy_id", "matched", "told", "looked", "answered")
    return dict.fromkeys(keys, Heard()) | {pk: Heard(*numbers) for pk, *numbers in found}


def _reached() -> QuerySet[Notice]:
    """The notices of a pair that a mail brought, or that were read in the inbox."""
    target = Concat(Value("match:"), Cast(OuterRef("pk"), CharField()))
    own = Notice.objects.filter(recipient=OuterRef("professional__user_id"), target=target)
    return own.filter(Q(mail__state=MailState.SENT) | Q(read_at__isnull=False)).order_by()
