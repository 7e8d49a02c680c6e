"""Every page there is, as somebody reads it: those of the URL table, of allauth and of the desk, and
those that say what went wrong. A new one is among them by being in the table."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

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
from tests.house.conftest import World

LANGUAGES = ("nl", "en")
READ_ALLAUTH = ("anonymous", "anna")  # allauth shows the others what it shows anna
WRONGS = sorted(path.stem for path in (settings.BASE_DIR / "templates").glob("[45]??*.html"))
DESK = "beheer/"
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
class Site:
    """The world, with a row in every table of the desk."""

    world: World
    rows: dict[type[Model], Model]

    def read(
        self, person: str, language: str, among: Collection[str] = ()
    ) -> dict[str, HttpResponse]:
        """By address the whole pages that answer this person in this language."""
        User.objects.update(language=language)
        client: Client = self.world.clients[person]
        client.cookies["language"] = language
        urls = [url for url in self._urls(person) if not among or url in among]
        answers = ((url, client.get(url)) for url in urls)
        return {url: answer for url, answer in answers if is_page(answer)}

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


def _is_about(address: Address, model: type[Model]) -> bool:
    return address.name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_")


@pytest.fixture
def site(world: World, settings) -> Site:
    settings.ROOT_URLCONF = __name__
    assert set(ROWS) == set(admin.site._registry)
    return Site(world, {model: make(1) for model, make in ROWS.items()})
