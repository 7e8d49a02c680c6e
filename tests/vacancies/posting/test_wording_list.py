"""The list as it ships, against the examples of the people who wrote the rules down."""

import csv
from pathlib import Path

import pytest

from vacancies.posting import wording

FOLDER = Path(__file__).resolve().parents[3] / "vacancies" / "reference"


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read("wording.csv")
RULES = [wording.Rule(r["code"], r["level"], r["ground"], r["pattern"]) for r in ROWS]
EXCEPTIONS = [row["pattern"] for row in read("wording_exceptions.csv")]


def grounds(text: str) -> set[tuple[str, str]]:
    return {(hit.rule.ground, hit.rule.level) for hit in wording.hits(text, RULES, EXCEPTIONS)}


HITS = [
    ("Je komt in een jong team.", "age", "W"),
    ("Onze jonge en jeugdige collega's", "age", "W"),
    ("jong en dynamisch", "age", "W"),
    ("een frisse afgestudeerde", "age", "W"),
    ("maximaal 40 jaar oud", "age", "B"),
    ("niet ouder dan vijfendertig jaar", "age", "B"),
    ("tussen 25 en 40 jaar", "age", "B"),
    ("vermeld je leeftijd", "age", "B"),
    ("ook voor een schoolverlater", "age", "W"),
    ("net afgestudeerd", "age", "W"),
    ("een studentenbaan", "age", "W"),
    ("een studentbaan", "age", "W"),
    ("een bijbaan", "age", "W"),
    ("maximaal 2 jaar ervaring", "age", "W"),
    ("een junior instructeur", "age", "W"),
    ("digital native", "age", "W"),
    ("een oude rot in het vak", "age", "W"),
    ("wij zoeken een senior", "age", "W"),
    ("50-plusser", "age", "W"),
    ("de docent, hij geeft les", "sex", "W"),
    ("de docent, zij geeft les", "sex", "W"),
    ("een vakman", "sex", "W"),
    ("een vakvrouw", "sex", "W"),
    ("een meester of juf", "sex", "W"),
    ("een dame", "sex", "W"),
    ("heren", "sex", "W"),
    ("een handige jongen", "sex", "W"),
    ("man/vrouw gezocht", "sex", "W"),
    ("niet zwanger", "sex", "B"),
    ("zonder kinderwens", "sex", "B"),
    ("zonder kinderen", "civil_state", "B"),
    ("moeder van de groep", "civil_state", "B"),
    ("gehuwd of alleenstaand", "civil_state", "B"),
    ("je gezinssituatie", "civil_state", "B"),
    ("de Nederlandse nationaliteit", "nationality", "B"),
    ("geboren in Nederland", "nationality", "B"),
    ("een geldig paspoort", "nationality", "B"),
    ("een native speaker", "origin", "B"),
    ("Nederlands als moedertaal", "origin", "B"),
    ("je spreekt accentloos", "origin", "B"),
    ("vloeiend zonder accent", "origin", "B"),
    ("een westerse achtergrond", "origin", "B"),
    ("autochtoon of allochtoon", "origin", "B"),
    ("je culturele afkomst", "origin", "B"),
    ("christelijk", "religion", "B"),
    ("islamitisch", "religion", "B"),
    ("je bent gelovig", "religion", "B"),
    ("je onderschrijft de grondslag", "religion", "B"),
    ("geen hoofddoek", "religion", "B"),
    ("zonder religieuze uitingen", "religion", "B"),
    ("je draagt geen kruis", "religion", "B"),
    ("je bent gezond en fit", "disability", "B"),
    ("vitaal", "disability", "B"),
    ("lichamelijk in orde", "disability", "B"),
    ("geen klachten", "disability", "B"),
    ("nooit ziek", "disability", "B"),
    ("stressbestendig", "disability", "W"),
    ("honderd procent belastbaar", "disability", "W"),
    ("100 procent belastbaar", "disability", "W"),
    ("representatief", "looks", "W"),
    ("een verzorgd uiterlijk", "looks", "W"),
    ("hetero of homo", "orientation", "B"),
    ("je geaardheid", "orientation", "B"),
    ("politiek actief", "politics", "B"),
    ("lid van een partij", "politics", "B"),
    ("alleen fulltime", "hours", "W"),
    ("geen parttimers", "hours", "W"),
    ("eigen auto verplicht", "mobility", "W"),
    ("rijbewijs vereist", "mobility", "W"),
    ("woonachtig in Zwolle", "residence", "W"),
    ("iemand uit de buurt", "residence", "W"),
    ("met pasfoto", "privacy", "B"),
    ("foto meesturen", "privacy", "B"),
    ("je geboortedatum", "privacy", "B"),
    ("je BSN", "privacy", "B"),
    ("een kopie ID", "privacy", "B"),
    ("je salarisstrook", "pay_history", "B"),
    ("je huidig salaris", "pay_history", "B"),
    ("je laatstverdiende salaris", "pay_history", "B"),
    ("marktconform", "pay_transparency", "W"),
    ("salaris n.o.t.k.", "pay_transparency", "W"),
    ("een goed salaris", "pay_transparency", "W"),
    ("een schoon strafblad", "criminal_data", "B"),
    ("geen justitieel verleden", "criminal_data", "B"),
    ("bevoegdheid vereist", "legal_clarity", "W"),
    ("je bent bevoegd", "legal_clarity", "W"),
]


@pytest.mark.parametrize(("text", "ground", "level"), HITS)
def test_flag_is_found(text, ground, level):
    assert (ground, level) in grounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Je begint als zij-instromer.",
        "De zij-instroom groeit.",
        "Zij-instroom in het beroep",
        "een mbo-student",
        "mbo-studenten van niveau 3",
        "lessen voor de gezondheidszorg",
        "een fitnessinstructeur",
        "een herenkapper",
        "een opdracht van het Rode Kruis",
        "een derde partij",
        "de seniorenzorg",
        "In de wet staat: “hij of zij die lesgeeft”.",
    ],
)
def test_look_alike_is_not_found(text):
    assert grounds(text) == set()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_rule_finds_its_own_example(row):
    codes = {hit.rule.code for hit in wording.hits(row["example_nl"], RULES, EXCEPTIONS)}

    assert row["code"] in codes


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_neutral_words_are_neutral(row):
    """What we advise to write does not block again by the same ground."""
    found = wording.hits(row["neutral_nl"], RULES, EXCEPTIONS)

    assert [hit.text for hit in found if hit.blocks and hit.rule.ground != "age"] == []


@pytest.mark.parametrize("row", [*ROWS, *read("wording_exceptions.csv")])
def test_pattern_is_valid(row):
    assert wording.is_valid(row["pattern"])
