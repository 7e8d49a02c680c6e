"""Who together: the best team of at most three people for a vacancy that may be shared. Exact.

A team covers a vacancy when the union of its free day-parts holds enough of what is asked and all
that is fixed, and its hours can add up to what is asked: Σ min ≤ asked max and Σ max ≥ asked min.
Fewest people first, then the highest total score, the least total travel, the lowest ids.

Why a small pool is enough. Person q *dominates* p when q is free on every asked day-part that p is
free on, asks at least no more hours, offers at least as many of the hours asked, and comes first
by score, travel and id. In a covering team that holds p and not q, q may take p's place: the union
does not shrink, Σ min does not rise, Σ max does not fall below what is asked, and the team comes
before the old one. A team of n has n - 1 others beside p; who has n dominators has one outside the
team, so is never needed. People of one *class* (the same day-parts, least and most hours) dominate
each other in order: the best three of a class are enough, four where one of them may be swapped.
Day-parts alone would need one of each mask; hours may ask for two who are free at the same time.

Why the search misses nothing. At most so many asked day-parts may stay open; of one more than
that, some member covers one. So a next member is sought only among those who are free on one of
the rarest of these. Groups stand in the order of their best, so the sum of bests is a bound, and
score and travel are one number (`cost`) whose sums compare as pairs do.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

LARGEST: Final = 3
PER_CLASS: Final = LARGEST + 1
A_POINT: Final = 1 << 40  # more metres than any team travels
NO_LIMIT: Final = 1 << 60


class Shared(NamedTuple):
    """What a vacancy that may be shared asks of a team; hours in tenths of a clock hour a week."""

    day_parts_mask: int
    needed: int
    fixed_mask: int
    hours_min: int
    hours_max: int

    def lacking(self, union: int) -> int:
        """Day-parts still to be covered: the fixed ones, and others that make up the number."""
        union &= self.day_parts_mask
        return max((self.fixed_mask & ~union).bit_count(), self.needed - union.bit_count(), 0)


class Member(NamedTuple):
    """Somebody who fits: points short of 100, metres, who it is; free day-parts, hours in tenths.

    In this order members sort by rank.
    """

    short: int
    distance_m: int
    id: int
    mask: int
    hours_min: int
    hours_max: int


class Team(NamedTuple):
    """`lacking`: how many asked day-parts stay open; `fits_hours`: their hours can add up."""

    members: tuple[Member, ...]
    covered_mask: int
    lacking: int
    fits_hours: bool

    @property
    def is_whole(self) -> bool:
        return self.lacking == 0 and self.fits_hours


class Group(NamedTuple):
    """The people free on the same asked day-parts, the best first."""

    mask: int
    people: list[Member]
    cost: int


def best_team(
    asked: Shared, people: Iterable[Member], *, kept: Sequence[Member] = ()
) -> Team | None:
    """The best team that covers all; where none does, the nearest. It holds everybody in `kept`.

    The nearest leaves least open, then has hours that add up, then is the smallest, then the best.
    None only where nobody is there.
    """
    groups, firm = _groups(asked, people, kept), tuple(kept)
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


def other_teams(asked: Shared, people: Sequence[Member], team: Team) -> list[Team]:
    """For each member: the best team that keeps the others and does without. Best first.

    A swap that covers nothing more than the others do is none.
    """
    others: dict[tuple[int, ...], Team] = {}
    for one in team.members:
        rest = tuple(member for member in team.members if member != one)
        found = best_team(asked, (who for who in people if who.id != one.id), kept=rest)
        if found and (found.is_whole or found.lacking < asked.lacking(_sums(rest)[0])):
            others.setdefault(_ids(found.members), found)
    return sorted(others.values(), key=standing)


def team_of(asked: Shared, members: Iterable[Member]) -> Team:
    """These people as a team, in order of rank."""
    chosen = tuple(sorted(members))
    union, low, high = _sums(chosen)
    return Team(
        members=chosen,
        covered_mask=union & asked.day_parts_mask,
        lacking=asked.lacking(union),
        fits_hours=low <= asked.hours_max and high >= asked.hours_min,
    )


def standing(team: Team) -> tuple[int, bool, int, int, tuple[int, ...]]:
    """What orders teams: open day-parts, hours, size, score and travel, ids."""
    cost = sum(_cost(one) for one in team.members)
    return team.lacking, not team.fits_hours, len(team.members), cost, _ids(team.members)


class _Search:
    """Branch and bound over groups, then over the people of groups that cover together."""

    def __init__(
        self, asked: Shared, groups: list[Group], kept: tuple[Member, ...], open_left: int
    ) -> None:
        self.asked, self.groups, self.kept, self.open_left = asked, groups, kept, open_left
        self.union, self.low, self.high = _sums(kept)
        self.rarest = _rarest_first(asked, groups)
        self.last: dict[int, list[Group]] = {}
        self.next: dict[int, list[Group]] = {}
        self.spans: dict[int, tuple[int, int]] = {}
        self.needed: dict[int, list[Member]] = {}

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
            lacking, most = self.asked.lacking, self.open_left
            self.last[union] = [one for one in self.groups if lacking(union | one.mask) <= most]
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
        spans = [self._span(group) for group in groups]
        low, high = map(sum, zip((self.low, self.high), *spans, strict=True))
        if low <= self.most and high >= self.least:
            self._choose((), groups, (low, high, cost))

    def _choose(
        self, chosen: tuple[Member, ...], groups: tuple[Group, ...], sums: tuple[int, int, int]
    ) -> None:
        """`sums`: least, most and cost, where groups not chosen from count with their best."""
        group, rest = groups[0], groups[1:]
        least, most = self._span(group)
        low, high, cost = sums[0] - least, sums[1] - most, sums[2] - group.cost
        for one in self._undominated(group):
            bound = cost + _cost(one)
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
        if cost < self.cost or _ids(found) < _ids(self.best):
            self.best, self.cost = found, cost

    def _span(self, group: Group) -> tuple[int, int]:
        """The least and the most hours that anybody of a group asks and offers."""
        if group.mask not in self.spans:
            low = min([one.hours_min for one in group.people])
            self.spans[group.mask] = low, max([one.hours_max for one in group.people])
        return self.spans[group.mask]

    def _undominated(self, group: Group) -> list[Member]:
        """The people of a group without three of that group who dominate them."""
        if group.mask not in self.needed:
            self.needed[group.mask] = list(_undominated(self.asked.hours_min, group.people))
        return self.needed[group.mask]


def _undominated(enough: int, people: Sequence[Member]) -> Iterator[Member]:
    before: list[tuple[int, int]] = []
    for one in people:
        least, most = one.hours_min, min(one.hours_max, enough)
        dominators = 0
        for other_least, other_most in before:
            if other_least <= least and other_most >= most:
                dominators += 1
                if dominators == LARGEST:
                    break
        else:
            before.append((least, most))
            yield one


def _groups(asked: Shared, people: Iterable[Member], kept: Sequence[Member]) -> list[Group]:
    """By asked day-parts, the group with the best first; without who asks too many hours."""
    taken, by_mask = {one.id for one in kept}, dict[int, list[Member]]()
    week, most = asked.day_parts_mask, asked.hours_max
    for one in sorted(people):
        mask = one.mask & week
        if mask and one.hours_min <= most and one.id not in taken:
            if mask in by_mask:
                by_mask[mask].append(one)
            else:
                by_mask[mask] = [one]
    return [Group(mask, found, _cost(found[0])) for mask, found in by_mask.items()]


def _rarest_first(asked: Shared, groups: list[Group]) -> list[int]:
    bits = [1 << number for number in range(asked.day_parts_mask.bit_length())]
    return sorted(bits, key=lambda bit: (sum(1 for one in groups if one.mask & bit), bit))


def _reach(asked: Shared, groups: list[Group], kept: tuple[Member, ...]) -> list[int]:
    """How few day-parts the kept and 0, 1, … people more leave open, whatever their hours."""
    largest: list[int] = []
    for mask in sorted((group.mask for group in groups), key=int.bit_count, reverse=True):
        if not any(mask & other == mask for other in largest):
            largest.append(mask)
    unions = {_sums(kept)[0] & asked.day_parts_mask}
    reach = [min(map(asked.lacking, unions))]
    for _ in range(LARGEST - len(kept)):
        unions.update({union | mask for union in unions for mask in largest})
        reach.append(min(map(asked.lacking, unions)))
    return reach


def _cost(one: Member) -> int:
    return one.short * A_POINT + one.distance_m


def _ids(members: Iterable[Member]) -> tuple[int, ...]:
    return tuple(sorted([one.id for one in members]))


def _sums(chosen: Sequence[Member]) -> tuple[int, int, int]:
    union = 0
    for one in chosen:
        union |= one.mask
    return union, sum(one.hours_min for one in chosen), sum(one.hours_max for one in chosen)
