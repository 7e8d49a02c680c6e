import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.identity import actions
from accounts.models import User
from accounts.notifications import delivery
from tests import factories

DOOR = "/account/login/code/"


def code_in_mail() -> str:
    delivery.deliver()
    return re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", mail.outbox[-1].body, re.M)[1]


@pytest.fixture
def visitor(db) -> Client:
    return Client(headers={"accept-language": "en"})


def test_somebody_new_gets_an_account_by_entering_the_code(
    visitor, django_capture_on_commit_callbacks
):
    visitor.post(DOOR, {"email": "New@Example.org"})

    answer = visitor.post("/account/login/code/confirm/", {"code": code_in_mail()}, follow=True)

    user = User.objects.get(email="new@example.org")
    assert user.confirmed_at is not None
    assert answer.redirect_chain[-1][0] == reverse("choose_role")


def test_somebody_known_signs_in_with_the_code(visitor, anna):
    visitor.post(DOOR, {"email": "anna@example.org"})

    visitor.post("/account/login/code/confirm/", {"code": code_in_mail()})

    assert visitor.session["_auth_user_id"] == str(anna.user.pk)


def test_the_door_answers_the_same_for_known_and_new_addresses(visitor, anna):
    known = visitor.post(DOOR, {"email": "anna@example.org"})
    new = Client().post(DOOR, {"email": "nobody@example.org"})

    assert (known.status_code, known.url) == (new.status_code, new.url)


def test_a_wrong_code_is_said_beside_the_field(visitor):
    visitor.post(DOOR, {"email": "new@example.org"})

    answer = visitor.post("/account/login/code/confirm/", {"code": "AAAAAA"})

    assert answer.context["verify_form"].errors["code"]


def test_an_impossible_address_is_said_beside_the_field_and_kept(visitor):
    answer = visitor.post(DOOR, {"email": "not an address"})

    assert "It looks like name@example.nl" in answer.content.decode()
    assert 'value="not an address"' in answer.content.decode()


def test_an_account_that_was_switched_off_gets_no_code(visitor):
    factories.UserFactory(email="off@example.org", is_active=False)

    visitor.post(DOOR, {"email": "off@example.org"})
    delivery.deliver()

    assert not any(re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", m.body) for m in mail.outbox)


def test_the_address_to_go_on_to_stays_on_this_site(visitor):
    answer = visitor.post(DOOR, {"email": "new@example.org", "next": "https://evil.example/"})

    assert answer.url == "/account/login/code/confirm/"


def test_who_never_confirmed_is_forgotten_after_two_days(db, time_machine):
    time_machine.move_to("2026-11-01T12:00:00+01:00", tick=False)
    actions.welcome("new@example.org", language="nl")
    kept = factories.UserFactory()

    time_machine.move_to("2026-11-03T12:00:01+01:00", tick=False)
    actions.forget_unconfirmed()

    assert list(User.objects.all()) == [kept]


def test_the_language_is_remembered_on_the_account(as_anna, anna):
    as_anna.post("/taal/", {"language": "nl", "next": "/"})

    anna.user.refresh_from_db()
    assert anna.user.language == "nl"


def test_a_language_that_we_do_not_speak_changes_nothing(as_anna, anna):
    as_anna.post("/taal/", {"language": "xx"})

    anna.user.refresh_from_db()
    assert anna.user.language == "en"


def test_staff_enters_the_admin_only_with_a_second_factor(as_mo):
    answer = as_mo.get("/beheer/")

    assert answer.url == reverse("mfa_index")


def test_staff_enters_the_admin_without_one_in_the_demo(as_mo, settings):
    settings.STAFF_SECOND_FACTOR = False

    assert as_mo.get("/beheer/").status_code == 200


def test_somebody_with_a_role_is_not_asked_again(as_anna):
    assert as_anna.get("/start/").url == reverse("dashboard")
