from django.urls import path, re_path

from accounts.organisations import views

urlpatterns = [
    path("school/kies/", views.join, name="school_join"),
    path("school/kies/nieuw/", views.request_institution, name="school_request"),
    path("school/kies/<slug:slug>/", views.join_institution, name="school_join_one"),
    path("school/gegevens/", views.settings, name="school_settings"),
    path("school/gegevens/wijzigen/", views.edit, name="school_edit"),
    path("school/locaties/", views.locations, name="locations"),
    path("school/locaties/nieuw/", views.location, name="location_new"),
    path("school/locaties/<int:pk>/", views.location, name="location"),
    path("school/locaties/<int:pk>/sluiten/", views.close_location, name="location_close"),
    path("school/collegas/", views.colleagues, name="colleagues"),
    re_path(
        r"^school/collegas/(?P<pk>\d+)/(?P<step>akkoord|stoppen|rol)/$",
        views.colleague,
        name="colleague",
    ),
    path("school/uitnodigingen/<int:pk>/intrekken/", views.revoke, name="invitation_revoke"),
    path("uitnodiging/<str:token>/", views.invitation, name="invitation"),
]
