"""What went wrong is said in the reader's language, with a way on."""

import pytest
from django.db import DatabaseError
from django.test import Client

from portal.pages import views
from tests.portal.pages.test_pages import text


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.fixture
def broken_home(monkeypatch):
    def fail():
        raise DatabaseError("gone")

    monkeypatch.setattr(views.blocks, "newest", lambda free: fail())
    monkeypatch.setattr(views.blocks, "week", lambda chosen: fail())


def test_a_page_that_does_not_exist_looks_further(client, db):
    answer = client.get("/nergens/")

    assert answer.status_code == 404
    assert 'action="/vacatures/"' in text(answer)


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Er ging bij ons iets mis"), ("en", "Something went wrong")]
)
def test_an_error_of_ours_asks_no_database_and_has_a_number(visitor, broken_home, language, words):
    """No fixture opens the database: to ask it anything would fail the test."""
    visitor.cookies["language"] = language

    answer = visitor.get("/")

    assert answer.status_code == 500
    assert words in text(answer)
    assert answer["X-Request-ID"] in text(answer)
    assert "mailto:post@" in text(answer)


def test_who_opens_an_address_that_takes_a_form_is_told_so(as_anna):
    answer = as_anna.get("/mijn/berichten/gelezen/")

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert b'href="/"' in answer.content


def test_a_form_without_its_token_tells_what_to_do(db):
    visitor = Client(enforce_csrf_checks=True)
    visitor.cookies["language"] = "en"

    answer = visitor.post("/taal/", {"language": "en"})

    assert answer.status_code == 403
    assert "Send the form once more." in text(answer)
