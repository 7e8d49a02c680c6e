import time

import pytest
from django.core.cache import cache
from django.db import connection

from portal import pulse


@pytest.fixture
def with_broker(settings, valkey_url):
    settings.REDIS_URL = valkey_url


@pytest.fixture
def beat():
    pulse.note_pulse()
    yield
    cache.delete(pulse.KEY)


def test_live_needs_nothing(client):
    assert client.get("/health/live", headers={"host": "10.0.0.7"}).content == b"ok"


@pytest.mark.django_db
def test_ready_when_all_answer(client, with_broker, beat):
    answer = client.get("/health/ready", headers={"host": "10.0.0.7"})

    assert answer.status_code == 200
    assert answer.json() == {
        "database": True,
        "broker": True,
        "oldest_unsent_mail_s": 0,
        "last_beat_s": 0,
    }


@pytest.mark.django_db
def test_not_ready_without_broker(client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["broker"]) == (503, False)


@pytest.mark.django_db
def test_not_ready_when_beat_never_beat(client, with_broker):
    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["last_beat_s"]) == (503, None)


@pytest.mark.django_db
def test_not_ready_when_beat_is_late(client, with_broker, beat):
    cache.set(pulse.KEY, time.time() - 200)

    answer = client.get("/health/ready")

    assert (answer.status_code, answer.json()["last_beat_s"]) == (503, 200)


@pytest.mark.django_db(transaction=True)
def test_not_ready_without_database(client, with_broker, beat, monkeypatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/at/all.sqlite3")
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", "1")

    answer = client.get("/health/ready")
    connection.close()

    assert (answer.status_code, answer.json()["database"]) == (503, False)
