import pytest

from vacancies.routes.book import shipped
from vacancies.routes.rulebook import RuleBook


@pytest.fixture
def book() -> RuleBook:
    """The numbers as they ship."""
    return RuleBook(shipped())
