import socket
import time

import pytest

from portal.kit import patience, poke
from portal.kit.cache import SturdyRedisCache


@pytest.fixture
def cache(valkey_url):
    made = SturdyRedisCache(valkey_url, {"KEY_PREFIX": "test"})
    yield made
    made.clear()
    made.close()


@pytest.fixture
def dead_cache(tmp_path):
    return SturdyRedisCache(f"unix://{tmp_path}/nobody.sock", {})


def test_keeps_what_it_is_given(cache):
    cache.set("lamp", 1)

    assert (cache.incr("lamp", 2), cache.add("lamp", 9), cache.get("lamp")) == (3, False, 3)
    assert (cache.delete("lamp"), cache.get("lamp", "none")) == (True, "none")


def test_server_that_is_away_is_a_miss(dead_cache):
    dead_cache.set("lamp", 1)

    assert dead_cache.get("lamp", "none") == "none"
    assert (dead_cache.add("lamp", 1), dead_cache.delete("lamp")) == (True, False)
    assert dead_cache.incr("lamp", 2) == 2


@pytest.fixture
def hung_cache(tmp_path, monkeypatch):
    """A server that takes the call and never answers."""
    path = str(tmp_path / "hung.sock")
    monkeypatch.setattr(patience.broker, "_until", 0.0)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        yield SturdyRedisCache(f"unix://{path}", {"OPTIONS": {"socket_timeout": 0.6}})


def test_server_that_hangs_is_waited_for_once(hung_cache):
    began = time.monotonic()

    found = [hung_cache.get("lamp", "none") for _ in range(9)]
    poke._send("portal.note_pulse", ())

    assert found == ["none"] * 9
    assert 0.5 < time.monotonic() - began < 1.5


def test_server_that_refuses_is_asked_again(dead_cache, monkeypatch):
    monkeypatch.setattr(patience.broker, "_until", 0.0)

    dead_cache.get("lamp")

    assert not patience.broker.is_out


def test_server_that_stays_away_is_told_of_once_a_minute(dead_cache, monkeypatch, caplog):
    monkeypatch.setattr(SturdyRedisCache, "_quiet_until", 0.0)

    for _question in range(9):
        dead_cache.get("lamp")
    assert caplog.messages == ["cache not reached: ConnectionError"]

    monkeypatch.setattr(SturdyRedisCache, "_quiet_until", time.monotonic())
    dead_cache.get("lamp")
    assert len(caplog.messages) == 2
