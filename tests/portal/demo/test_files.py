"""What stands in the files of the demo, and the people made from them; no database."""

import csv
from collections import Counter

import pytest
from django.conf import settings

from portal.demo import files
from portal.demo.files import Posting
from portal.demo.people import Ask, Town, World, invented
from portal.kit import dayparts
from portal.kit.geo import distance_m, rijksdriehoek

POSTINGS = files.postings()
WHOLE = [row for row in POSTINGS if row.state != "draft"]


def reference(name: str) -> list[dict[str, str]]:
    path = settings.BASE_DIR / "accounts" / "reference" / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def world() -> World:
    rows = [row for row in reference("places.csv") if row["population"]]
    towns = [
        Town(
            row["code"],
            int(row["population"]),
            *rijksdriehoek(float(row["lat"]), float(row["lon"])),
        )
        for row in rows
    ]
    spots = {row["name"]: town for row, town in zip(rows, towns, strict=True)}
    return World(files.trades(), towns, [_ask(row, spots[row.places[0]]) for row in WHOLE])


def _ask(row: Posting, town: Town) -> Ask:
    skills = [line for line in row.must if " " not in line]
    week = dayparts.parse(row.day_parts)
    asked = (row.school, row.domains[0], row.function, skills, 0, 0, week, row.needed)
    return Ask(*asked, row.forms, town.x, town.y)


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: row.key)
def test_a_text_is_long_enough_to_say_something_and_short_enough_to_read(row: Posting) -> None:
    assert 90 <= len(row.body.split()) <= 180
    assert 40 <= len(row.summary) <= 300


def test_every_vacancy_has_a_text_of_its_own() -> None:
    sentences = Counter(
        line.strip()
        for row in WHOLE
        for line in row.body.replace("?", ".").split(".")
        if len(line.split()) > 7
    )

    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_vacancies_differ_in_what_they_ask() -> None:
    assert (
        sum(row.shared and 4 <= dayparts.count(dayparts.parse(row.day_parts)) <= 6 for row in WHOLE)
        >= 6
    )
    assert any("saturday" in row.day_parts for row in WHOLE)
    assert any(row.day_parts.endswith("evening") and row.needed == 1 for row in WHOLE)
    assert {10, 40, 0} <= {row.weeks for row in WHOLE}
    assert len({row.school for row in WHOLE}) >= 35


def test_contacts_are_reachable_nowhere() -> None:
    assert all(row.contact[1].endswith(".example") for row in POSTINGS)
    assert all("-000 " in row.contact[2] for row in WHOLE)


def test_codes_are_those_of_the_reference_files() -> None:
    codes = {row["code"] for row in reference("competences.csv")}
    asked = {line for row in POSTINGS for line in (*row.must, *row.wish, *row.learn)}
    known = {code for trade in files.trades() for code in trade.competences}

    assert {line for line in asked if " " not in line} - codes == set()
    assert known - codes == set()


def test_the_same_seed_gives_the_same_people(world: World) -> None:
    assert invented(40, world) == invented(40, world)
    assert invented(40, world) != invented(40, world, seed=7)


def test_people_are_told_apart(world: World) -> None:
    people = invented(300, world)

    assert len({person.email for person in people}) == 300
    assert all(person.hours_min < person.hours_max and person.week for person in people)
    assert all(person.functions and person.forms and person.competences for person in people)
    assert len({person.trade.occupation for person in people}) >= 50


def test_most_vacancies_find_somebody_who_could(world: World) -> None:
    people = [person for person in invented(300, world) if person.state == "visible"]
    spots = {town.code: town for town in world.towns}

    found = [
        sum(
            ask.function in person.functions
            and set(ask.competences) <= set(person.competences)
            and dayparts.count(person.week & ask.week) >= min(ask.needed, 2)
            and distance_m(spots[person.town].x, spots[person.town].y, ask.x, ask.y)
            <= person.distance_km * 1000
            for person in people
        )
        for ask in world.asks
    ]

    assert sum(number > 0 for number in found) >= 0.9 * len(found)
