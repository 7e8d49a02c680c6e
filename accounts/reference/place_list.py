"""The list of Dutch places, read from the GeoNames postal code file."""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path

from accounts.reference.place_spots import Point

PROVINCES = {
    "Drenthe": ("NL-DR", "01", "Drenthe"),
    "Friesland": ("NL-FR", "02", "Friesland"),
    "Gelderland": ("NL-GE", "03", "Gelderland"),
    "Groningen": ("NL-GR", "04", "Groningen"),
    "Limburg": ("NL-LI", "05", "Limburg"),
    "Noord-Brabant": ("NL-NB", "06", "North Brabant"),
    "Noord-Holland": ("NL-NH", "07", "North Holland"),
    "Utrecht": ("NL-UT", "09", "Utrecht"),
    "Zeeland": ("NL-ZE", "10", "Zeeland"),
    "Zuid-Holland": ("NL-ZH", "11", "South Holland"),
    "Overijssel": ("NL-OV", "15", "Overijssel"),
    "Flevoland": ("NL-FL", "16", "Flevoland"),
}

# Municipal mergers since the postal file was made, and common names.
MUNICIPALITY_NOW = {
    "'s-Gravenhage": "Den Haag",
    "Beemster": "Purmerend",
    "Heerhugowaard": "Dijk en Waard",
    "Langedijk": "Dijk en Waard",
    "Boxmeer": "Land van Cuijk",
    "Cuijk": "Land van Cuijk",
    "Grave": "Land van Cuijk",
    "Mill en Sint Hubert": "Land van Cuijk",
    "Sint Anthonis": "Land van Cuijk",
    "Landerd": "Maashorst",
    "Uden": "Maashorst",
    "Weesp": "Amsterdam",
    "Brielle": "Voorne aan Zee",
    "Hellevoetsluis": "Voorne aan Zee",
    "Westvoorne": "Voorne aan Zee",
}
MUNICIPALITY_OF_PLACE = {  # Haaren was divided on 1-1-2021
    ("Haaren", "Haaren"): "Oisterwijk",
    ("Haaren", "Esch"): "Boxtel",
    ("Haaren", "Helvoirt"): "Vught",
    ("Haaren", "Biezenmortel"): "Tilburg",
}

NAME_NOW = {
    "'s-Gravenhage": "Den Haag",
    "Oost West en Middelbeers": "Oost-, West- en Middelbeers",
    "St.-Annaparochie": "Sint Annaparochie",
    "St.-Jacobiparochie": "Sint Jacobiparochie",
    "de Hoef": "De Hoef",
    "de Lutte": "De Lutte",
    "de Woude": "De Woude",
}
NOT_A_PLACE = {"Amsterdam-Duivendrecht", "Rotterdam-Albrandswaard", "Drachten-Azeven"}
SUFFIX = re.compile(
    r" (L|LB|Li|Ut|UT|Gld|GLD|NB|NH|GN|Gn|AC|OV|Ov|Zld|ZH|Dr|FR|Fr)$|\s*\(.*\)$| gem\.? .*$"
)
# One name, one province, and yet more than one place.
TWINS = {
    "Alteveer", "Beek", "Eursinge", "Haarle", "Heusden", "Nes", "Niekerk", "Oostwold",
    "Oudega", "Serooskerke", "Spijk", "Voorst",
}  # fmt: skip


@dataclass
class Place:
    """One woonplaats of the list, and what the sources know of it."""

    name: str
    municipality: str
    province: str  # Dutch name
    postcodes: Counter[int] = field(default_factory=Counter)  # four digits → six-character codes
    point: Point | None = None
    population: int | None = None
    exact: bool = True
    code: str = ""

    @property
    def size(self) -> int:
        return sum(self.postcodes.values())


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")


def one(folder: Path, pattern: str) -> Path:
    found = sorted(folder.rglob(pattern))
    if not found:
        sys.exit(f"No {pattern} under {folder}: see the top of this file.")
    return found[0]


def read_places(path: Path) -> list[Place]:
    """The places of the postal file, one per name and province but for the true twins."""
    by_key: dict[tuple[str, str, str], Place] = {}
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as raw:
        for row in csv.DictReader(TextIOWrapper(raw, "utf-8")):
            given, old, province = row["place_name"], row["admin_name2"], row["admin_name1"]
            if not given or given in NOT_A_PLACE:
                continue
            name = NAME_NOW.get(given, SUFFIX.sub("", given))
            municipality = MUNICIPALITY_OF_PLACE.get((old, name)) or MUNICIPALITY_NOW.get(old, old)
            key = (name, municipality, province)
            place = by_key.setdefault(key, Place(name, municipality, province))
            place.postcodes[int(row["postal_code"][:4])] += 1
    return list(merge(by_key.values()))


def merge(places: Iterable[Place]) -> Iterator[Place]:
    """Join the parts of a place that lies across a municipal border to its largest part."""
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        groups[(place.name, place.province)].append(place)
    for (name, _province), group in sorted(groups.items()):
        group.sort(key=lambda place: -place.size)
        kept = [place for place in group if name in TWINS or is_own(place, group[0])]
        for place in group:
            if place not in kept:
                group[0].postcodes.update(place.postcodes)
        yield from kept


def is_own(place: Place, largest: Place) -> bool:
    """Is this part a place of its own: no postcode within 60 of the largest part's?"""
    if place is largest:
        return True
    return min(abs(a - b) for a in place.postcodes for b in largest.postcodes) > 60
