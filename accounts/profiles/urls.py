from django.urls import path

from accounts.profiles import renewal_views, views

urlpatterns = [
    path("mijn/profiel/", views.overview, name="profile"),
    path("mijn/profiel/beginnen/", views.start, name="profile_start"),
    path("mijn/profiel/tonen/", views.show, name="profile_show"),
    path("mijn/profiel/zo-zien-scholen-je/", views.preview, name="profile_preview"),
    path("mijn/profiel/pauzeren/", views.pause, name="profile_pause"),
    path("mijn/profiel/hervatten/", views.resume, name="profile_resume"),
    path("mijn/profiel/verborgen/", views.hidden, name="profile_hidden"),
    path("mijn/profiel/verbergen/", views.hide, name="profile_hide"),
    path("profiel-tonen/<str:token>/", renewal_views.renew, name="consent_renew"),
    path("mijn/profiel/<slug:slug>/", views.step, name="profile_step"),
]
