"""The reference files of people and organisations hold together."""

import csv
import re
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "accounts" / "reference"
PROVINCES = {
    f"NL-{code}"
    for code in ["GR", "FR", "DR", "OV", "FL", "GE", "UT", "NH", "ZH", "ZE", "NB", "LI"]
}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_codes_are_unique_slugs() -> None:
    for name in ("places.csv", "domains.csv", "competences.csv", "institutions.csv"):
        codes = [row["code"] for row in rows(name)]
        assert len(codes) == len(set(codes)), name
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes), name


def test_places_lie_in_the_netherlands() -> None:
    places = rows("places.csv")
    municipalities = {row["name"] for row in rows("municipalities.csv")}
    assert len(places) > 2400
    for place in places:
        assert 50.7 < float(place["lat"]) < 53.6, place
        assert 3.3 < float(place["lon"]) < 7.3, place
        assert place["province"] in PROVINCES, place
        assert place["municipality"] in municipalities, place
        assert place["labour_region"] == "" or 1 <= int(place["labour_region"]) <= 35, place


def test_places_with_one_name_can_be_told_apart() -> None:
    keys = Counter(
        (row["name"], row["municipality"], row["province"]) for row in rows("places.csv")
    )
    assert [key for key, number in keys.items() if number > 1] == []


def test_domains_fill_the_bits() -> None:
    assert sorted(int(row["bit"]) for row in rows("domains.csv")) == list(range(16))


def test_competences_are_many_and_different() -> None:
    competences = rows("competences.csv")
    for domain in [row["code"] for row in rows("domains.csv")]:
        own = [row for row in competences if row["domain"] == domain]
        words = Counter(
            word.lower() for row in own for word in (row["name_nl"], *row["synonyms"].split("|"))
        )
        assert len(own) >= 26, domain
        assert [word for word, number in words.items() if number > 1] == [], domain


def test_competence_names_are_short_and_have_synonyms() -> None:
    competences = rows("competences.csv")
    assert len(competences) >= 420
    assert all(len(row["name_nl"]) <= 60 for row in competences)
    assert sum(len(row["synonyms"].split("|")) for row in competences) >= 2 * len(competences)


def test_institutions_have_a_seat_among_the_places() -> None:
    places = {row["name"] for row in rows("places.csv")}
    for school in rows("institutions.csv"):
        others = filter(None, school["other_places"].split("|"))
        assert {school["place"], *others} <= places, school
        assert school["holiday_region"] in {"north", "central", "south"}, school
        for brin in filter(None, [school["brin"], *school["other_brins"].split("|")]):
            assert re.fullmatch(r"\d{2}[A-Z]{2}", brin), school
