"""Answers while typing: options for a list of places, chips for a list of competences."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.models import Domain
from accounts.taxonomy import fields, queries
from portal.kit.audience import Audience, open_to

NAME = "veld"


@open_to(Audience.EVERYONE)
def places(request: HttpRequest) -> HttpResponse:
    """Options for the datalist of a place input; `veld` names the input that sent its text."""
    found = queries.places_starting_with(_typed(request, ""))
    return render(request, "accounts/taxonomy/place_options.html", {"places": found})


@open_to(Audience.EVERYONE)
def competences(request: HttpRequest) -> HttpResponse:
    """Chips to tick below the search box of a competence picker."""
    name = _name(request)
    chosen = queries.competences_of(_numbers(request, name))
    near = Domain.objects.filter(pk__in=_numbers(request, "domains"))
    context = fields.found(_typed(request, "_q")[:80].strip(), near, chosen)
    return render(request, "components/competence_results.html", {"name": name, **context})


def _name(request: HttpRequest) -> str:
    name = request.GET.get(NAME, "")
    return name if name.replace("-", "_").isidentifier() and len(name) < 60 else "q"


def _typed(request: HttpRequest, suffix: str) -> str:
    sent = request.GET.get("q")
    return request.GET.get(f"{_name(request)}{suffix}", "") if sent is None else sent


def _numbers(request: HttpRequest, name: str) -> list[int]:
    return [int(pk) for pk in request.GET.getlist(name)[:200] if pk.isdecimal() and len(pk) < 12]
