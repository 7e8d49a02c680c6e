"""The week grid as one integer: 18 bits, Monday to Saturday times morning, afternoon, evening.

Bit ``day * 3 + part``; day 0 is Monday, part 0 is morning. Pure: no Django, no input or output.
"""

from collections.abc import Iterable, Iterator
from typing import Final

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
PARTS: Final = ("morning", "afternoon", "evening")
COUNT: Final = len(DAYS) * len(PARTS)
FULL_WEEK: Final = (1 << COUNT) - 1


def bit(day: int, part: int) -> int:
    """The bit number (0–17) of a day-part."""
    return day * len(PARTS) + part


def mask_of(bits: Iterable[int]) -> int:
    """The mask with these bits set. Raises ValueError for a bit outside the week."""
    mask = 0
    for number in bits:
        if not 0 <= number < COUNT:
            raise ValueError(f"day-part {number} is outside the week")
        mask |= 1 << number
    return mask


def bits_of(mask: int) -> Iterator[int]:
    """The bit numbers set in a mask, Monday morning first."""
    return (number for number in range(COUNT) if mask >> number & 1)


def count(mask: int) -> int:
    """How many day-parts a mask holds."""
    return (mask & FULL_WEEK).bit_count()


def name(number: int) -> str:
    """The code of a day-part, for example ``tuesday_afternoon``."""
    return f"{DAYS[number // len(PARTS)]}_{PARTS[number % len(PARTS)]}"


def parse(names: str) -> int:
    """The mask of space-separated codes, for example ``tuesday_morning friday_evening``."""
    codes = {name(number): number for number in range(COUNT)}
    return mask_of(codes[code] for code in names.split())
