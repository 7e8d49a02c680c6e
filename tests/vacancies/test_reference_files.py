"""The reference files of the work hold together."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from vacancies.posting.wording import Rule, hits, is_valid

FOLDER = Path(__file__).parents[2] / "vacancies" / "reference"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


RULES = [
    Rule(row["code"], row["level"], row["ground"], row["pattern"]) for row in rows("wording.csv")
]
EXCEPTIONS = [row["pattern"] for row in rows("wording_exceptions.csv")]


def test_pay_steps_rise_without_gaps() -> None:
    steps = rows("pay_steps.csv")
    for scale in {row["scale"] for row in steps}:
        own = [row for row in steps if row["scale"] == scale]
        assert [int(row["step"]) for row in own] == list(range(1, len(own) + 1))
        assert all(int(a["gross_month"]) <= int(b["gross_month"]) for a, b in pairwise(own))


def test_constants_have_one_value_a_day() -> None:
    constants = rows("rule_constants.csv")
    assert len({(row["name"], row["valid_from"]) for row in constants}) == len(constants)
    assert all(row["value"] and row["source_title"] for row in constants)


@pytest.mark.parametrize("row", rows("wording.csv"), ids=lambda row: row["code"])
def test_a_wording_rule_finds_its_example(row: dict[str, str]) -> None:
    assert is_valid(row["pattern"])
    assert row["code"] in {hit.rule.code for hit in hits(row["example_nl"], RULES, EXCEPTIONS)}


@pytest.mark.parametrize(
    "text",
    [
        *("zij-instromers", "mbo-student", "gezondheidszorg", "fitnessinstructeur", "Rode Kruis"),
        *("herenkapper", "een derde partij", "seniorenzorg", "hij of zij", "hij/zij", "fit-out"),
        *("lessen over gezonde voeding", "partijen vlees", "ongeacht je leeftijd"),
        *("het bevoegd gezag", "tussen 2 en 5 jaar ervaring", "een les fitness in de sporthal"),
    ],
)
def test_wording_leaves_these_alone(text: str) -> None:
    assert hits(text, RULES, EXCEPTIONS) == ()
