from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from vacancies.models import RuleConstant
from vacancies.routes import book
from vacancies.routes.book import forget_rule_book, rule_book

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def row() -> RuleConstant:
    forget_rule_book()
    return RuleConstant.objects.create(
        name="guest_teaching_weeks", value="40", valid_from="2021-01-01", source_title="HTO"
    )


def weeks() -> int:
    return rule_book().whole("guest_teaching_weeks", timezone.localdate())


def test_the_book_is_read_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        assert [weeks(), weeks()] == [40, 40]


def test_a_row_is_read_whole(row: RuleConstant) -> None:
    row.confirmed_on = timezone.localdate()
    row.save()

    constant = rule_book().row("guest_teaching_weeks", timezone.localdate())

    assert (constant.source_title, constant.is_confirmed) == ("HTO", True)


def test_a_change_is_seen_once_it_is_forgotten() -> None:
    weeks()
    RuleConstant.objects.update(value="38")

    assert weeks() == 40
    forget_rule_book()
    assert weeks() == 38


def test_a_change_in_another_process_is_seen_at_once() -> None:
    weeks()
    RuleConstant.objects.update(value="38")

    cache.set(book.SHELF_KEY, "another token")

    assert weeks() == 38


def test_after_a_minute_the_book_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    weeks()
    RuleConstant.objects.update(value="38")
    later = book.monotonic() + book.KEEP_S + 1

    monkeypatch.setattr(book, "monotonic", lambda: later)

    assert weeks() == 38


def test_without_the_shared_cache_the_own_process_forgets(settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    weeks()
    RuleConstant.objects.update(value="38")

    forget_rule_book()

    assert weeks() == 38
