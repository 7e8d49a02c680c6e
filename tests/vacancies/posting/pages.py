"""Addresses and texts of HR's pages."""

from django.urls import reverse

from vacancies.models import Vacancy
from vacancies.posting import urls

NAMES = [path.name for path in urls.urlpatterns]
WITHOUT_CODE = {"school_vacancies", "vacancy_new"}
SECTIONS = ("werk", "wanneer", "route", "salaris", "planning", "controleren")


def address(name: str, vacancy: Vacancy, section: str = "werk") -> str:
    if name in WITHOUT_CODE:
        return reverse(name)
    extra = [section] if name == "vacancy_edit" else []
    return reverse(name, args=[vacancy.code, *extra])


def edit(vacancy: Vacancy, section: str) -> str:
    return reverse("vacancy_edit", args=[vacancy.code, section])


def text_of(response) -> str:
    return " ".join(response.content.decode().split())
