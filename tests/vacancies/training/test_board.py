"""The board of a school: by phase and by next deadline, constant in queries, only the own ones."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.enums import HolidayRegion
from tests import factories
from tests.vacancies.training.conftest import NEXT_YEAR, PERSON, SCHOOL, TODAY, now, step
from vacancies.enums import StopReason
from vacancies.models import HelpTask, Milestone, Trajectory
from vacancies.training import actions
from vacancies.training.board import Asked, Board
from vacancies.training.milestones import MILESTONES

BOARD = "/school/trajecten/"


@pytest.fixture
def many(school_a, vacancy, bram):
    """Two hundred people on the way, in every phase that runs."""
    phases = ("matched", "suitability_check", "appointed", "in_training", "paused")
    people = [factories.ProfessionalFactory() for _number in range(200)]
    rows = Trajectory.objects.bulk_create(
        Trajectory(
            professional=person,
            institution=school_a,
            status=phases[number % len(phases)],
            holiday_region=HolidayRegion.NORTH,
            guide=bram if number % 2 else None,
            starts_on=NEXT_YEAR,
        )
        for number, person in enumerate(people)
    )
    Milestone.objects.bulk_create(
        Milestone(
            trajectory=row,
            code=rule.code,
            owner=rule.owner,
            order=order,
            due_on=TODAY + timedelta(days=5 * order + number % 30),
        )
        for number, row in enumerate(rows)
        for order, rule in enumerate(MILESTONES, start=1)
    )
    HelpTask.objects.bulk_create(
        HelpTask(trajectory=row, signal="clash-3", owner=bram, opened_on=TODAY) for row in rows[:50]
    )
    return rows


def test_two_hundred_in_five_queries(many, school_a, bram, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        board = Board(school_a, Asked(), TODAY)
        sections = board.sections
        assert board.total == sum(len(one.entries) for one in sections) == 200
        assert board.guides == [(str(bram.pk), str(bram))]
        assert board.counts["pauze"] == 40


def test_the_page_asks_no_more_for_two_hundred_than_for_one(
    sign_in, bram, begun, school_a, django_assert_max_num_queries, request
):
    client = sign_in(bram)
    client.get(BOARD)
    request.getfixturevalue("many")

    with django_assert_max_num_queries(12):
        page = client.get(BOARD)

    assert page.content.decode().count('scope="row"') == 201


def entries(school, **asked):
    return Board(school, Asked(**asked), TODAY).entries


def test_the_first_deadline_comes_first(many, school_a):
    days = [one.due_on for one in entries(school_a, phase="opleiding")]

    assert days == sorted(days)
    assert {one.row.status for one in entries(school_a, phase="opleiding")} == {"in_training"}


def test_filters(many, school_a, bram):
    assert len(entries(school_a, guide=str(bram.pk))) == 100
    assert len(entries(school_a, show="hulp")) == 50
    assert entries(school_a, show="laat") == []
    assert entries(school_a, show="wij") == []
    Milestone.objects.filter(owner="professional").update(done_on=TODAY)
    assert len(entries(school_a, show="wij")) == 160
    assert len(Board(school_a, Asked(by_day=True), TODAY).sections) == 1


def test_who_is_late_says_so(begun, school_a):
    begun.milestones.filter(code="both_yes").update(due_on=TODAY - timedelta(days=3))

    [entry] = entries(school_a)

    assert entry.is_late
    assert entry.next == "You and the professional both say yes to this way"


def test_what_is_paused_shows_no_deadline(training, bram, school_a):
    actions.pause(now(training), starts_on=TODAY, by=bram, seen=training.version)

    [entry] = entries(school_a)

    assert (entry.group, entry.due_on) == ("pauze", None)


def test_the_clocks_stand_in_their_month(training, school_a):
    training.term_ends_on = TODAY + timedelta(days=40)
    training.save()

    [entry] = entries(school_a)

    [mark] = [one for one in entry.months if "Legal term ends" in one.ends]
    assert mark.first == training.term_ends_on.replace(day=1)


def test_what_ended_stands_apart(begun, esra, bram, school_a):
    actions.stop(now(begun), reason=StopReason.HOME, side=SCHOOL, by=bram, seen=begun.version)

    assert entries(school_a) == []
    assert [one.row for one in entries(school_a, phase="klaar")] == [begun]


def test_only_the_own_school(begun, school_b):
    assert entries(school_b) == []


@pytest.mark.parametrize("address", [BOARD, "/school/trajecten/volgend-jaar/"])
def test_who_may_look(client, sign_in, begun, esra, bram, carla, viewer, address):
    assert client.get(address).status_code == 302
    assert sign_in(esra.user).get(address).status_code == 404
    assert sign_in(viewer).get(address).status_code == 404
    assert "Esra Aydin" not in sign_in(carla).get(address).content.decode()
    assert sign_in(bram).get(address).status_code == 200


def test_the_board_shows_who_and_how_to_begin(sign_in, bram, esra, begun):
    page = sign_in(bram).get(BOARD).content.decode()

    assert "Esra Aydin" in page
    assert reverse("trajectory", args=[begun.public_id]) in page
    assert reverse("applications") in page


@pytest.mark.parametrize("query", ["?fase=x&toon=y&begeleider=z&volgorde=q", "?begeleider=999"])
def test_filters_of_nobody_do_no_harm(sign_in, bram, begun, query):
    assert sign_in(bram).get(BOARD + query).status_code == 200


def test_an_empty_board_says_how_it_begins(sign_in, bram):
    assert "Nobody yet" in sign_in(bram).get(BOARD).content.decode()


def test_a_yes_by_the_other_side_moves_it(begun, esra, school_a):
    assert [one.group for one in entries(school_a)] == ["kennismaken"]

    step(begun, "match", esra.user, PERSON)

    assert entries(school_a)[0].row.status == "matched"
