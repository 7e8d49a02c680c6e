import json

import pytest
from django.test import Client
from django.urls import reverse

from accounts.enums import ConsentKind, Visibility
from accounts.models import User
from accounts.privacy import actions
from accounts.profiles import actions as profiles
from accounts.profiles import queries as profile_queries

pytestmark = pytest.mark.django_db

PAGES = [reverse(name) for name in ("my_data", "my_data_download", "account_delete")]


@pytest.mark.parametrize("page", PAGES)
def test_everybody_has_own_data(page, as_anna, as_bram, as_mo):
    for client in (as_anna, as_bram, as_mo):
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", [*PAGES, reverse("consent")])
def test_who_did_not_sign_in_is_sent_to_the_door(page, client):
    assert reverse("account_request_login_code") in client.get(page)["Location"]


def test_nobody_looked_yet(as_anna):
    assert "Nobody yet." in as_anna.get(reverse("my_data")).text


@pytest.mark.parametrize("number", [1, 3])
def test_who_looked_takes_the_same_queries(
    number, anna, as_anna, school_a, bram, django_assert_max_num_queries
):
    for _ in range(number):
        actions.record_view(anna, institution=school_a, viewer=bram, with_name=False)

    with django_assert_max_num_queries(14):
        page = as_anna.get(reverse("my_data")).text

    assert page.count('<th scope="row">Deltion College') == number
    assert "Bram" not in page


def test_the_views_of_somebody_else_are_not_shown(anna, school_a, bram, as_bram):
    actions.record_view(anna, institution=school_a, viewer=bram, with_name=False)

    assert "Who looked" not in as_bram.get(reverse("my_data")).text


def test_a_yes_is_taken_back(anna, as_anna):
    profiles.give_consent(anna.user, ConsentKind.PROFILE, by=anna.user)
    page = as_anna.get(reverse("my_data")).text
    assert "You said yes on" in page
    assert "Text of 21\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026." in page

    as_anna.post(reverse("consent"), {"kind": "profile", "answer": "no"})

    anna.refresh_from_db()
    assert anna.visibility == Visibility.DRAFT


def test_a_yes_is_given_again(anna, as_anna):
    as_anna.post(reverse("consent"), {"kind": "profile", "answer": "yes"})

    assert profile_queries.running_consent(anna.user)


@pytest.mark.parametrize(
    "sent", [{}, {"kind": "everything", "answer": "yes"}, {"kind": "profile", "answer": "maybe"}]
)
def test_a_yes_to_nothing_is_refused(sent, anna, as_anna):
    answer = as_anna.post(reverse("consent"), sent, follow=True)

    assert "This is not something you can say yes or no to." in answer.text
    assert not anna.user.consents.exists()


def test_the_download_is_a_file(as_anna):
    answer = as_anna.get(reverse("my_data_download"))

    assert answer["Content-Disposition"].startswith('attachment; filename="dagdeel-20')
    assert json.loads(answer.content)["account"]["name"] == "Anna de Wit"
    assert "no-store" in answer["Cache-Control"]


def test_delete_wants_the_address_typed(anna, as_anna):
    for typed in ("", "other@example.org", "x" * 9000, "\x00"):
        answer = as_anna.post(reverse("account_delete"), {"email": typed})
        assert answer.context["form"].errors["email"]

    assert User.objects.filter(pk=anna.user.pk).exists()


def test_delete_signs_out_and_says_it(anna, as_anna, sign_in):
    elsewhere: Client = sign_in(anna.user)

    answer = as_anna.post(reverse("account_delete"), {"email": " Anna@Example.org "})

    assert answer["Location"] == reverse("home")
    assert not User.objects.filter(pk=anna.user.pk).exists()
    assert as_anna.get(reverse("profile")).status_code == 302
    assert elsewhere.get(reverse("profile")).status_code == 302


def test_the_last_owner_reads_why_not(bram, as_olga):
    answer = as_olga.post(reverse("account_delete"), {"email": "olga@deltion.example"})

    assert "You are the only owner of your school." in answer.text


def test_a_moderator_reads_why_not(as_mo):
    answer = as_mo.post(reverse("account_delete"), {"email": "mo@dagdeel.example"})

    assert "Ask another moderator" in answer.text
