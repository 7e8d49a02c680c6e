"""The people who fit a shared vacancy, by the asked day-parts that they are free on."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Final

from vacancies.matching.team import PER_CLASS, Member, Shared, cost_of

FREE: Final = attrgetter("mask")


class Group:
    """The people free on the same asked day-parts, the best first; what the search asks of them."""

    def __init__(self, mask: int, people: list[Member], enough: int) -> None:
        self.mask, self.people = mask, people
        self.cost = cost_of(people[0])
        self._needed: list[Member] = []
        self._more = _undominated(people, enough)

    @cached_property
    def span(self) -> tuple[int, int]:
        """The least and the most hours that anybody asks and offers."""
        least = min([one.hours_min for one in self.people])
        return least, max([one.hours_max for one in self.people])

    def needed(self) -> Iterator[Member]:
        """The people without so many of this group who dominate them; read as far as is asked."""
        number = 0
        while True:
            if number == len(self._needed):
                one = next(self._more, None)
                if one is None:
                    return
                self._needed.append(one)
            yield self._needed[number]
            number += 1


def groups_of(asked: Shared, people: Iterable[Member]) -> list[Group]:
    """By asked day-parts, the group with the best first; without who asks too many hours.

    In any order; fastest by day-parts, then by rank, as the query gives them.
    """
    week, most = asked.day_parts_mask, asked.hours_max
    by_mask: dict[int, list[Member]] = {}
    for free, found in groupby(people, key=FREE):
        if mask := free & week:
            by_mask.setdefault(mask, []).extend([one for one in found if one.hours_min <= most])
    for fit in by_mask.values():
        fit.sort()
    return _ordered(Group(mask, one, asked.hours_min) for mask, one in by_mask.items() if one)


def groups_without(groups: list[Group], asked: Shared, barred: Collection[Member]) -> list[Group]:
    """The same groups without these people; what is known of the others stays known."""
    masks = {one.mask & asked.day_parts_mask for one in barred}
    ids = {one.id for one in barred}
    left = [group for group in groups if group.mask not in masks]
    for group in groups:
        if group.mask in masks:
            found = [one for one in group.people if one.id not in ids]
            if found:
                left.append(Group(group.mask, found, asked.hours_min))
    return _ordered(left)


def _ordered(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (group.cost, group.people[0].id))


def _undominated(people: list[Member], enough: int) -> Iterator[Member]:
    before: list[tuple[int, int]] = []
    for one in people:
        least, most = one.hours_min, min(one.hours_max, enough)
        dominators = 0
        for other_least, other_most in before:
            if other_least <= least and other_most >= most:
                dominators += 1
                if dominators == PER_CLASS:
                    break
        else:
            before.append((least, most))
            yield one
