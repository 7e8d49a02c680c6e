"""Counting bits in SQL that both databases do fast."""


def popcount_sql(mask: str) -> str:
    """How many of 18 bits are set, in plain arithmetic.

    Nine bits at a time: the product lays copies side by side, the mask keeps another bit of
    each, the remainder adds them up (HAKMEM, item 169). The percent sign is doubled for DB-API.
    """
    spread, keep = 0x200040008001, 0x111111111111111
    low = f"(((({mask}) & 511) * {spread}) & {keep}) %% 15"
    high = f"(((({mask}) >> 9) * {spread}) & {keep}) %% 15"
    return f"(({low}) + ({high}))"
