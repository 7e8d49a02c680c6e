"""People of every test: anna (professional), bram (recruiter of school A), carla (of school B,
the stranger), mo (moderator); and a signed-in client for each."""

import gc
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import translation

from accounts.enums import Role
from accounts.models import Institution, Professional, User
from tests import factories
from tests.chromium import (  # noqa: F401 - pytest finds them here
    browser_type_launch_args,
    pytest_collection_modifyitems,
    pytest_terminal_summary,
)
from vacancies.routes.book import forget_rule_book
from vacancies.search import actions as search

SignIn = Callable[[User], Client]
REACHING_IT = {"db", "transactional_db", "live_server"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """What asks nothing of a database need not run on a second one: `-m database` leaves it out."""
    if item.get_closest_marker("django_db") or REACHING_IT & set(getattr(item, "fixturenames", ())):
        item.add_marker(pytest.mark.database)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: to look for garbage among them takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_use_migrations() -> bool:
    """On SQLite the tables come from the models, at once; on PostgreSQL the migrations make them,
    with the functions and indexes that only it has."""
    return connection.vendor == "postgresql"


@pytest.fixture(autouse=True)
def _english_words() -> object:
    """Texts are compared in English, the language they are written in, unless a test says else."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _fresh_rule_book() -> None:
    """What one test read of the law is not what the next has in its tables."""
    forget_rule_book()


@pytest.fixture(autouse=True)
def _no_tries_counted() -> None:
    """What one test tried does not count towards the rate limits of the next."""
    cache.clear()


@pytest.fixture
def school_a(db: None) -> Institution:
    return factories.InstitutionFactory(name="Deltion College", slug="deltion-college")


@pytest.fixture
def school_b(db: None) -> Institution:
    return factories.InstitutionFactory(name="Alfa-college", slug="alfa-college")


@pytest.fixture
def anna(db: None) -> Professional:
    return factories.ProfessionalFactory(user__name="Anna de Wit", user__email="anna@example.org")


@pytest.fixture
def bram(school_a: Institution) -> User:
    return factories.MembershipFactory(
        institution=school_a, user__name="Bram Kok", user__email="bram@deltion.example"
    ).user


@pytest.fixture
def olga(school_a: Institution) -> User:
    """The owner of school A."""
    return factories.MembershipFactory(
        institution=school_a,
        role=Role.OWNER,
        user__name="Olga Bos",
        user__email="olga@deltion.example",
    ).user


@pytest.fixture
def carla(school_b: Institution) -> User:
    return factories.MembershipFactory(
        institution=school_b, user__name="Carla Smit", user__email="carla@alfa.example"
    ).user


@pytest.fixture
def mo(db: None) -> User:
    return factories.UserFactory(
        name="Mo Aziz", email="mo@dagdeel.example", is_staff=True, is_superuser=True
    )


@pytest.fixture
def sign_in() -> SignIn:
    """A client signed in as this user, reading English."""

    def client_of(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return client_of


@pytest.fixture
def as_anna(anna: Professional, sign_in: SignIn) -> Client:
    return sign_in(anna.user)


@pytest.fixture
def as_bram(bram: User, sign_in: SignIn) -> Client:
    return sign_in(bram)


@pytest.fixture
def as_olga(olga: User, sign_in: SignIn) -> Client:
    return sign_in(olga)


@pytest.fixture
def as_carla(carla: User, sign_in: SignIn) -> Client:
    return sign_in(carla)


@pytest.fixture
def as_mo(mo: User, sign_in: SignIn) -> Client:
    return sign_in(mo)


@pytest.fixture
def desk(mo: User, as_mo: Client) -> Client:
    """Mo's client, with the second factor that staff needs."""
    Authenticator.objects.create(
        user=mo, type=Authenticator.Type.TOTP, data={"secret": "not used by a test"}
    )
    return as_mo


@pytest.fixture
def indexed(db):
    """Makes a vacancy that can be found."""

    def make(**values):
        vacancy = factories.VacancyFactory(**values)
        search.index(vacancy)
        return vacancy

    return make
