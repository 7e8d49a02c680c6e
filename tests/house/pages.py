"""Every page there is, as somebody reads it: those of the URL table, of allauth and of the desk, and
those that say what went wrong. A new one is among them by being in the table."""

import os
import pickle
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from django.conf import settings
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import include, path, reverse

from accounts.models import User
from portal.kit.audience import Audience, open_to
from tests.desk import ROWS
from tests.house.addresses import (
    ENTER,
    Address,
    all_addresses,
    is_page,
    own_addresses,
    package_urls,
)
from tests.house.conftest import PEOPLE, World

LANGUAGES = ("nl", "en")
READ_ALLAUTH = ("anonymous", "anna")  # allauth shows the others what it shows anna
WRONGS = sorted(path.stem for path in (settings.BASE_DIR / "templates").glob("[45]??*.html"))
DESK = "beheer/"
ASKED = re.compile(rb'<(?:iframe|script|img)\b[^>]*\ssrc="(/(?!static/)[^"]+)"')
SENDS = b'data-hx-trigger="load"'
NO_PAGES = {"view_on_site", "autocomplete", "jsi18n", "logout", "login", ""}


def wrong(request: HttpRequest, name: str) -> HttpResponse:
    """What is said when something goes wrong, as a page that went well."""
    return render(request, f"{name}.html")


wrong = open_to(Audience.EVERYONE)(wrong)
urlpatterns = [
    *(path(f"mis/{name}/", wrong, {"name": name}, name=f"wrong_{name}") for name in WRONGS),
    path("", include("portal.urls")),
]


@dataclass(frozen=True)
class Read:
    """What somebody read at an address: a whole page, or what a page asks for."""

    content: bytes
    headers: dict[str, str]
    template: str = ""
    is_page: bool = False


Everyone = dict[str, dict[str, Read]]  # by person, by address
READ: Final[dict[str, Everyone]] = {}  # by language


@dataclass(frozen=True)
class Site:
    """The world, with a row in every table of the desk."""

    world: World
    rows: dict[type[Model], Model]

    def read(self, person: str, language: str) -> dict[str, Read]:
        """By address what answers this person in this language."""
        User.objects.update(language=language)
        client: Client = self.world.clients[person]
        client.cookies["language"] = language
        return _kept((url, client.get(url)) for url in self._urls(person))

    def read_by_all(self, language: str) -> Everyone:
        """What everybody reads, and what their pages ask for."""
        read = {person: self.read(person, language) for person in PEOPLE}
        return {name: read[name] | self.asked_by(name, read[name]) for name in PEOPLE}

    def asked_by(self, person: str, answers: Mapping[str, Read]) -> dict[str, Read]:
        """What pages ask for by themselves: frames, scripts and pictures that the site makes, and what
        answers the forms that send themselves as soon as the page is open."""
        client: Client = self.world.clients[person]
        pages = {url: page.content for url, page in answers.items() if page.is_page}
        parts = {unescape(url.decode()) for page in pages.values() for url in ASKED.findall(page)}
        forms = [url for url, page in pages.items() if SENDS in page]
        made = _kept((url, client.get(url)) for url in sorted(parts - set(answers)))
        return made | _kept((f"POST {url}", client.post(url)) for url in forms)

    def _urls(self, person: str) -> Iterator[str]:
        for address in own_addresses():
            if address.meant_for(person) == ENTER:
                yield address.url(self.world.arguments(address.name))
        if person in READ_ALLAUTH:
            yield from package_urls()
        if person == "mo":
            yield from self._desk()

    def _desk(self) -> Iterator[str]:
        """Of each table its pages, and those about its one row."""
        for address in all_addresses():
            if address.route.startswith(DESK) and address.name not in NO_PAGES:
                model = next((one for one in self.rows if _is_about(address, one)), None)
                yield from self._of_table(address, model)

    def _of_table(self, address: Address, model: type[Model] | None) -> Iterator[str]:
        name = f"admin:{address.name}"
        if address.name == "app_list":
            yield from (reverse(name, args=[label]) for label in ("accounts", "vacancies"))
        elif address.name.endswith("_simple_history"):
            row = self.rows[model]
            yield reverse(name, args=[row.pk, row.history.latest().pk])
        else:
            yield reverse(name, kwargs={key: self._value(key, model) for key in address.parameters})

    def _value(self, key: str, model: type[Model] | None) -> object:
        match key:
            case "pk" | "object_id":
                return self.rows[model].pk
            case "language":
                return "nl"
            case "code":
                return self.world.match.vacancy.code
            case "public_id":
                return self.world.anna.public_id
        raise KeyError(f"{key}: say here what stands for it")


def _kept(answers: Iterable[tuple[str, HttpResponse]]) -> dict[str, Read]:
    """Of what went well what it said; a page is what was only looked at."""
    return {
        address: Read(
            content=answer.content,
            headers=dict(answer.headers),
            template=str(answer.templates[0].name) if answer.templates else "",
            is_page=address.startswith("/") and is_page(answer),
        )
        for address, answer in answers
        if answer.status_code == 200 and not answer.streaming
    }


def _is_about(address: Address, model: type[Model]) -> bool:
    return address.name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_")


@pytest.fixture
def site(world: World, settings) -> Site:
    settings.ROOT_URLCONF = __name__
    assert set(ROWS) == set(admin.site._registry)
    return Site(world, {model: make(1) for model, make in ROWS.items()})


@pytest.fixture
def everyone(
    language: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Everyone:
    """The pages of everybody in this language. They are read once, all in one world, for all tests
    that look at pages, in whichever process: to make them costs more than to look at them."""
    if language not in READ:
        own = tmp_path_factory.getbasetemp()  # of this process; its parent, then, is of all of them
        place = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / f"pages-{language}"
        if not place.exists():
            _put(place, request.getfixturevalue("site").read_by_all(language))
        READ[language] = pickle.loads(place.read_bytes())
    return READ[language]


def _put(place: Path, pages: Everyone) -> None:
    """Whole, or not yet there."""
    unfinished = place.with_name(f"{place.name}-{os.getpid()}")
    unfinished.write_bytes(pickle.dumps(pages))
    unfinished.rename(place)
