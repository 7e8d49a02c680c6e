import pytest
from django.test import Client
from django.urls import reverse

from accounts.taxonomy import actions
from tests.factories import CompetenceFactory, PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


def test_places_answer_options(client: Client):
    PlaceFactory()

    answer = client.get(reverse("place_search"), {"veld": "place", "place": "zw"})

    assert '<option value="Zwolle, Overijssel">' in answer.text


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"veld": "<b>", "<b>": "zw"}, {"q": "x" * 9000}])
def test_search_of_nonsense_is_an_empty_answer(client: Client, query):
    PlaceFactory()

    assert "<option" not in client.get(reverse("place_search"), query).text
    assert client.get(reverse("competence_search"), query).status_code == 200


def test_competences_keep_what_is_ticked(client: Client):
    chosen = CompetenceFactory(name_en="Bricklaying")
    CompetenceFactory(name_nl="Lassen", name_en="Welding")
    actions.index_competences()

    answer = client.get(
        reverse("competence_search"), {"veld": "skills", "skills_q": "weld", "skills": chosen.pk}
    )

    assert "1 skill found" in answer.text
    assert f'name="skills" value="{chosen.pk}" checked' in answer.text
    assert 'name="skills_shown" value="weld"' in answer.text


def test_what_was_typed_is_never_markup(client: Client):
    answer = client.get(reverse("competence_search"), {"q": "<img src=x>"})

    assert "<img" not in answer.text
