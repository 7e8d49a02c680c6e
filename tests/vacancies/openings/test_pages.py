import re

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.availability.queries import week_of
from portal.kit import dayparts
from tests import factories
from tests.vacancies.openings.conftest import ASKED, opened
from vacancies.matching import actions as matching

LIST = "/mijn/wat-opent-meer/"
TRY = f"{LIST}dagdeel-7/"
KEEP = f"{TRY}bewaren/"


def text_of(response) -> str:
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text)


def test_the_list_names_each_change_and_its_vacancies(as_anna, on_wednesday):
    text = text_of(as_anna.get(LIST))

    assert "Wednesday afternoon as well" in text
    assert "Welding on Wednesday , Deltion College" in text


def test_the_list_says_what_to_do_when_nothing_opens(as_anna, shown):
    assert "No single change opens more now" in text_of(as_anna.get(LIST))


def test_a_hidden_profile_is_told_to_show_itself(as_anna, anna):
    anna.visibility = "draft"
    anna.save()

    assert "First show your profile to schools" in text_of(as_anna.get(LIST))


def test_trying_shows_the_reasons_and_saves_nothing(as_anna, shown, on_wednesday):
    page = as_anna.get(TRY)

    assert "Then one vacancy more fits you. Nothing is saved yet." in text_of(page)
    assert "2 of 2 day-parts" in text_of(page)
    assert week_of(shown) & ASKED != ASKED


def test_the_second_button_saves(as_anna, shown, on_wednesday):
    answer = as_anna.post(KEEP, {"version": shown.version}, follow=True)

    assert "Saved. One vacancy more fits you now." in text_of(answer)
    assert week_of(shown) & ASKED == ASKED


def test_saving_twice_is_told_and_does_nothing(as_anna, shown, on_wednesday):
    as_anna.post(KEEP, {"version": shown.version})

    answer = as_anna.post(KEEP, {"version": shown.version}, follow=True)

    assert "This changed in the meantime" in text_of(answer)


@pytest.mark.parametrize("version", ["", "x", "99"])
def test_a_form_of_another_moment_saves_nothing(as_anna, shown, on_wednesday, version):
    as_anna.post(KEEP, {"version": version}, follow=True)

    assert week_of(shown) & ASKED != ASKED


@pytest.mark.parametrize("key", ["dagdeel-8", "dagdeel-99", "iets-anders", "vaardigheid-x"])
def test_what_opens_nothing_leads_to_the_list(as_anna, on_wednesday, key):
    assert as_anna.get(f"{LIST}{key}/").headers["Location"] == LIST


def test_a_get_saves_nothing(as_anna, on_wednesday):
    assert as_anna.get(KEEP).status_code == 405


@pytest.mark.parametrize("client", ["as_bram", "as_carla"])
def test_a_school_has_no_such_pages(request, client, on_wednesday):
    found = request.getfixturevalue(client)

    assert [found.get(url).status_code for url in (LIST, TRY)] == [404, 404]
    assert found.post(KEEP, {"version": 1}).status_code == 404


def test_dutch_leads_to_the_profile(as_anna, shown):
    vacancy = factories.VacancyFactory()
    factories.RequirementFactory(vacancy=vacancy, kind="language", strength="must", value=5)
    matching.refresh_vacancy(vacancy)

    page = as_anna.get(f"{LIST}nederlands-5/").content.decode()

    assert reverse("profile_step", args=["functies"]) in page
    assert "bewaren" not in page


def test_the_dashboard_shows_the_biggest_first_and_five_at_most(as_anna, on_wednesday):
    for names in ("monday_morning", "monday_afternoon", "monday_evening", "friday_evening"):
        opened(day_parts_mask=_week(names, "tuesday_afternoon"))
    for _ in range(2):
        opened(day_parts_mask=_week("friday_morning", "tuesday_afternoon"))

    page = as_anna.get("/mijn/").content.decode()

    shown = re.findall(r"wat-opent-meer/([a-z]+-\d+)/", page)
    assert shown[0] == "dagdeel-12"
    assert len(shown) == 5


def test_the_dashboard_is_silent_when_nothing_opens(as_anna, shown):
    assert "What would open more?" not in as_anna.get("/mijn/").content.decode()


def test_the_week_says_what_each_cell_opens(as_anna, on_wednesday):
    page = as_anna.get("/mijn/week/").content.decode()

    assert page.count("wg-hint") >= 1
    assert "Wednesday afternoon, 1 more vacancy" in page
    assert "so many vacancies more" in page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_has_words(as_anna, shown, language):
    far = factories.PlaceFactory(name="Deventer", latitude=52.2661, longitude=6.1552)
    opened(hours_min=9, hours_max=12)
    opened(hours_min=1, hours_max=1)
    opened(function_kind="instructor")
    opened(employment_mask=0b100)
    vacancy = factories.VacancyFactory(locations=[])
    vacancy.locations.set([factories.LocationFactory(institution=vacancy.institution, place=far)])
    matching.refresh_vacancy(vacancy)
    as_anna.cookies["language"] = language
    with translation.override(language):
        page = as_anna.get(LIST).content.decode()

    keys = set(re.findall(r"wat-opent-meer/([a-z]+(?:-[a-z]+)?-\d+)/", page))
    assert keys == {"afstand-10", "uren-meer-2", "uren-minder-2", "functie-2", "dienstverband-2"}
    assert all(as_anna.get(f"{LIST}{key}/").status_code == 200 for key in keys)


def _week(*names: str) -> int:
    return dayparts.parse(" ".join(names))
