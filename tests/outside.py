"""Fixtures of the pages for everybody: nobody is signed in, and no count is kept from before."""

import pytest
from django.core.cache import cache

__all__ = ["client", "fresh_counts"]


@pytest.fixture(autouse=True)
def fresh_counts():
    cache.clear()


@pytest.fixture
def client(client):
    """Somebody who is not signed in and reads English."""
    client.cookies["language"] = "en"
    return client
