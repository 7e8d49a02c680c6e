"""The pages of the questions and of help: owner, colleague, stranger, signed out."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.vacancies.training.conftest import PERSON, SCHOOL, TODAY
from tests.vacancies.training.test_check_ins import GOOD, POOR, agreed, answer, asked
from vacancies.models import HelpTask

__all__ = ["agreed", "asked"]


@pytest.fixture
def mine(asked):
    return reverse("my_check_in", args=[asked.public_id, 2])


@pytest.fixture
def ours(asked):
    return reverse("trajectory_check_in", args=[asked.public_id, 2])


TYPED = {
    "feeling": "2",
    "coached_hours": "1.5",
    "study_day_kept": "no",
    "note": "Een vaste ruimte.",
}


def test_the_trainee_answers(sign_in, esra, asked, mine):
    client = sign_in(esra.user)
    assert b'type="radio"' in client.get(mine).content

    answered = client.post(mine, TYPED)

    assert answered.status_code == 302
    kept = asked.check_ins.get(week=2, side="professional")
    assert (kept.feeling, kept.coached_hours, kept.study_day_kept) == (2, Decimal("1.5"), False)


def test_what_was_typed_stays_when_something_is_missing(sign_in, esra, asked, mine):
    answered = sign_in(esra.user).post(mine, TYPED | {"feeling": ""})

    assert answered.status_code == 200
    assert "Een vaste ruimte." in answered.content.decode()
    assert not asked.check_ins.exclude(answered_at=None).exists()


def test_twice_is_told_and_changes_nothing(sign_in, bram, asked, ours):
    client = sign_in(bram)
    client.post(ours, TYPED)

    again = client.post(ours, TYPED | {"feeling": "5"})

    assert "stands" in again.content.decode()
    assert asked.check_ins.get(week=2, side="school").feeling == 2


def test_a_closed_week_says_so(sign_in, esra, asked):
    later = reverse("my_check_in", args=[asked.public_id, 12])

    assert "cannot be answered now" in sign_in(esra.user).get(later).content.decode()


@pytest.mark.parametrize("week", [1, 99])
def test_a_week_without_questions_is_not_there(sign_in, esra, asked, week):
    address = reverse("my_check_in", args=[asked.public_id, week])

    assert sign_in(esra.user).get(address).status_code == 404


def test_strangers_find_nothing(client, sign_in, anna, carla, viewer, esra, mine, ours):
    assert client.get(mine).status_code == client.get(ours).status_code == 302
    assert sign_in(anna.user).get(mine).status_code == 404
    for user in (carla, viewer, esra.user):
        assert sign_in(user).get(ours).status_code == 404


def test_the_timeline_shows_both_answers_and_the_task(sign_in, esra, bram, asked):
    answer(asked, PERSON, esra.user, POOR)
    answer(asked, SCHOOL, bram, GOOD)

    for user, name in [(esra.user, "my_trajectory_at"), (bram, "trajectory")]:
        page = sign_in(user).get(reverse(name, args=[asked.public_id])).content.decode()
        assert "Not so well" in page
        assert "Meer lesbezoek." in page
        assert "0.5 of 2 hours" in page
        assert "In week 2 there was less coaching than the 2 hours agreed." in page


def test_a_colleague_says_what_was_done(sign_in, esra, bram, asked):
    answer(asked, PERSON, esra.user, POOR)
    task = HelpTask.objects.get(signal="coaching-2")
    address = reverse("trajectory_help", args=[asked.public_id, task.pk])
    client = sign_in(bram)

    assert "at most 300" in client.post(address, {"note": ""}, follow=True).content.decode()
    client.post(address, {"note": "Vrijdag om tien uur."})

    task.refresh_from_db()
    assert task.note == "Vrijdag om tien uur."
    assert task.done_on == TODAY
    other = reverse("trajectory_help", args=[asked.public_id, task.pk + 999])
    assert client.post(other, {"note": "x"}).status_code == 404


def test_strangers_give_no_help(client, sign_in, esra, carla, viewer, asked):
    answer(asked, PERSON, esra.user, POOR)
    task = HelpTask.objects.first()
    address = reverse("trajectory_help", args=[asked.public_id, task.pk])

    assert client.post(address, {"note": "x"}).status_code == 302
    for user in (carla, viewer, esra.user):
        assert sign_in(user).post(address, {"note": "x"}).status_code == 404


def test_a_long_story_costs_no_more_queries(sign_in, bram, asked, django_assert_max_num_queries):
    address = reverse("trajectory", args=[asked.public_id])
    client = sign_in(bram)
    client.get(address)
    for number in range(20):
        HelpTask.objects.create(
            trajectory=asked,
            signal=f"silent-{number + 20}-school",
            owner=bram,
            opened_on=TODAY - timedelta(days=number),
        )

    with django_assert_max_num_queries(60):
        client.get(address)
