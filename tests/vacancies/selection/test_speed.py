"""How fast a school answers, and where everybody reads it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.enums import InstitutionStatus
from tests import factories
from vacancies.enums import ApplicationStatus
from vacancies.selection.speed import Speed, speed_of


@pytest.fixture
def visitor(db):
    client = Client()
    client.cookies["language"] = "en"
    return client


def _answered(vacancy, *waits, ago=timedelta(days=30)):
    """A yes that got its first answer after so many days, and a last one much later."""
    for days in waits:
        row = factories.ApplicationFactory(vacancy=vacancy, status=ApplicationStatus.TALKING)
        said = timezone.now() - ago - timedelta(days=days)
        type(row).objects.filter(pk=row.pk).update(created_at=said)
        row.steps.filter(verb="say_yes").update(at=said)
        row.steps.filter(verb="talk").update(at=said + timedelta(days=days))


def test_half_of_the_people_heard_within_the_median(school_a, vacancy):
    _answered(vacancy, 0, 1, 2, 10, 40)

    assert speed_of(school_a) == Speed(days=2, answers=5)


def test_between_two_days_the_longer_counts(school_a, vacancy):
    _answered(vacancy, 1, 1, 2, 3, 3, 3)

    assert speed_of(school_a) == Speed(days=3, answers=6)


def test_four_answers_say_nothing(school_a, vacancy):
    _answered(vacancy, 1, 1, 1, 1)

    assert speed_of(school_a) is None


def test_answers_of_more_than_a_year_ago_do_not_count(school_a, vacancy):
    _answered(vacancy, 1, 1, 1, 1, 1, ago=timedelta(days=400))

    assert speed_of(school_a) is None


def test_an_answer_of_the_site_or_another_school_is_not_theirs(school_a, school_b, vacancy):
    _answered(factories.VacancyFactory(institution=school_b), 1, 1, 1, 1, 1)
    for _ in range(5):
        row = factories.ApplicationFactory(vacancy=vacancy, status=ApplicationStatus.DECLINED)
        row.steps.filter(verb="decline").update(side="clock")

    assert speed_of(school_a) is None


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(0, "on the same day"), (1, "within one day"), (9, "within 9 days")],
)
def test_the_sentence(days, sentence):
    assert sentence in Speed(days, 12).sentence
    assert "12 answers" in Speed(days, 12).sentence


def test_the_page_of_a_school_tells_it_with_what_is_open(school_a, vacancy, visitor):
    _answered(vacancy, 3, 3, 3, 3, 3)

    page = visitor.get("/scholen/deltion-college/").content.decode()

    assert "Answers mostly within 3 days. Seen over 5 answers in the past year." in page
    assert vacancy.get_absolute_url() in page
    text = visitor.get(vacancy.get_absolute_url()).content.decode()
    assert "Answers mostly within 3 days." in text
    assert "/scholen/deltion-college/" in text


def test_a_school_with_few_answers_and_nothing_open_says_so(school_a, visitor):
    page = visitor.get("/scholen/deltion-college/").content.decode()

    assert "Too few answers yet" in page
    assert "Nothing is open now." in page


@pytest.mark.parametrize("status", [InstitutionStatus.PENDING, InstitutionStatus.SUSPENDED])
def test_a_school_that_nobody_verified_has_no_page(status, school_a, visitor):
    type(school_a).objects.update(status=status)

    assert visitor.get("/scholen/deltion-college/").status_code == 404


def test_it_is_counted_once_an_hour(school_a, vacancy, django_assert_num_queries):
    _answered(vacancy, 3, 3, 3, 3, 3)
    cache.clear()
    with django_assert_num_queries(1):
        speed_of(school_a)

    with django_assert_num_queries(0):
        assert speed_of(school_a) == Speed(3, 5)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_a_constant_number_of_queries(
    count, school_a, visitor, django_assert_num_queries
):
    for _ in range(count):
        factories.VacancyFactory(institution=school_a)
    visitor.get("/scholen/deltion-college/")

    with django_assert_num_queries(5):
        visitor.get("/scholen/deltion-college/")
