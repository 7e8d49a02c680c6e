"""Names as they are compared: no capitals, accents, hyphens or apostrophes. Pure."""

import unicodedata
from typing import Final

SEPARATOR: Final = "|"
LEADING: Final = ("s ", "t ")  # 's-Hertogenbosch, 't Harde: people leave it out
LONGEST: Final = 200


def fold(text: str) -> str:
    """`"'s-Hertogenbosch"` becomes `"s hertogenbosch"`, `"Café "` becomes `"cafe"`."""
    letters = unicodedata.normalize("NFKD", text[:LONGEST].casefold())
    plain = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join("".join(plain).split())


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
    """How well folded `text` fits a search text, 0 is best; None when a word of it is nowhere."""
    names = search.split(SEPARATOR)
    words = text.split()
    if not words or not all(word in search for word in words):
        return None
    tests = (
        lambda name: name == text,
        lambda name: name.startswith(text),
        lambda name: f" {text}" in name,
        lambda name: text in name,
    )
    for level, test in enumerate(tests):
        if test(names[0]):
            return 2 * level
        if any(test(name) for name in names[1:]):
            return 2 * level + 1
    return 2 * len(tests)
