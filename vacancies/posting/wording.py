"""Words that shut people out: where they stand in a text, and what to write instead.

Patterns are written for people: alternatives are separated by `|`, `*` is any letters and `#` a
number in figures or in Dutch words. A `*` alone is any one word. Words are whole words; capitals
and accents do not matter, and a space in a pattern is any white space or hyphen. An exception masks its words before rules look.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

BLOCK: Final = "B"
MASKED: Final = "\0"
GAP: Final = r"[\s\-]+"
LETTERS: Final = r"[^\W\d_]{0,40}"
UNITS: Final = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
TEENS: Final = (
    *("tien", "elf", "twaalf", "dertien", "veertien"),
    *("vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
TENS: Final = (
    *("twintig", "dertig", "veertig", "vijftig"),
    *("zestig", "zeventig", "tachtig", "negentig"),
)
NUMBER: Final = (
    rf"(?:\d+(?:[.,]\d+)?|(?:(?:{'|'.join(UNITS)})en)?(?:{'|'.join(TENS)})"
    rf"|{'|'.join(TEENS)}|{'|'.join(UNITS)})"
)
PIECES: Final = {"*": LETTERS, "#": NUMBER}


@dataclass(frozen=True)
class Rule:
    """One row of the list; `level` is W (warns) or B (blocks)."""

    code: str
    level: str
    ground: str
    pattern: str


@dataclass(frozen=True)
class Hit:
    """A rule found in a text, from `start` up to `end`."""

    start: int
    end: int
    text: str
    rule: Rule

    @property
    def blocks(self) -> bool:
        return self.rule.level == BLOCK


def hits(text: str, rules: Iterable[Rule], exceptions: Sequence[str] = ()) -> tuple[Hit, ...]:
    """All hits in order of place; of overlapping hits of one rule the longest counts."""
    folded, places = fold(text)
    folded = _masked(folded, exceptions)
    found = [
        Hit(places[start], places[end - 1] + 1, text[places[start] : places[end - 1] + 1], rule)
        for rule in rules
        for start, end in _spans(rule.pattern, folded)
    ]
    return tuple(sorted(found, key=lambda hit: (hit.start, -hit.end, hit.rule.code)))


def fold(text: str) -> tuple[str, list[int]]:
    """Lower case without accents and invisible characters, and the place each character had."""
    folded, places = [], []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character.lower()):
            if unicodedata.category(part) not in ("Mn", "Cf"):
                folded.append(part)
                places.append(place)
    return "".join(folded), places


def is_valid(pattern: str) -> bool:
    """Whether a pattern names at least one letter in each of its alternatives."""
    return all(any(c.isalpha() for c in option) for option in pattern.split("|"))


def _masked(folded: str, exceptions: Sequence[str]) -> str:
    for pattern in exceptions:
        for start, end in _spans(pattern, folded):
            folded = folded[:start] + MASKED * (end - start) + folded[end:]
    return folded


def _spans(pattern: str, folded: str) -> Iterator[tuple[int, int]]:
    found = (match.span() for match in _compiled(pattern).finditer(folded))
    return ((start, end) for start, end in found if start < end)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    options = [option.split() for option in fold(pattern)[0].split("|")]
    written = sorted(
        (GAP.join(_word(word) for word in words) for words in options if words),
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(written) or '(?!)'})(?!\w)")


def _word(word: str) -> str:
    if word == "*":
        return r"\w{1,40}"
    return "".join(PIECES.get(piece) or re.escape(piece) for piece in word)
