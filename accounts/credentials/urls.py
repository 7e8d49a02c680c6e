from django.urls import path

from accounts.credentials import views

urlpatterns = [
    path("mijn/bewijsstukken/", views.credentials, name="credentials"),
    path("mijn/bewijsstukken/nieuw/", views.new, name="credential_new"),
    path("mijn/bewijsstukken/<uuid:public_id>/", views.credential, name="credential"),
    path(
        "mijn/bewijsstukken/<uuid:public_id>/verwijderen/", views.remove, name="credential_remove"
    ),
    path("mijn/bewijsstukken/<uuid:public_id>/bestand/", views.file, name="credential_file"),
    path(
        "school/bewijsstukken/<uuid:public_id>/bestand/",
        views.file_for_school,
        name="credential_file_for_school",
    ),
]
