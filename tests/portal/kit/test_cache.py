import pytest

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
