import pytest

from accounts.availability import queries as availability
from accounts.models import Availability, Professional
from portal.kit import dayparts


@pytest.fixture
def client(client):
    """Somebody who is not signed in and reads English."""
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def free(anna):
    """Sets the free day-parts of anna."""

    def choose(names: str) -> Professional:
        Availability.objects.update_or_create(
            professional=anna, defaults={"day_parts_mask": dayparts.parse(names)}
        )
        assert availability.week_of(anna) == dayparts.parse(names)
        return anna

    return choose
