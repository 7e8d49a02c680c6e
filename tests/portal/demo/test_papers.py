"""What the people of the demo told about their papers; no database."""

from collections import Counter
from datetime import date, timedelta

import pytest

from accounts.credentials.kinds import faults
from accounts.enums import CredentialKind as Kind
from portal.demo import papers
from portal.demo.papers import Told
from portal.demo.people import Person, World, invented
from tests.portal.demo.test_files import world  # noqa: F401 - a fixture

ON = date(2026, 10, 1)


@pytest.fixture(scope="module")
def people(world: World) -> list[Person]:  # noqa: F811
    return invented(300, world)


@pytest.fixture(scope="module")
def told(people: list[Person]) -> list[Told]:
    return [papers.of_person(person, ON) for person in people]


def test_the_same_person_has_the_same_papers(people: list[Person], told: list[Told]) -> None:
    assert [papers.of_person(person, ON) for person in people] == told


def test_every_paper_can_be_right(told: list[Told]) -> None:
    wrong = [
        (kind, facts, found)
        for one in (*told, papers.of_anna(ON))
        for kind, facts in one.papers
        if (found := faults(kind, facts, ON))
    ]

    assert wrong == []


def test_most_tell_everything_and_some_nothing(told: list[Told]) -> None:
    answers = [one.answers for one in told]

    assert 15 <= answers.count(None) <= 60
    assert sum(bool(one and one.get("papers_told_on")) for one in answers) >= 180
    assert sum(bool(one and one.get("no_ban_declared_on")) for one in answers) >= 220


def test_there_is_a_paper_of_nearly_every_kind(told: list[Told]) -> None:
    found = Counter(kind for one in told for kind, _facts in one.papers)

    kinds = (Kind.VOG, Kind.TEACHER_DIPLOMA, Kind.PDG, Kind.HIGHER_DIPLOMA, Kind.ASSOCIATE_DEGREE)
    more = (Kind.VOCATIONAL_DIPLOMA, Kind.INSTRUCTOR_DIPLOMA, Kind.TRAINER_COURSE)
    assert [kind for kind in (*kinds, *more, Kind.FOREIGN_DIPLOMA) if not found[kind]] == []
    assert 100 <= found[Kind.VOG] <= 200


def test_vogs_are_of_several_ages_and_certificates_run_out_soon(told: list[Told]) -> None:
    facts = [pair for one in told for pair in one.papers]
    ages = [(ON - one.issued_on).days for kind, one in facts if kind == Kind.VOG and one.issued_on]
    ends = [one.valid_until for kind, one in facts if one.valid_until]

    assert min(ages) < 60
    assert max(ages) > 185
    assert sum(ON < end < ON + timedelta(days=150) for end in ends) >= 20
    assert any(end < ON for end in ends)


def test_years_in_the_trade_are_those_of_the_profile(
    people: list[Person], told: list[Told]
) -> None:
    for person, one in zip(people, told, strict=True):
        since = (one.answers or {}).get("practice_since")
        assert since is None or 0 <= (ON - since).days - person.years * 365 < 300
