"""The best team the slow way: every team of at most three, compared one by one, by its own rules.

Takes only the records from the code that it judges: what covers, what adds up and what comes first
is said here once more, with sets.
"""

from collections.abc import Sequence
from itertools import combinations

from vacancies.matching.team import Member, Shared, Team

MOST = 3


def brute_force(
    asked: Shared, people: Sequence[Member], kept: Sequence[Member] = ()
) -> Team | None:
    firm = [one.id for one in kept]
    others = [
        one
        for one in people
        if one.id not in firm and days(one.mask) & days(asked.day_parts_mask)
        if one.hours_min <= asked.hours_max
    ]
    teams = [
        judged(asked, [*kept, *chosen])
        for size in range(MOST - len(kept) + 1)
        for chosen in combinations(others, size)
        if kept or chosen
    ]
    return min(teams, key=order, default=None)


def judged(asked: Shared, members: Sequence[Member]) -> Team:
    wanted, fixed = days(asked.day_parts_mask), days(asked.fixed_mask)
    covered = wanted & set().union(*(days(one.mask) for one in members))
    lacking = max(len(fixed - covered), asked.needed - len(covered), 0)
    too_many = sum(one.hours_min for one in members) > asked.hours_max
    too_few = sum(one.hours_max for one in members) < asked.hours_min
    in_rank = sorted(members, key=lambda one: (one.short, one.distance_m, one.id))
    return Team(
        members=tuple(in_rank),
        covered_mask=sum(1 << day for day in covered),
        lacking=lacking,
        fits_hours=not too_many and not too_few,
    )


def order(team: Team) -> tuple[object, ...]:
    return (
        team.lacking,
        0 if team.fits_hours else 1,
        len(team.members),
        sum(one.short for one in team.members),
        sum(one.distance_m for one in team.members),
        sorted(one.id for one in team.members),
    )


def days(mask: int) -> set[int]:
    return {bit for bit in range(18) if mask >> bit & 1}
