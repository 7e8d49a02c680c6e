import pytest
from django.urls import reverse

from accounts.availability import hooks, queries

pytestmark = pytest.mark.django_db

URL = "/mijn/week/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def answers(monkeypatch):
    """What the vacancies say about a week, as far as this page knows."""
    monkeypatch.setattr(hooks.insight, "_answer", lambda professional: "Now 14 fit.")
    monkeypatch.setattr(hooks.hints, "_answer", lambda professional: {7: 4})


def test_the_week_shows_what_is_free_and_what_more_would_bring(as_anna):
    page = as_anna.get(URL).text

    assert "You can on <strong>2 day-parts</strong>. Now 14 fit." in page
    assert "Wednesday afternoon, 4 more vacancies" in page
    assert page.count(" checked") == 2


def test_people_of_schools_have_no_week(as_bram, as_carla, client):
    assert as_bram.get(URL).status_code == 404
    assert as_carla.get(URL).status_code == 404
    assert reverse("account_request_login_code") in client.get(URL)["Location"]


def test_saving_without_a_script_comes_back_to_the_page(anna, as_anna):
    answer = as_anna.post(URL, {"version": 1, "day_parts": ["0", "17"]}, follow=True)

    assert "Your week is saved" in answer.text
    assert queries.week_of(anna) == 1 | 1 << 17


def test_autosave_answers_the_line_and_the_next_version(anna, as_anna):
    answer = as_anna.post(URL, {"version": 1, "day_parts": ["0"]}, headers=HTMX)

    assert "Saved. You can on <strong>1 day-part</strong>. Now 14 fit." in answer.text
    assert 'name="version" value="2"' in answer.text
    assert "<h1" not in answer.text


def test_autosave_of_something_wrong_says_so_and_saves_nothing(anna, as_anna):
    answer = as_anna.post(
        URL, {"version": 1, "day_parts": ["0"], "hours_min": "9", "hours_max": "2"}, headers=HTMX
    )

    assert "Not saved yet." in answer.text
    assert "This is less than the least you want" in answer.text
    assert 'name="version"' not in answer.text
    anna.refresh_from_db()
    assert anna.version == 1


def test_the_second_window_is_told_and_keeps_what_was_ticked(anna, as_anna):
    as_anna.post(URL, {"version": 1, "day_parts": ["0"]})

    quiet = as_anna.post(URL, {"version": 1, "day_parts": ["5"]}, headers=HTMX)
    page = as_anna.post(URL, {"version": 1, "day_parts": ["5"]})

    assert "Saved elsewhere in the meantime" in quiet.text
    assert "Saved elsewhere in the meantime" in page.text
    assert 'value="5" id="id_day_parts_5" checked' in page.text
    assert queries.week_of(anna) == 1
    version = page.context["form"]["version"].value()
    as_anna.post(URL, {"version": version, "day_parts": ["5"]})
    assert queries.week_of(anna) == 1 << 5


@pytest.mark.parametrize("bits", [["18"], ["-1"], ["x"], ["9" * 50], ["\x00"]])
def test_what_is_no_day_part_is_refused(bits, anna, as_anna):
    answer = as_anna.post(URL, {"version": 1, "day_parts": bits})

    assert "Choose day-parts from the week." in answer.text
    anna.refresh_from_db()
    assert anna.version == 1


def test_history_gets_a_whole_page(as_anna):
    answer = as_anna.get(URL, headers={**HTMX, "HX-History-Restore-Request": "true"})

    assert "<h1" in answer.text
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_a_broken_off_period_is_told(as_anna):
    answer = as_anna.post(
        URL, {"version": 1, "available_from": "2099-01-01", "available_until": "2098-01-01"}
    )

    assert "Look at the year" in answer.text


def test_autosave_answers_what_each_cell_would_bring_now(anna, as_anna):
    answer = as_anna.post(URL, {"version": 1, "day_parts": ["0"]}, headers=HTMX)

    assert answer.text.count('_hint" data-hx-swap-oob="true"') == 18
    assert 'id="id_day_parts_7_hint" data-hx-swap-oob="true">+4</span>' in answer.text
    assert "Wednesday afternoon, 4 more vacancies" in answer.text


def test_what_was_not_saved_changes_no_hint(anna, as_anna):
    wrong = {"version": 1, "day_parts": ["0"], "hours_min": "9", "hours_max": "2"}

    assert "hx-swap-oob" not in as_anna.post(URL, wrong, headers=HTMX).text
