"""Names as they are compared: no capitals, accents, hyphens or apostrophes. Pure."""

import unicodedata
from typing import Final

SEPARATOR: Final = "|"
LEADING: Final = ("s ", "t ")  # 's-Hertogenbosch, 't Harde: people leave it out
LONGEST: Final = 200


def fold(text: str) -> str:
    """`"'s-Hertogenbosch"` becomes `"s hertogenbosch"`, `"Café "` becomes `"cafe"`."""
    letters = unicodedata.normalize("NFKD", text[:LONGEST])
    letters = unicodedata.normalize("NFKD", letters.casefold())
    plain = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join("".join(plain).split())[:LONGEST].strip()


def search_text(*names: str) -> str:
    """The folded names of one thing, each once, as `name|other name`."""
    keys: dict[str, None] = {}
    for name in names:
        key = fold(name)
        keys.setdefault(key)
        for start in LEADING:
            if key.startswith(start):
                keys.setdefault(key.removeprefix(start))
    return SEPARATOR.join(key for key in keys if key)


def rank(search: str, text: str) -> int | None:
    """How well folded `text` fits a search text, 0 is best; None when a word of it is nowhere.

    The own name counts before another name: even numbers and odd numbers.
    """
    words = text.split()
    if not words or not all(word in search for word in words):
        return None
    own, *others = search.split(SEPARATOR)
    ranks = [2 * _distance(own, text), *(2 * _distance(name, text) + 1 for name in others)]
    return min(ranks)


def _distance(name: str, text: str) -> int:
    if name == text:
        return 0
    if name.startswith(text):
        return 1
    if f" {text}" in name:
        return 2
    return 3 if text in name else 4
