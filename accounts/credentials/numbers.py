"""Finds what may be a citizen service number (BSN): nine digits that pass the eleven test. Pure."""

import re
from typing import Final

DIGITS: Final = re.compile(r"(?<!\d)\d(?:[ ._-]?\d){8}(?!\d)")
WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def holds_bsn(text: str) -> bool:
    """Whether some nine digits in this text, also with dots or spaces between, may be a BSN."""
    return any(_passes(found[0]) for found in DIGITS.finditer(text))


def without_bsn(text: str) -> str:
    """The text with each such number taken out."""
    return DIGITS.sub(lambda found: "" if _passes(found[0]) else found[0], text)


def _passes(text: str) -> bool:
    digits = [int(sign) for sign in text if sign.isdigit()]
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0
