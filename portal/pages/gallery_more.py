"""Made-up content for the gallery: people, places, skills, reach, and what frames a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any, Final

from portal.kit.dayparts import parse


@dataclass(frozen=True)
class Skill:
    """A competence as a chip shows it."""

    pk: int
    name: str

    def __str__(self) -> str:
        return self.name


TIG, MIG, PLATE = Skill(1, "TIG-lassen"), Skill(2, "MIG/MAG-lassen"), Skill(3, "Plaatwerk lezen")
HIDDEN_NAME: Final = {
    "with_name": False,
    "title": "Lasser",
    "home": "Overijssel",
    "day_parts_mask": parse("tuesday_afternoon thursday_evening"),
    "facts": [("Ervaring", "12 jaar"), ("Opleiding", "mbo 4"), ("Nederlands", "C1")],
    "competences": ("TIG-lassen", "Plaatwerk lezen"),
    "skills": "TIG-lassen en plaatwerk lezen",
    "refreshed_on": date(2026, 11, 20),
}
WITH_NAME: Final = HIDDEN_NAME | {
    "with_name": True,
    "name": "Anna de Wit",
    "email": "anna@vakmens.example",
    "phone": "06 00 00 00 00",
}
PLACES: Final = [
    SimpleNamespace(pk=number, name="Hengelo", municipality=town, get_province_display=province)
    for number, town, province in ((1, "Hengelo", "Overijssel"), (2, "Bronckhorst", "Gelderland"))
]
PICKER: Final = {"found": (), "nearest": (), "all_chosen": False, "chosen": ()}
REACH: Final = {
    "is_early": False,
    "is_limited": False,
    "fits": 9,
    "seekers": 64,
    "most": 48,
    "lines": [
        {"title": "Zonder “dinsdagochtend verplicht”", "now": 9, "gain": 22, "more": 22}
        | {"then": 31, "code": "", "url": "#main", "action": "Maak er een wens van"},
        {"title": "Zonder “TIG-lassen”", "now": 9, "gain": 6, "more": 6}
        | {"then": 15, "code": "", "url": "#main", "action": "Laat het hier leren"},
    ],
    "together": None,
    "left_out": [],
    "beyond": 33,
    "nearby": None,
}
FEW: Final = REACH | {"fits": None, "seekers": 12, "lines": [], "beyond": None}
EARLY: Final = REACH | {"is_early": True}

MORE: Final[Mapping[str, Any]] = {
    "hidden": HIDDEN_NAME,
    "named": WITH_NAME,
    "place": {"name": "plaats", "value": "Hengelo", "attrs": {"id": "id_plaats"}},
    "places": PLACES,
    "picker": {"name": "vaardigheden", "attrs": {"id": "id_vaardigheden"}},
    "picked": {"pressed": False},
    "found": PICKER | {"name": "s1", "query": "lassen", "found": (TIG, MIG), "chosen": (PLATE,)},
    "nearest": PICKER | {"name": "s2", "query": "lasen", "nearest": (TIG,)},
    "all_chosen": PICKER | {"name": "s3", "query": "tig", "all_chosen": True, "chosen": (TIG,)},
    "nothing": PICKER | {"name": "s4", "query": "xyz"},
    "reach": REACH,
    "few": FEW,
    "early": EARLY,
    "own_vacancy": {"code": "voorbeeld"},
    "returned": {"mail_stop": "bounced", "email": "anna@vakmens.example"},
    "complained": {"mail_stop": "complained", "email": "anna@vakmens.example"},
}
