"""Places on the Dutch plane, in whole metres.

Rijksdriehoek (EPSG:28992) by the polynomial of Schreutelkamp and Strang van Hees (2001),
accurate to about 25 cm inside the Netherlands; integers, so that a distance is the same
number in Python, SQLite and PostgreSQL.
"""

from collections.abc import Iterable
from math import isqrt
from typing import Final

LATITUDE_0: Final = 52.15517440
LONGITUDE_0: Final = 5.38720621
X_0: Final = 155_000
Y_0: Final = 463_000

X_TERMS: Final = (
    (0, 1, 190094.945), (1, 1, -11832.228), (2, 1, -114.221), (0, 3, -32.391), (1, 0, -0.705),
    (3, 1, -2.340), (1, 3, -0.608), (0, 2, -0.008), (2, 3, 0.148),
)  # fmt: skip
Y_TERMS: Final = (
    (1, 0, 309056.544), (0, 2, 3638.893), (2, 0, 73.077), (1, 2, -157.984), (3, 0, 59.788),
    (0, 1, 0.433), (2, 2, -6.439), (1, 1, -0.032), (0, 4, 0.092), (1, 4, -0.054),
)  # fmt: skip


def rijksdriehoek(latitude: float, longitude: float) -> tuple[int, int]:
    """(x, y) in whole metres of a WGS 84 position in degrees."""
    d_lat = 0.36 * (latitude - LATITUDE_0)
    d_lon = 0.36 * (longitude - LONGITUDE_0)
    x = X_0 + sum(c * d_lat**p * d_lon**q for p, q, c in X_TERMS)
    y = Y_0 + sum(c * d_lat**p * d_lon**q for p, q, c in Y_TERMS)
    return round(x), round(y)


def distance_m(x1: int, y1: int, x2: int, y2: int) -> int:
    """The straight distance in whole metres, rounded down."""
    return isqrt((x1 - x2) ** 2 + (y1 - y2) ** 2)


def nearest_m(x: int, y: int, spots: Iterable[tuple[int, int]]) -> int:
    """From here to the nearest of these spots, of which there is one, in whole metres rounded down."""
    return isqrt(min([(x - a) ** 2 + (y - b) ** 2 for a, b in spots]))
