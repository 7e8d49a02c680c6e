"""While the site is worked on it says so to everybody, and to nobody afterwards."""

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def works(tmp_path, settings):
    settings.STATE_DIR = tmp_path
    call_command("maintenance", "on")
    yield
    call_command("maintenance", "off")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Over een paar minuten"), ("en", "Back in a few minutes")]
)
def test_every_page_says_so_without_the_database(
    client, works, language, words, django_assert_num_queries
):
    client.cookies["language"] = language

    with django_assert_num_queries(0):
        answer = client.get("/vacatures/")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "300"
    assert answer["Cache-Control"] == "no-store"
    assert words in answer.content.decode()
    assert "Content-Security-Policy" in answer


def test_a_form_is_turned_away_too_and_health_is_not(client, works):
    assert client.post("/taal/", {"language": "en"}).status_code == 503
    assert client.get("/health/live").status_code == 200


def test_off_opens_the_site_and_twice_is_once(client, works, capsys):
    call_command("maintenance", "off")
    call_command("maintenance", "off")

    assert client.get("/").status_code == 200
    assert capsys.readouterr().out.endswith("Open.\n")
