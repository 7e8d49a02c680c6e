"""What the lists and forms of the desk say besides what Django says."""

import pytest
from django.test import Client

from accounts.admin.fields import LongLine
from accounts.models import Competence, Place
from tests import factories
from tests.desk import page

pytestmark = pytest.mark.django_db


def html(desk: Client, url: str, **query: str) -> str:
    return desk.get(url, query).content.decode()


def test_a_cell_says_its_column_and_a_yes_in_words(desk: Client) -> None:
    factories.CompetenceFactory(name_nl="Lassen", synonyms="TIG|MIG", is_active=True)

    listed = html(desk, page(Competence, "changelist"))

    assert 'data-label="Synonyms" class="field-also_called">TIG, MIG</td>' in listed
    assert 'class="field-is_active">yes</td>' in listed
    assert "<img" not in listed


def test_a_list_has_pages_with_addresses(desk: Client) -> None:
    for number in range(51):
        factories.PlaceFactory(name=f"Place {number}")

    first = html(desk, page(Place, "changelist"))
    last = html(desk, page(Place, "changelist"), p="2")

    assert 'rel="next" href="?p=2"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="?p=1"' in last
    assert 'rel="next"' not in last


def test_a_list_in_which_nothing_is_found_says_so(desk: Client) -> None:
    assert "Use another word or fewer filters." in html(desk, page(Place, "changelist"), q="zzz")
    assert "Nothing here yet" in html(desk, page(Place, "changelist"))


def test_what_stands_in_the_way_of_deleting_is_counted(desk: Client) -> None:
    competence = factories.CompetenceFactory()
    person = factories.ProfessionalFactory()
    person.professionalcompetence_set.create(competence=competence)

    refused = html(desk, page(Competence, "delete", competence.pk))

    assert "This cannot be deleted" in refused
    assert "1 × Professional competence" in refused


def test_what_was_typed_on_lines_stays_one_line() -> None:
    assert LongLine().value_from_datadict({"text": "one\r\ntwo"}, {}, "text") == "one two"
