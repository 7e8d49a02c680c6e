"""A text with places for a name or a title, filled in for each person. Pure."""

import re
from collections.abc import Mapping
from typing import Final

PLACES: Final = ("voornaam", "naam", "vacature", "school")
PLACE: Final = re.compile(r"\{\s*([^{}]*?)\s*\}")


def unknown_places(text: str) -> list[str]:
    """What stands between braces and is nothing that can be filled in."""
    named = dict.fromkeys(PLACE.findall(text))
    return [name for name in named if name.lower() not in PLACES]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text of one person. What cannot be filled in stays as it is written."""
    return PLACE.sub(lambda found: values.get(found[1].lower(), found[0]), text)


def values_of(*, name: str, vacancy: str, school: str) -> dict[str, str]:
    """What each place becomes."""
    first = name.split(maxsplit=1)[0] if name.split() else name
    return dict(zip(PLACES, (first, name, vacancy, school), strict=True))
