"""Who added a password may sign in with it."""

import pytest


@pytest.fixture
def with_password(bram):
    bram.set_password("een goed wachtwoord")
    bram.save()
    return bram


def _sign_in(client, password):
    return client.post("/account/login/", {"login": "bram@deltion.example", "password": password})


def test_password_opens_the_door(client, with_password):
    answer = _sign_in(client, "een goed wachtwoord")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/mijn/")


def test_wrong_password_keeps_the_address(client, with_password):
    answer = _sign_in(client, "een slecht wachtwoord")

    assert answer.status_code == 200
    assert 'value="bram@deltion.example"' in answer.content.decode()


def test_somebody_without_a_password_is_refused(client, bram):
    assert _sign_in(client, "!").status_code == 200
