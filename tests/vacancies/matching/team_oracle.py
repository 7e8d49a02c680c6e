"""The best team the slow way: every team of at most three, compared one by one."""

from collections.abc import Sequence
from itertools import combinations

from vacancies.matching.team import LARGEST, Member, Shared, Team, standing, team_of


def brute_force(
    asked: Shared, people: Sequence[Member], kept: Sequence[Member] = ()
) -> Team | None:
    firm = tuple(kept)
    others = [
        one
        for one in people
        if one not in firm and one.mask & asked.day_parts_mask and one.hours_min <= asked.hours_max
    ]
    teams = [
        team_of(asked, (*firm, *chosen))
        for size in range(LARGEST - len(firm) + 1)
        for chosen in combinations(others, size)
        if firm or chosen
    ]
    return min(teams, key=standing, default=None)
