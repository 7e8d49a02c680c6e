"""What nobody sees yet is kept while it is typed."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Professional, User
from accounts.profiles import actions

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
TRADE = reverse("profile_step", args=["vak"])


@pytest.fixture
def newcomer(sign_in) -> tuple[Professional, Client]:
    user = User.objects.create_user("nieuw@example.org", language="en", confirmed_at=timezone.now())
    return actions.create(user), sign_in(user)


def test_a_step_is_kept_while_it_is_typed(newcomer):
    person, client = newcomer

    answer = client.post(TRADE, {"occupation": "Welder", "version": person.version}, headers=HTMX)

    person.refresh_from_db()
    assert person.occupation == "Welder"
    assert answer.text.strip().startswith("Saved.")
    assert (
        f'value="{person.version}"'
        in re.search(r"<input[^>]*name=\"version\"[^>]*>", answer.text)[0]
    )


def test_what_is_wrong_is_not_kept_and_said_in_one_line(newcomer):
    person, client = newcomer
    wrong = {"occupation": "Welder", "years_experience": "many", "version": person.version}

    answer = client.post(TRADE, wrong, headers=HTMX)

    person.refresh_from_db()
    assert person.occupation == ""
    assert answer.text.strip() == "Not saved yet: something on this page is not right."


def test_another_window_is_not_overwritten(newcomer):
    person, client = newcomer
    client.post(TRADE, {"occupation": "Welder", "version": person.version}, headers=HTMX)

    answer = client.post(TRADE, {"occupation": "Nurse", "version": person.version}, headers=HTMX)

    person.refresh_from_db()
    assert person.occupation == "Welder"
    assert answer.text.strip().startswith("Not saved yet: you changed your profile in another")


def test_a_search_for_a_skill_is_not_disturbed(newcomer):
    answer = newcomer[1].post(TRADE, {"competences_q": "weld"}, headers=HTMX)

    assert (answer.status_code, answer.content) == (204, b"")


def test_a_visible_profile_changes_on_a_press_alone(newcomer, as_anna):
    assert "data-autosave" in newcomer[1].get(TRADE).text
    assert "data-autosave" not in as_anna.get(TRADE).text


def test_a_consent_is_given_by_a_press_alone(newcomer):
    page = reverse("profile_step", args=["berichten"])

    assert "data-autosave" not in newcomer[1].get(page).text
