"""A text cut where words shut people out, so that a page can mark them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Found(Protocol):
    """A hit from `start` up to `end` of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Piece:
    """A part of a text; `number` of the hit it is, 0 for ordinary words."""

    text: str
    number: int = 0
    blocks: bool = False


def pieces(text: str, hits: Sequence[tuple[int, bool, Found]]) -> tuple[Piece, ...]:
    """The whole text in order. `hits`: number, whether it blocks, and where; of overlapping hits
    the first is marked."""
    cut: list[Piece] = []
    at = 0
    for number, blocks, hit in hits:
        if hit.start < at:
            continue
        if hit.start > at:
            cut.append(Piece(text[at : hit.start]))
        cut.append(Piece(text[hit.start : hit.end], number, blocks))
        at = hit.end
    if at < len(text):
        cut.append(Piece(text[at:]))
    return tuple(cut)
