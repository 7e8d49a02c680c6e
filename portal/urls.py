"""All addresses: Dutch and stable."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from portal.dashboard import views as dashboard
from portal.pages import views as pages
from portal.pages.gallery_urls import patterns as gallery

handler500 = "portal.pages.errors.server_error"

urlpatterns = [
    path("", pages.home, name="home"),
    path("over/", pages.about, name="about"),
    path("voor-scholen/", pages.for_schools, name="for_schools"),
    path("privacy/", pages.privacy, name="privacy"),
    path("toegankelijkheid/", pages.accessibility, name="accessibility"),
    path("zo-werkt-matchen/", pages.ranking, name="ranking"),
    path("zo-telt-de-score/", pages.score, name="score"),
    path("robots.txt", pages.robots, name="robots"),
    *gallery(settings.GALLERY),
    path("mijn/", dashboard.dashboard, name="dashboard"),
    path("beheer/", admin.site.urls),
    path("favicon.ico", RedirectView.as_view(url="/static/img/favicon.svg")),
    path("", include("accounts.urls")),
    path("", include("vacancies.urls")),
    path("account/", include("allauth.urls")),
]
