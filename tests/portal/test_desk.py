"""Every page of the desk, for a moderator and for those it is not for, in both languages."""

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from tests.desk import MODELS, ROWS, faults, page, pages_of, registered

pytestmark = pytest.mark.django_db

LISTS = {
    "accounts.auditevent": 9,
    "accounts.competence": 9,
    "accounts.consent": 9,
    "accounts.credential": 8,
    "accounts.domain": 8,
    "accounts.institution": 8,
    "accounts.invitation": 8,
    "accounts.mail": 14,
    "accounts.membership": 8,
    "accounts.news": 8,
    "accounts.notice": 9,
    "accounts.place": 8,
    "accounts.professional": 9,
    "accounts.profileview": 8,
    "accounts.user": 8,
    "vacancies.application": 8,
    "vacancies.course": 8,
    "vacancies.employerrequest": 8,
    "vacancies.match": 8,
    "vacancies.meeting": 8,
    "vacancies.paytable": 8,
    "vacancies.placement": 8,
    "vacancies.report": 8,
    "vacancies.ruleconstant": 9,
    "vacancies.subsidyscheme": 8,
    "vacancies.trajectory": 8,
    "vacancies.vacancy": 13,
    "vacancies.wordingexception": 8,
    "vacancies.wordingrule": 8,
}


def label(model: type[Model]) -> str:
    return model._meta.label_lower


def test_every_table_of_the_desk_is_tested() -> None:
    assert registered() == set(ROWS)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_page_is_whole(model: type[Model], language: str, desk: Client, mo: User) -> None:
    User.objects.filter(pk=mo.pk).update(language=language)
    row = ROWS[model](1)

    found = {url: faults(desk.get(url)) for url in pages_of(model, row)}

    assert {url: wrong for url, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_nobody_else_enters(model: type[Model], as_anna: Client, as_bram: Client) -> None:
    row = ROWS[model](1)

    for client in (as_anna, as_bram, Client()):
        assert {client.get(url).status_code for url in pages_of(model, row)} <= {302, 403}


@pytest.mark.parametrize("model", MODELS, ids=label)
@pytest.mark.parametrize("number", [1, 3])
def test_a_list_asks_the_same_number_of_times(
    model: type[Model],
    number: int,
    desk: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for count in range(number):
        ROWS[model](count)
    desk.get(page(model, "changelist"))

    with django_assert_num_queries(LISTS[label(model)]):
        desk.get(page(model, "changelist"))


@pytest.mark.parametrize("number", [1, 3])
def test_the_desk_asks_the_same_number_of_times(
    number: int, desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for model in MODELS:
        for count in range(number):
            ROWS[model](count)
    desk.get(reverse("admin:index"))

    with django_assert_num_queries(25):
        response = desk.get(reverse("admin:index"))

    assert faults(response) == []


def test_staff_without_a_second_factor_is_sent_to_enrol(as_mo: Client) -> None:
    assert as_mo.get(reverse("admin:index")).headers["Location"] == reverse("mfa_index")


def test_the_demo_says_that_the_second_factor_is_waived(as_mo: Client, settings: object) -> None:
    settings.STAFF_SECOND_FACTOR = False  # type: ignore[attr-defined]

    for name in ("admin:index", "admin:accounts_place_changelist"):
        assert (
            "The second factor for staff is switched off here"
            in as_mo.get(reverse(name)).content.decode()
        )
