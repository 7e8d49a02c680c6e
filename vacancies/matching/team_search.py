"""The best team of at most three people, exact, from everybody who fits.

Why a small pool is enough. Person q *dominates* p when q is free on every asked day-part that p is
free on, asks at least no more hours, offers at least as many of the hours asked, and comes first
by score, travel and id. In a covering team that holds p and not q, q may take p's place: the union
does not shrink, Σ min does not rise, Σ max does not fall below what is asked, and the team comes
before the old one. A team of n has n - 1 others beside p; who has n dominators has one outside the
team, so is never needed: three are enough, four where one person may be swapped. People of one
*class* (the same day-parts, least and most hours) dominate each other in order, so the query keeps
the best four of a class; the search goes through a group with the same day-parts by rank and
passes over who has four dominators in it. Day-parts alone would need one of each mask; hours may
ask for two who are free at the same time.

Why the search misses nothing. At most so many asked day-parts may stay open; of one more than
that, some member covers one. So a next member is sought only among those who are free on one of
the rarest of these. Groups stand in the order of their best, so the sum of bests is a bound, and
so is the sum of the least, or of the most, hours in them.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from vacancies.matching.team import (
    LARGEST,
    Member,
    Shared,
    Team,
    cost_of,
    ids_of,
    standing,
    sums_of,
    team_of,
)
from vacancies.matching.team_groups import Group, groups_of, groups_without

NO_LIMIT: Final = 1 << 60


def best_team(
    asked: Shared, people: Iterable[Member], *, kept: Sequence[Member] = ()
) -> Team | None:
    """The best team that covers all; where none does, the nearest. It holds everybody in `kept`.

    The nearest leaves least open, then has hours that add up, then is the smallest, then the best.
    None only where nobody is there.
    """
    return _best(asked, groups_of(asked, people), kept)


def other_teams(asked: Shared, people: Iterable[Member], team: Team) -> list[Team]:
    """For each member: the best team that keeps the others and does without. Best first.

    A swap that covers nothing more than the others do is none.
    """
    groups = groups_of(asked, people)
    others: dict[tuple[int, ...], Team] = {}
    for one in team.members:
        rest = tuple(member for member in team.members if member != one)
        found = _best(asked, groups, rest, without=one)
        if found and (found.is_whole or found.lacking < asked.lacking(sums_of(rest)[0])):
            others.setdefault(ids_of(found.members), found)
    return sorted(others.values(), key=standing)


def _best(
    asked: Shared, groups: list[Group], kept: Sequence[Member], *, without: Member | None = None
) -> Team | None:
    firm = tuple(kept)
    if barred := [*kept, without] if without else firm:
        groups = groups_without(groups, asked, barred)
    if not groups:
        return team_of(asked, firm) if firm else None
    reach = _reach(asked, groups, firm)
    search = _Search(asked, groups, firm, reach[-1])
    for with_hours in (True, False):
        for more, least_open in enumerate(reach):
            if least_open == reach[-1] and (more or firm):
                found = search.best_of(more, with_hours=with_hours)
                if found is not None:
                    return team_of(asked, found)
    return None


class _Search:
    """Branch and bound over groups, then over the people of groups that cover together."""

    def __init__(
        self, asked: Shared, groups: list[Group], kept: tuple[Member, ...], open_left: int
    ) -> None:
        self.asked, self.groups, self.kept, self.open_left = asked, groups, kept, open_left
        self.union, self.low, self.high = sums_of(kept)
        self.rarest = _rarest_first(asked, groups)
        self.last: dict[int, list[Group]] = {}
        self.next: dict[int, list[Group]] = {}

    def best_of(self, more: int, *, with_hours: bool) -> tuple[Member, ...] | None:
        """Kept people and so many more; None where they do not leave so few day-parts open."""
        self.most = self.asked.hours_max if with_hours else NO_LIMIT
        self.least = self.asked.hours_min if with_hours else -NO_LIMIT
        if not more:
            return self.kept if self.low <= self.most and self.high >= self.least else None
        self.best: tuple[Member, ...] = ()
        self.cost = NO_LIMIT
        self._grow((), self.union, 0, more)
        return (*self.kept, *self.best) if self.best else None

    def _grow(self, chosen: tuple[Group, ...], union: int, cost: int, left: int) -> None:
        spare = (left - 1) * self.groups[0].cost
        for group in self._completing(union) if left == 1 else self._branches(union):
            bound = cost + group.cost
            if bound + spare > self.cost:
                return
            if left > 1:
                self._grow((*chosen, group), union | group.mask, bound, left - 1)
            else:
                self._people_of((*chosen, group), bound)

    def _completing(self, union: int) -> list[Group]:
        """Who may come last: with them enough is covered."""
        if union not in self.last:
            found, missing = self._branches(union), self.asked.day_parts_mask & ~union
            if missing.bit_count() == self.asked.lacking(union) - self.open_left:
                found = [one for one in found if one.mask & missing == missing]
            else:
                lacking, most = self.asked.lacking, self.open_left
                found = [one for one in found if lacking(union | one.mask) <= most]
            self.last[union] = found
        return self.last[union]

    def _branches(self, union: int) -> list[Group]:
        """Who may come next: free on one of the rarest day-parts that cannot all stay open."""
        if union not in self.next:
            asked = self.asked
            open_fixed = asked.fixed_mask & ~union
            open_asked = asked.day_parts_mask & ~union
            may_stay = asked.day_parts_mask.bit_count() - asked.needed + self.open_left
            rare = 0
            if open_fixed.bit_count() > self.open_left:
                rare = self._rare(open_fixed, self.open_left + 1)
            elif open_asked.bit_count() > may_stay:
                rare = self._rare(open_asked, may_stay + 1)
            self.next[union] = [one for one in self.groups if not rare or one.mask & rare]
        return self.next[union]

    def _rare(self, mask: int, count: int) -> int:
        return sum([bit for bit in self.rarest if mask & bit][:count])

    def _people_of(self, groups: tuple[Group, ...], cost: int) -> None:
        """The best people of groups that cover, if their hours can add up."""
        spans = [group.span for group in groups]
        low, high = map(sum, zip((self.low, self.high), *spans, strict=True))
        if low <= self.most and high >= self.least:
            self._choose((), groups, (low, high, cost))

    def _choose(
        self, chosen: tuple[Member, ...], groups: tuple[Group, ...], sums: tuple[int, int, int]
    ) -> None:
        """`sums`: least, most and cost, where groups not chosen from count with their best."""
        group, rest = groups[0], groups[1:]
        least, most = group.span
        low, high, cost = sums[0] - least, sums[1] - most, sums[2] - group.cost
        for one in group.needed():
            bound = cost + cost_of(one)
            if bound > self.cost:
                return
            lows, highs = low + one.hours_min, high + one.hours_max
            if lows > self.most or highs < self.least or one in chosen:
                continue
            if rest:
                self._choose((*chosen, one), rest, (lows, highs, bound))
            else:
                self._keep((*chosen, one), bound)
                return

    def _keep(self, found: tuple[Member, ...], cost: int) -> None:
        if cost < self.cost or ids_of(found) < ids_of(self.best):
            self.best, self.cost = found, cost


def _rarest_first(asked: Shared, groups: list[Group]) -> list[int]:
    bits = [1 << number for number in range(asked.day_parts_mask.bit_length())]
    return sorted(bits, key=lambda bit: (sum(1 for one in groups if one.mask & bit), bit))


def _reach(asked: Shared, groups: list[Group], kept: tuple[Member, ...]) -> list[int]:
    """How few day-parts the kept and 0, 1, … people more leave open, whatever their hours."""
    largest: list[int] = []
    for mask in sorted((group.mask for group in groups), key=int.bit_count, reverse=True):
        if not any(mask & other == mask for other in largest):
            largest.append(mask)
    unions = {sums_of(kept)[0] & asked.day_parts_mask}
    reach = [min(map(asked.lacking, unions))]
    for _ in range(LARGEST - len(kept)):
        if reach[-1]:
            unions.update({union | mask for union in unions for mask in largest})
        reach.append(min(map(asked.lacking, unions)) if reach[-1] else 0)
    return reach
