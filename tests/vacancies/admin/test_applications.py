"""A moderator takes a step of an application back, with a reason that both sides read."""

import pytest

from tests import factories
from vacancies.applications import actions
from vacancies.enums import ApplicationStatus


@pytest.fixture
def talking(school_a, anna, bram):
    vacancy = factories.VacancyFactory(institution=school_a)
    row = actions.show_interest(vacancy, anna, message="Mijn verhaal.", by=anna.user)
    return actions.talk(row, by=bram)


def _page(row):
    return f"/beheer/vacancies/application/{row.pk}"


def test_a_step_is_taken_back_with_its_reason(talking, desk):
    desk.post(f"{_page(talking)}/undo/", {"reason": "Verkeerde knop."})

    talking.refresh_from_db()
    assert talking.status == ApplicationStatus.NEW
    assert "Verkeerde knop." in desk.get(f"{_page(talking)}/change/").content.decode()


def test_without_a_reason_the_form_says_so(talking, desk):
    page = desk.post(f"{_page(talking)}/undo/", {"reason": ""}).content.decode()

    talking.refresh_from_db()
    assert "Write why, in at most 500 characters." in page
    assert talking.status == ApplicationStatus.TALKING


def test_the_desk_shows_steps_and_no_messages(talking, desk, bram):
    actions.write(talking, side="school", text="Alleen voor Anna.", by=bram)

    page = desk.get(f"{_page(talking)}/change/").content.decode()

    assert "You started the conversation." in page
    assert "Alleen voor Anna." not in page


def test_a_yes_taken_back_is_left_to_its_owner(talking, desk, anna):
    actions.withdraw(talking, by=anna.user)

    assert "undo/" not in desk.get(f"{_page(talking)}/change/").content.decode()
    desk.post(f"{_page(talking)}/undo/", {"reason": "De school vroeg erom."})
    talking.refresh_from_db()
    assert talking.status == ApplicationStatus.WITHDRAWN


def test_a_recruiter_does_not_reach_the_desk(talking, as_bram):
    as_bram.post(f"{_page(talking)}/undo/", {"reason": "Verkeerde knop."})

    talking.refresh_from_db()
    assert talking.status == ApplicationStatus.TALKING
