"""Every address × every person answers as its audience says; every page × both languages is whole."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.house.addresses import (
    DOOR,
    ENTER,
    SHUT,
    all_addresses,
    own_addresses,
    package_urls,
)
from tests.house.conftest import PEOPLE

DOORSTEP = re.compile(r"/account/login/[^?]*\?next=")
FINE = (200, 302, 401, 403, 404, 405)
LANGUAGES = ("nl", "en")
INLINE = re.compile(r"<style\b|\sstyle=\"|\son[a-z]+=\"|<script(?![^>]*(?:\ssrc=|json))")
EACH_READER = pytest.mark.parametrize(
    ("person", "language"), [(person, language) for person in PEOPLE for language in LANGUAGES]
)


@pytest.fixture
def reader(world, person, language) -> Client:
    """The client of this person, reading this language."""
    User.objects.update(language=language)
    client = world.clients[person]
    client.cookies["language"] = language
    return client


def test_every_address_of_ours_says_for_whom_it_is():
    assert [address.route for address in own_addresses() if address.audience is None] == []


def test_every_name_is_used_once():
    names = [address.name for address in own_addresses()]

    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize("language", ["nl"])
@pytest.mark.parametrize("person", PEOPLE)
def test_addresses_answer_as_intended(world, reader, person, language):
    wrong = {}
    for address in own_addresses():
        intended = address.meant_for(person)
        answer = _answer(reader, address.url(world.arguments(address.name)), intended)
        if not _is_as_intended(answer, intended):
            where = answer.headers.get("Location", "")
            wrong[address.name] = f"meant: {intended}, got: {answer.status_code} {where}"

    assert wrong == {}


@pytest.mark.parametrize("person", PEOPLE)
def test_addresses_of_allauth_do_not_break(world, person):
    statuses = {url: world.clients[person].get(url).status_code for url in package_urls()}

    assert {url: status for url, status in statuses.items() if status not in FINE} == {}


@pytest.mark.parametrize("person", PEOPLE)
def test_the_admin_is_for_moderators(world, person):
    lists = [
        address.name
        for address in all_addresses()
        if address.route.startswith("beheer/") and address.name.endswith("_changelist")
    ]
    statuses = {
        name: _answer(world.clients[person], _admin(name), ENTER).status_code for name in lists
    }

    assert lists
    assert set(statuses.values()) == ({200} if person == "mo" else {302}), statuses


@pytest.mark.parametrize(
    ("person", "status"), [("anonymous", 302), ("anna", 403), ("bram", 403), ("mo", 302)]
)
def test_the_admin_has_no_door_of_its_own(world, person, status):
    assert world.clients[person].get(reverse("admin:login")).status_code == status


def _admin(name: str) -> str:
    return reverse(f"admin:{name}")


def _answer(reader: Client, url: str, intended: str) -> HttpResponse:
    """What a look gives; where only sending a form is possible, strangers try that too."""
    answer = reader.get(url)
    if answer.status_code == 405 and intended != ENTER:
        answer = reader.post(url)
    return answer


def _is_as_intended(answer: HttpResponse, intended: str) -> bool:
    to_the_door = (
        answer.status_code == 302 and DOORSTEP.match(answer.headers["Location"]) is not None
    )
    return {
        ENTER: answer.status_code in (200, 301, 302, 405) and not to_the_door,
        DOOR: to_the_door,
        SHUT: answer.status_code == 404,
    }[intended]
