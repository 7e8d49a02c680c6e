import pytest

from accounts.profiles import actions
from tests.factories import VacancyFactory
from vacancies.matching import insight
from vacancies.matching.actions import refresh_professional, refresh_vacancy

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 vacancies fit you now."),
        (1, "One vacancy fits you now."),
        (2, "2 vacancies fit you now."),
    ],
)
def test_a_week_says_how_many_vacancies_fit(anna, number, words):
    refresh_professional(anna)
    for _ in range(number):
        refresh_vacancy(VacancyFactory())

    assert insight.sentence(anna) == words


def test_a_hidden_profile_is_told_nothing(anna):
    refresh_professional(anna)
    refresh_vacancy(VacancyFactory())

    assert insight.sentence(actions.pause(anna, by=anna.user)) == ""
