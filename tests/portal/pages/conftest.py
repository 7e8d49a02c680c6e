import pytest
from django.core.cache import cache

from tests import factories
from vacancies.search import actions


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()


@pytest.fixture
def indexed(db):
    """Makes a vacancy that can be found."""

    def make(**values):
        vacancy = factories.VacancyFactory(**values)
        actions.index(vacancy)
        return vacancy

    return make


@pytest.fixture
def client(client):
    """Somebody who is not signed in and reads English."""
    client.cookies["language"] = "en"
    return client
