"""Who may together fill a vacancy that may be shared: the people of `team`, read from the facts."""

from collections.abc import Collection, Iterable, Sequence
from itertools import starmap
from typing import Final
from uuid import UUID

from django.db.models import BigIntegerField, F, QuerySet, Value, Window
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Floor, Greatest, Least, RowNumber, Sqrt

from accounts.models import User
from vacancies.enums import ApplicationStatus
from vacancies.matching import projection, queries
from vacancies.matching.projection import vacancies_read
from vacancies.matching.team import PER_CLASS, Member, Shared
from vacancies.models import Match, Vacancy
from vacancies.posting import queries as posting

RANK: Final = ("short", "metres", "professional_id")
MEMBER: Final = (*RANK, "free", "least", "most")


def shared_vacancies(user: User) -> QuerySet[Vacancy]:
    """The vacancies of the own institution that people may fill together."""
    return vacancies_read(queries.own_vacancies(user).filter(may_be_shared=True))


def asked_of(vacancy: Vacancy) -> Shared:
    """What a vacancy still asks of a team: what nobody took yet."""
    left = posting.left_of(vacancy)
    return Shared(
        day_parts_mask=left.mask,
        needed=left.needed,
        fixed_mask=left.fixed_mask,
        hours_min=int((left.hours_min or 0) * 10),
        hours_max=int((left.hours_max or 0) * 10),
    )


def pool_of(vacancy: Vacancy, *, without: Collection[UUID] = ()) -> list[Member]:
    """Everybody who can be in a best team: the best few of each class, by day-parts and rank."""
    asked = asked_of(vacancy)
    enough = Least(F("most"), Value(asked.hours_min))
    place = Window(
        RowNumber(),
        partition_by=[F("free"), F("least"), enough],
        order_by=[F(column) for column in RANK],
    )
    found = _candidates(vacancy).filter(professional__facts__hours_min__lte=asked.hours_max)
    if without:
        found = found.exclude(professional__public_id__in=without)
    best = found.annotate(place=place).filter(place__lte=PER_CLASS).order_by(F("free"), *RANK)
    return list(starmap(Member, best.values_list(*MEMBER)))


def members_of(vacancy: Vacancy, public_ids: Iterable[UUID]) -> list[Member]:
    """Those of these people who fit the vacancy today."""
    found = _candidates(vacancy).filter(professional__public_id__in=set(public_ids))
    return list(starmap(Member, found.values_list(*MEMBER)))


def matches_of(vacancy: Vacancy, members: Sequence[Member]) -> list[Match]:
    """The matches of these people, in their order."""
    found = queries.candidates_of(vacancy).filter(professional__in=[one.id for one in members])
    by_person = {match.professional_id: match for match in found}
    return [by_person[one.id] for one in members if one.id in by_person]


def _candidates(vacancy: Vacancy) -> QuerySet[Match]:
    """Who fits today and did not put it aside, with the columns of a `Member`."""
    facts = projection.vacancy_facts(vacancy)
    spots = {(facts.x1, facts.y1), (facts.x2, facts.y2), (facts.x3, facts.y3)}
    squares = [_square(x, y) for x, y in sorted(spots)]
    nearest = squares[0] if len(squares) == 1 else Least(*squares)
    placed = vacancy.applications.filter(status=ApplicationStatus.PLACED).values("professional")
    rows = queries.candidates_of(vacancy).exclude(professional__in=placed)
    rows = rows.select_related(None).prefetch_related(None)
    return rows.order_by().annotate(
        short=100 - F("score"),
        metres=Cast(Floor(Sqrt(nearest)), BigIntegerField()),
        free=F("professional__facts__day_parts_mask").bitand(facts.day_parts_mask),
        least=F("professional__facts__hours_min"),
        most=Greatest("professional__facts__hours_max", "professional__facts__hours_min"),
    )


def _square(x: int, y: int) -> Combinable:
    east, north = F("professional__facts__x") - x, F("professional__facts__y") - y
    return east * east + north * north
