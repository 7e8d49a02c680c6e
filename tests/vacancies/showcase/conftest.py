import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()


@pytest.fixture
def client(client):
    """Somebody who is not signed in and reads English."""
    client.cookies["language"] = "en"
    return client
