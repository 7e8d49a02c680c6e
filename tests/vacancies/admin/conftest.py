from datetime import date

import pytest

from accounts.models import User
from tests.vacancies.admin.numbers import in_days, row
from vacancies.models import RuleConstant
from vacancies.moderation import actions
from vacancies.moderation.actions import NewNumber


@pytest.fixture
def old() -> RuleConstant:
    return row("4", "2015-11-01", date(2020, 12, 31))


@pytest.fixture
def now(old: RuleConstant) -> RuleConstant:
    return row("6", "2021-01-01")


@pytest.fixture
def later(now: RuleConstant, mo: User) -> RuleConstant:
    """Eight hours from ten days on."""
    return actions.replace_constant(now, NewNumber("8", in_days(10), "Stcrt"), by=mo)
