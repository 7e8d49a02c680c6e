from django.urls import path

from vacancies.openings import views

urlpatterns = [
    path("mijn/wat-opent-meer/", views.openings, name="openings"),
    path("mijn/wat-opent-meer/<slug:key>/", views.opening, name="opening"),
    path("mijn/wat-opent-meer/<slug:key>/bewaren/", views.keep, name="opening_keep"),
]
