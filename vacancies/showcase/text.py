"""The text of a vacancy as paragraphs and lists: what HR types, without markup. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

POINT: Final = re.compile(r"^\s*[-*•–]\s+")


@dataclass(frozen=True)
class Block:
    """A paragraph, or the points of a list."""

    text: str = ""
    points: tuple[str, ...] = ()


def blocks(text: str) -> list[Block]:
    """Blank lines part paragraphs; lines that begin with a dash are points of a list."""
    found: list[Block] = []
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        found.extend(_blocks_of(part.split("\n")))
    return found


def _blocks_of(lines: list[str]) -> Iterator[Block]:
    held: list[str] = []
    listing = False
    for line in [*lines, ""]:
        is_point = bool(POINT.match(line))
        if held and (is_point != listing or not line):
            yield Block(points=tuple(held)) if listing else Block(text=" ".join(held))
            held = []
        if line.strip():
            held.append(POINT.sub("", line).strip())
        listing = is_point
