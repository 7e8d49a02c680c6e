"""Home and the pages about the site itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from portal.kit.audience import Audience, open_to


@open_to(Audience.EVERYONE)
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/home.html")


@open_to(Audience.EVERYONE)
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/about.html")


@open_to(Audience.EVERYONE)
def for_schools(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/for_schools.html")


@open_to(Audience.EVERYONE)
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/privacy.html")


@open_to(Audience.EVERYONE)
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/accessibility.html")


@open_to(Audience.EVERYONE)
def score(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/pages/score.html")


@open_to(Audience.EVERYONE)
def robots(request: HttpRequest) -> HttpResponse:
    sitemap = request.build_absolute_uri(reverse("home") + "sitemap.xml")
    lines = ("User-agent: *", "Disallow: /mijn/", "Disallow: /school/", "Disallow: /account/")
    return HttpResponse("\n".join([*lines, f"Sitemap: {sitemap}", ""]), content_type="text/plain")
