import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.enums import DutchLevel, FunctionKind
from tests import factories
from tests.vacancies.posting.pages import edit, text_of
from vacancies.enums import Strength
from vacancies.models import Requirement, Vacancy
from vacancies.posting.forms.softer import soften


@pytest.fixture
def worded(draft, work, bram) -> Vacancy:
    """A draft of which function, domain and location are known."""
    factories.DomainFactory()
    draft.domains.add(work.domains[0])
    draft.locations.add(work.locations[0])
    Vacancy.objects.update(function_kind=FunctionKind.GUEST_TEACHER)
    return Vacancy.objects.get()


def panel(vacancy):
    return reverse("vacancy_reach", args=[vacancy.code])


def test_step_shows_the_panel(as_bram, worded):
    response = as_bram.get(edit(worded, "wanneer"))

    assert response.context["reach"].fits is None
    assert "Fewer than 5" in text_of(response)


def test_panel_counts_what_is_typed_and_saves_nothing(as_bram, worded, when_data):
    response = as_bram.post(panel(worded), {**when_data, "hours_min": "x"})

    assert response.status_code == 200
    assert "You see numbers, never names." in text_of(response)
    assert Vacancy.objects.get().day_parts_mask == 0


def test_only_the_number_is_said_of_a_panel_that_changes(as_bram, worded, when_data):
    said = re.compile(r'<p[^>]*role="status" id="reach-said"[^>]*>(.*?)</p>', re.DOTALL)

    page = as_bram.get(edit(worded, "wanneer")).text
    answer = as_bram.post(panel(worded), when_data).text

    assert said.search(page)[1] == ""
    assert said.search(answer)[1].strip() == "Fewer than 5 professionals fit now"
    assert not re.search(r'id="reach"[^>]*aria-live', page)


def test_draft_without_function_asks_for_the_work_first(as_bram, draft, when_data):
    response = as_bram.post(panel(draft), when_data)

    assert "Say first which work it is" in text_of(response)


def test_stranger_does_not_find_the_panel(as_carla, worded, when_data):
    assert as_carla.post(panel(worded), when_data).status_code == 404


def test_one_tap_changes_the_form_and_saves_nothing(as_bram, worded, when_data):
    data = {
        **when_data,
        "dutch": "4",
        "dutch_strength": "must",
        "dutch_reason": "",
        "soften": "language.lower.3",
    }

    response = as_bram.post(edit(worded, "wanneer"), data)

    form = response.context["form"]
    assert (form["dutch"].value(), form.errors) == ("3", {})
    assert form["hours_max"].value() == "5.5"
    assert "It is kept when you go on or save." in text_of(response)
    assert not Requirement.objects.exists()
    assert Vacancy.objects.get().day_parts_mask == 0


def test_count_again_without_javascript_keeps_what_is_typed(as_bram, worded, when_data):
    response = as_bram.post(edit(worded, "wanneer"), {**when_data, "count": "1"})

    assert response.context["form"]["day_parts_needed"].value() == "2"
    assert Vacancy.objects.get().day_parts_mask == 0


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("competence.learn.7", "strength_7", [Strength.LEARN]),
        ("competence.wish.0", "strength_7", [Strength.WISH]),
        ("level.lower.3", "level", ["3"]),
        ("level.practice.1", "practice_counts", ["on"]),
        ("level.wish.1", "level_strength", [Strength.WISH]),
        ("experience.lower.2", "years", ["2"]),
        ("experience.wish.1", "years_strength", [Strength.WISH]),
        ("language.lower.3", "dutch", ["3"]),
        ("language.wish.1", "dutch_strength", [Strength.WISH]),
        ("day_parts.fewer.1", "day_parts_needed", ["1"]),
        ("day_parts.more.9", "day_parts", ["3", "4", "9"]),
        ("day_parts.more.4", "day_parts", ["3", "4"]),
        ("fixed_day_parts.free.1", "fixed", []),
        ("hours.fewer.1", "hours_min", ["3"]),
        ("hours.more.1", "hours_max", ["6.5"]),
        ("period.later.1", "starts_on", ["2027-03-29"]),
        ("language.wish.1+hours.more.1", "hours_max", ["6.5"]),
        ("nonsense", "level", ["4"]),
        ("level.lower.x", "level", ["4"]),
    ],
)
def test_each_change_of_the_form(code, name, expected):
    sent = QueryDict(mutable=True)
    sent.update(
        {"level": "4", "hours_min": "4", "hours_max": "5.5", "starts_on": "2027-03-01"}
        | {"fixed": "3", "competences": "7", "strength_7": "must", "dutch": str(DutchLevel.B2)}
    )
    sent.setlist("day_parts", ["3", "4"])

    assert soften(sent, code).getlist(name) == expected


def test_change_of_what_is_not_filled_in_changes_nothing():
    sent = QueryDict(mutable=True)

    assert soften(sent, "hours.more.1+period.later.1") == sent


def test_panel_asks_little_of_the_database_while_typing(as_bram, worded, when_data):
    as_bram.post(panel(worded), when_data)

    with CaptureQueriesContext(connection) as asked:
        as_bram.post(panel(worded), {**when_data, "hours_max": "6"})

    statements = [query["sql"] for query in asked.captured_queries]
    assert sum("vacancies_candidatefacts" in sql for sql in statements) == 1
    assert len(statements) <= PANEL_QUERIES


PANEL_QUERIES = 11  # who asks, the draft with its demands and places, and one scan
