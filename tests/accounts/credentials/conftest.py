import pytest

from accounts.models import Credential
from accounts.profiles import hooks as profile_hooks
from tests import factories


@pytest.fixture
def heard(monkeypatch):
    """Whom those who match on a profile were told of."""
    told = []
    monkeypatch.setattr(profile_hooks.changed, "_listeners", [told.append])
    return told


@pytest.fixture
def paper(anna) -> Credential:
    return factories.CredentialFactory(professional=anna)


@pytest.fixture
def yes(anna, school_a):
    """Anna said yes to a vacancy of school A."""
    vacancy = factories.VacancyFactory(institution=school_a)
    return factories.ApplicationFactory(vacancy=vacancy, professional=anna)
