"""Where GeoNames and DB-IP say that the places of the Netherlands are."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from accounts.reference.mmdb import records

Point = tuple[float, float]


def fold(text: str) -> str:
    """The bare letters and digits of a name: the key on which sources are joined."""
    plain = unicodedata.normalize("NFKD", text.replace("ij", "y").replace("IJ", "Y"))
    return re.sub(r"[^a-z0-9]", "", plain.lower())


def km(a: Point, b: Point) -> float:
    east = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return math.hypot(a[0] - b[0], east) * 111.2


@dataclass(frozen=True)
class Spot:
    point: Point
    population: int


def geonames_spots(path: Path) -> dict[tuple[str, str], list[Spot]]:
    """GeoNames places by (folded name or alternative name, province code)."""
    spots: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for row in json.loads(path.read_text("utf-8")).values():
        if row["countrycode"] != "NL":
            continue
        spot = Spot((row["latitude"], row["longitude"]), row["population"])
        for name in {fold(name) for name in (row["name"], *row["alternatenames"])} - {""}:
            spots[(name, row["admin1code"])].append(spot)
    return spots


def dbip_spots(path: Path) -> dict[tuple[str, str], list[Spot]]:
    """DB-IP places by (folded name, province in English): the middle of their coordinates."""
    points: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for record in records(path.read_bytes()):
        if record.get("country_code") == "NL" and record.get("city"):
            name = re.sub(r" \(.*", "", record["city"])
            key = (fold(name), record["state1"])
            points[key].append((record["latitude"], record["longitude"]))
    return {
        key: [Spot((median(p[0] for p in found), median(p[1] for p in found)), 0)]
        for key, found in points.items()
    }
