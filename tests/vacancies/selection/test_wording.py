"""The texts of a school."""

import pytest
from django.test import Client

from vacancies.models import MessageTemplate
from vacancies.selection.actions import wording

LIST = "/school/teksten/"
NEW = "/school/teksten/nieuw/"


def _text(answer):
    return answer.content.decode()


@pytest.fixture
def text(school_a):
    return MessageTemplate.objects.create(institution=school_a, name="Nee", text="Dag {naam}")


def test_a_text_is_written_changed_and_removed(as_bram, as_olga, school_a):
    as_bram.post(NEW, {"name": "Nee", "text": "Dag {naam}", "is_for_declining": "on"})
    row = MessageTemplate.objects.get(institution=school_a)
    page = f"{LIST}{row.pk}/"
    seen = as_olga.get(page).context["form"].initial["seen"]
    as_olga.post(page, {"name": "Nee, dank", "text": "Dag {voornaam}", "seen": seen})

    row.refresh_from_db()
    assert (row.name, row.text, row.is_for_declining) == ("Nee, dank", "Dag {voornaam}", False)
    assert "Nee, dank" in _text(as_bram.get(LIST))
    as_bram.post(f"{page}weg/")
    assert not MessageTemplate.objects.exists()


def test_who_was_second_is_told_and_keeps_the_words(text, as_bram):
    page = f"{LIST}{text.pk}/"

    answer = _text(as_bram.post(page, {"name": "Nee", "text": "Mijn tekst", "seen": "oud"}))

    assert "A colleague changed this text" in answer
    assert "Mijn tekst" in answer
    text.refresh_from_db()
    assert text.text == "Dag {naam}"


def test_a_name_that_is_taken_is_told_beside_the_name(text, as_bram):
    page = _text(as_bram.post(NEW, {"name": "Nee", "text": "Iets"}))

    assert "There is a text with this name already." in page


def test_a_place_that_cannot_be_filled_in_is_told(as_bram):
    assert "{datum} cannot be filled in" in _text(
        as_bram.post(NEW, {"name": "Nee", "text": "Op {datum}"})
    )


def test_there_is_an_end_to_them(text, as_bram, monkeypatch):
    monkeypatch.setattr(wording, "MOST", 1)

    assert "Remove one first." in _text(as_bram.post(NEW, {"name": "Ja", "text": "Iets"}))


def test_texts_are_for_recruiters_of_the_school_alone(text, as_carla, as_viewer, as_anna):
    assert "Nee" not in _text(as_carla.get(LIST))
    assert as_carla.get(f"{LIST}{text.pk}/").status_code == 404
    assert as_carla.post(f"{LIST}{text.pk}/weg/").status_code == 404
    for client in (as_viewer, as_anna):
        assert client.get(LIST).status_code == client.post(NEW).status_code == 404
    assert Client().get(LIST).status_code == 302
