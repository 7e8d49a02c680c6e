"""A real Valkey, the one that `make run` starts."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError

from portal.run import broker


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="dagdeel valkey ") as folder:
        state_dir = Path(folder)
        server = subprocess.Popen(broker.command(state_dir), stdout=subprocess.DEVNULL)
        try:
            _wait_for(broker.url_of(state_dir))
            yield broker.url_of(state_dir)
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(url: str) -> None:
    for _attempt in range(200):
        try:
            with Redis.from_url(url) as redis:
                redis.ping()
        except RedisError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("Valkey does not answer")
