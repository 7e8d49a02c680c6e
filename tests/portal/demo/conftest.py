from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from portal.reference.loading import load_all


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo with few people, made once for a module; what its tests do is rolled back."""
    with django_db_blocker.unblock():
        load_all(settings.BASE_DIR)
        call_command("seed_demo", people=20, verbosity=0)
    yield
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)
