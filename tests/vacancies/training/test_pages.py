"""Both timelines: who may see them, what they say, and what can be done there."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.vacancies.training.conftest import PERSON, SCHOOL, TODAY, now, sign_statement, step
from vacancies.applications import actions as applications
from vacancies.enums import StopReason
from vacancies.training import actions


@pytest.fixture
def as_esra(esra, sign_in):
    return sign_in(esra.user)


@pytest.fixture
def anybody():
    return Client()


def mine(row):
    return reverse("my_trajectory_at", args=[row.public_id])


def ours(row, page="trajectory", *more):
    return reverse(page, args=[row.public_id, *more])


def test_without_any_the_page_says_how_it_begins(as_anna):
    page = as_anna.get(reverse("my_trajectory")).content.decode()

    assert "Nothing planned yet" in page
    assert reverse("my_applications") in page


def test_the_trainee_sees_first_what_is_up_to_whom(as_esra, begun):
    assert as_esra.get(reverse("my_trajectory")).headers["Location"] == mine(begun)
    page = as_esra.get(mine(begun)).content.decode()

    assert "Up to you now: you and the school both say yes to this way" in page
    assert "Two clocks" in page
    assert "Why this day?" in page
    assert reverse("my_trajectory_step", args=[begun.public_id, "ja"]) in page


def test_the_school_sees_the_same_in_its_words(as_bram, begun):
    page = as_bram.get(ours(begun)).content.decode()

    assert "Up to the professional now" in page
    assert "Your school" in page
    assert reverse("trajectory_step", args=[begun.public_id, "ja"]) not in page
    assert begun.professional.views.filter(with_name=True).exists()


@pytest.mark.parametrize("client", ["as_anna", "as_carla", "anybody"])
def test_strangers_see_nothing(request, client, begun):
    reader = request.getfixturevalue(client)
    for url in (mine(begun), ours(begun), ours(begun, "trajectory_agreements")):
        answer = reader.get(url)
        assert answer.status_code in (302, 404)
        assert answer.status_code == 404 or "/account/login/" in answer.headers["Location"]


def test_a_colleague_without_the_right_sees_nothing(sign_in, viewer, begun):
    assert sign_in(viewer).get(ours(begun)).status_code == 404


def test_a_colleague_with_the_right_sees_it(sign_in, colleague, begun):
    assert sign_in(colleague).get(ours(begun)).status_code == 200


def test_a_proposal_is_not_shown_once_the_yes_is_taken_back(as_bram, begun, application, esra):
    applications.withdraw(application, by=esra.user)

    assert as_bram.get(ours(begun)).status_code == 404


def test_a_professional_proposes_from_the_application(as_esra, application):
    url = reverse("my_trajectory_begin", args=[application.public_id])
    assert as_esra.get(reverse("my_application", args=[application.public_id])).status_code == 200

    answer = as_esra.post(url, {"starts_on": (TODAY + timedelta(days=200)).isoformat()})

    row = application.trajectories.get()
    assert answer.headers["Location"] == mine(row)
    assert row.steps.get().side == "professional"
    assert as_esra.get(url).headers["Location"] == mine(row)


def test_a_school_proposes_and_is_told_what_is_wrong(as_bram, application):
    url = reverse("trajectory_begin", args=[application.public_id])

    assert "Fill in the day" in as_bram.post(url, {}).content.decode()
    far = as_bram.post(url, {"starts_on": "2099-01-01"}).content.decode()
    assert "too far away" in far
    assert "2099-01-01" in far


def test_the_panel_leads_there_and_back(as_bram, as_esra, application, begun):
    assert (
        mine(begun)
        in as_esra.get(reverse("my_application", args=[application.public_id])).content.decode()
    )
    page = as_bram.get(reverse("application", args=[application.public_id])).content.decode()
    assert ours(begun) in page


def test_no_panel_where_nobody_is_trained(as_bram, school_a, anna):
    vacancy = factories.VacancyFactory(institution=school_a)
    row = applications.show_interest(vacancy, anna, by=anna.user)

    page = as_bram.get(reverse("application", args=[row.public_id])).content.decode()

    assert "Propose this way" not in page


def test_a_step_by_the_page(as_esra, begun):
    url = reverse("my_trajectory_step", args=[begun.public_id, "ja"])
    assert "nothing is fixed yet" in as_esra.get(url).content.decode()

    as_esra.post(url, {"seen": now(begun).version})

    assert now(begun).status == "matched"
    again = as_esra.post(url, {"seen": begun.version}, follow=True).content.decode()
    assert "not possible now" in again


def test_a_step_that_somebody_took_first_is_said(as_esra, begun, esra):
    seen = begun.version
    step(begun, "match", esra.user, PERSON)

    page = as_esra.post(
        reverse("my_trajectory_step", args=[begun.public_id, "ja"]), {"seen": seen}, follow=True
    )

    assert "Somebody changed this in the meantime" in page.content.decode()


def test_a_step_shows_what_is_missing(as_bram, begun, esra, bram):
    step(begun, "match", esra.user, PERSON)
    step(begun, "begin_check", bram)
    sign_statement(begun, bram)

    url = ours(now(begun), "trajectory_step", "benoeming")
    page = as_bram.get(url).content.decode()
    refused = as_bram.post(url, {"seen": begun.version, "appointed_on": "2027-03-01"})

    assert "VOG, shown to this school" in page
    assert "First this is needed" in refused.content.decode()
    assert "2027-03-01" in refused.content.decode()


@pytest.mark.parametrize("slug", ["benoeming", "onderzoek", "bestaat-niet"])
def test_a_professional_finds_no_step_of_the_school(as_esra, begun, slug):
    url = reverse("my_trajectory_step", args=[begun.public_id, slug])

    assert as_esra.get(url).status_code == 404


def test_stopping_asks_one_reason_and_leaves_the_door_open(as_esra, begun):
    url = reverse("my_trajectory_step", args=[begun.public_id, "stoppen"])
    assert "Choose why it stops" in as_esra.post(url, {"seen": begun.version}).content.decode()

    as_esra.post(url, {"seen": now(begun).version, "reason": StopReason.TOO_MUCH})

    page = as_esra.get(mine(begun)).content.decode()
    assert "The door stays open" in page
    assert "Too much beside the job" in page
    assert reverse("my_trajectory_step", args=[begun.public_id, "opnieuw"]) in page


def test_a_milestone_is_ticked_once_and_opened_again(as_esra, begun):
    url = reverse("my_milestone", args=[begun.public_id, "vog_requested"])
    milestone = begun.milestones.get(code="vog_requested")

    first = as_esra.post(url, follow=True).content.decode()
    second = as_esra.post(url, follow=True).content.decode()
    milestone.refresh_from_db()
    assert "Kept: Ask for your VOG" in first
    assert "stood like that already" in second
    assert milestone.done_on == TODAY

    as_esra.post(url, {"open": "yes"})
    milestone.refresh_from_db()
    assert milestone.done_on is None


def test_what_was_agreed_is_kept_and_a_stale_form_is_told(as_bram, begun, course, bram):
    url = ours(begun, "trajectory_agreements")
    told = {
        "seen": begun.version, "starts_on": begun.starts_on.isoformat(),
        "course_start": course.pk, "guide": bram.pk, "coach": "Marieke Visser",
        "coach_hours_week": "2", "study_day_mask": ["12", "13"],
    }  # fmt: skip
    assert "PDG course" in as_bram.get(url).content.decode()

    assert as_bram.post(url, told).status_code == 302
    stale = as_bram.post(url, told | {"coach": "Iemand anders"}).content.decode()

    assert now(begun).coach == "Marieke Visser"
    assert begun.milestones.get(code="coach_agreed").done_on == TODAY
    assert begun.milestones.get(code="pdg_application").due_on <= course.apply_by
    assert "Somebody changed this in the meantime" in stale
    assert "Iemand anders" in stale


def test_every_step_of_the_school_has_a_page(as_bram, training):
    page = as_bram.get(ours(training)).content.decode()
    for slug in ("pdg", "verlenging", "pauze", "stoppen"):
        url = ours(training, "trajectory_step", slug)
        assert url in page
        assert as_bram.get(url).status_code == 200


def test_impossible_days_are_told_on_both_pages(as_bram, as_esra, application, bram):
    soon = TODAY + timedelta(days=6)
    row = actions.begin(application, starts_on=soon, side=SCHOOL, by=bram)

    assert "These days cannot be met" in as_bram.get(ours(row)).content.decode()
    assert "These days cannot be met" in as_esra.get(mine(row)).content.decode()


def test_a_paused_page_asks_nothing(as_esra, training, bram):
    actions.pause(now(training), starts_on=TODAY, by=bram, seen=training.version)

    page = as_esra.get(mine(training)).content.decode()

    assert "Paused. Take the time it takes." in page


def test_pages_take_a_constant_number_of_queries(
    as_bram, as_esra, training, django_assert_max_num_queries
):
    with django_assert_max_num_queries(36):
        as_esra.get(mine(training))
    with django_assert_max_num_queries(40):
        as_bram.get(ours(training))
