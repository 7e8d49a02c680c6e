from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Institution, User
from tests import factories
from vacancies.enums import WordingLevel
from vacancies.models import Vacancy, WordingRule


@pytest.fixture
def rules(db: None) -> list[WordingRule]:
    words = {"neutral_nl": "Beschrijf het werk.", "neutral_en": "Describe the work."}
    return [
        WordingRule.objects.create(
            code="young", level=WordingLevel.WARN, ground="age", pattern="jong team", **words
        ),
        WordingRule.objects.create(
            code="limit", level=WordingLevel.BLOCK, ground="age", pattern="maximaal # jaar", **words
        ),
    ]


@pytest.fixture
def waiting(school_a: Institution, bram: User) -> Vacancy:
    """Sent in by Bram three days ago."""
    vacancy: Vacancy = factories.VacancyFactory(
        institution=school_a,
        created_by=bram,
        status="submitted",
        published_at=None,
        slug="",
        review_since=timezone.now() - timedelta(days=3),
    )
    return vacancy


@pytest.fixture
def waiting_less(school_a: Institution) -> Vacancy:
    """Sent in an hour ago."""
    vacancy: Vacancy = factories.VacancyFactory(
        institution=school_a,
        title="Instructeur zagen",
        status="submitted",
        published_at=None,
        slug="",
        review_since=timezone.now() - timedelta(hours=1),
    )
    return vacancy
