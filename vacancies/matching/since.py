"""What a vacancy asked and offered when somebody was told of it, and what changed since then. Pure.

The terms are kept with the notice as one short text, so that comparing thousands costs nothing.
"""

from typing import Any, Final, NamedTuple

PLACES: Final = "-"
NOTHING: Final = 0


class Terms(NamedTuple):
    """Days as ordinals (0: none), day-parts as a mask, the keys of the places, the highest scale."""

    starts_on: int = NOTHING
    ends_on: int = NOTHING
    day_parts: int = NOTHING
    needed: int = NOTHING
    places: tuple[int, ...] = ()
    scale: str = ""


class Change(NamedTuple):
    """One thing that is different: its name among the terms, then and now."""

    what: str
    then: Any
    now: Any


def packed(terms: Terms) -> str:
    """The terms as one word: the same terms, the same word."""
    *numbers, places, scale = terms
    return ".".join([*map(str, numbers), PLACES.join(map(str, sorted(places))), scale])


def unpacked(text: str) -> Terms:
    """Raises ValueError for what `packed` did not write."""
    starts, ends, day_parts, needed, places, scale = text.split(".")
    keys = tuple(int(one) for one in places.split(PLACES) if one)
    return Terms(int(starts), int(ends), int(day_parts), int(needed), keys, scale)


def changes(then: str, now: str) -> tuple[Change, ...]:
    """What is different between two packed terms, in the order of the terms; none when unknown."""
    if not then or then == now:
        return ()
    before, after = unpacked(then), unpacked(now)
    pairs = zip(Terms._fields, before, after, strict=True)
    return tuple(Change(what, old, new) for what, old, new in pairs if old != new)
